// A driver that loses its port to another program is started again; one that fails says why.
#include "tests/browser/started_driver.h"

#include <gmock/gmock.h>

#include <stdexcept>
#include <string>

#include "tests/temporary_directory.h"

namespace backfile {
namespace {

// A shell script in place of a driver. `$1` is a file to which it may append.
class ScriptedDriver {
 public:
  explicit ScriptedDriver(const std::string& body) : script_(folder_.write("driver.sh", body)) {}
  StartedDriver start() const { return StartedDriver({"/bin/sh", script_, folder_ / "tries"}); }
  std::string tries() const { return folder_.read("tries"); }

 private:
  TemporaryDirectory folder_;
  std::string script_;
};

TEST(StartedDriver, IsStartedAgainWhereAnotherProgramHasThePort) {
  const ScriptedDriver driver(
      "printf x >> $1\n"
      "echo Starting ChromeDriver on port 0\n"
      "case $(cat $1) in\n"
      "  x) echo IPv4 port not available. Exiting...; exit 1;;\n"
      "  xx) echo IPv6 port not available. Exiting...; exit 1;;\n"
      "esac\n"
      "echo ChromeDriver was started successfully on port 38877.\n");
  EXPECT_EQ(driver.start().port(), 38877);
  EXPECT_EQ(driver.tries(), "xxx");
}

TEST(StartedDriver, SaysWhyItExitsAndTriesOnceOnly) {
  const ScriptedDriver driver(
      "printf x >> $1\n"
      "echo ChromeDriver cannot be run on this system\n");
  try {
    driver.start();
    FAIL() << "it started";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("cannot be run on this system"));
  }
  EXPECT_EQ(driver.tries(), "x");
}

TEST(StartedDriver, GivesUpWhereNoPortIsEverFree) {
  const ScriptedDriver driver(
      "printf x >> $1\n"
      "echo IPv4 port not available. Exiting...\n");
  EXPECT_THROW(driver.start(), std::runtime_error);
  EXPECT_EQ(driver.tries().size(), 50U);
}

}  // namespace
}  // namespace backfile
