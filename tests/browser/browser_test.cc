// The driven browser itself: what it may not do to the machine that it runs on.
#include "tests/browser/browser.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/temporary_directory.h"

namespace backfile {
namespace {

// Lets temporary files go to a folder of the test's own, while it lives.
class OwnTemporaryFiles {
 public:
  OwnTemporaryFiles() : before_(std::getenv("TMPDIR") ? std::getenv("TMPDIR") : "") {
    ::setenv("TMPDIR", folder_.path().c_str(), 1);
  }
  ~OwnTemporaryFiles() {
    if (before_.empty())
      ::unsetenv("TMPDIR");
    else
      ::setenv("TMPDIR", before_.c_str(), 1);
  }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      found.push_back(entry.path().filename());
    return found;
  }

 private:
  TemporaryDirectory folder_;
  std::string before_;
};

TEST(Browser, LeavesNothingInTheTemporaryDirectory) {
  const OwnTemporaryFiles files;
  std::string reason;
  {
    const auto browser = Browser::start(reason);
    if (!browser) GTEST_SKIP() << reason;
    EXPECT_THAT(files.names(),
                ::testing::Not(::testing::IsEmpty()));  // so that the rest means something
    browser->open("data:text/html,<p>Low water at noon.</p>");
    EXPECT_EQ(browser->text("p"), "Low water at noon.");
  }
  EXPECT_THAT(files.names(), ::testing::IsEmpty());
}

}  // namespace
}  // namespace backfile
