// What was written comes back, and whatever did not is noticed.
#include "indexer/files/run_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "indexer/base/failure.h"
#include "tests/indexer/files/damage.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

using testing::HasSubstr;

// Numbers and strings of all sizes, over several blocks.
void write_run(const std::string& file) {
  RunWriter out(file);
  for (std::uint64_t i = 0; i < 300; ++i) {
    out.add_number(i << i % 60);
    out.add(std::string(i * i % 3000, static_cast<char>('a' + i % 20)));
  }
  out.add(std::string(1'000'000, 'x'));
  out.finish();
}

// Empty if all of it comes back.
std::string fault_of(const std::string& file) try {
  RunReader in(file);
  for (std::uint64_t i = 0; i < 300; ++i) {
    EXPECT_EQ(in.take_number(), i << i % 60);
    EXPECT_EQ(in.take(), std::string(i * i % 3000, static_cast<char>('a' + i % 20)));
  }
  EXPECT_FALSE(in.at_end());
  EXPECT_EQ(in.take(), std::string(1'000'000, 'x'));
  EXPECT_TRUE(in.at_end());
  return {};
} catch (const Failure& failure) {
  EXPECT_EQ(failure.code(), Exit::corrupt);
  return failure.what();
}

TEST(RunFiles, ComeBackAsTheyWereWritten) {
  const TemporaryDirectory directory;
  write_run(directory / "run");
  EXPECT_EQ(fault_of(directory / "run"), "");
  RunWriter(directory / "empty").finish();
  RunReader in(directory / "empty");
  EXPECT_TRUE(in.at_end());
  EXPECT_THROW(in.take_number(), Failure);
}

TEST(RunFiles, NoticeEveryKindOfDamage) {
  const TemporaryDirectory directory;
  const std::string file = directory / "run";
  write_run(file);
  const std::string sound = contents_of(file);
  for (std::size_t at = 0; at < sound.size(); at += at < 40 ? 1 : 9973) {
    test::put(file, at, static_cast<char>(sound[at] ^ (1 << at % 8)));
    EXPECT_THAT(fault_of(file), HasSubstr(file)) << at;
    test::put(file, at, sound[at]);
    test::overwrite(file, sound.substr(0, at));
    EXPECT_THAT(fault_of(file), HasSubstr("cut off")) << at;
    test::overwrite(file, sound);
  }
  test::overwrite(file, sound.substr(0, sound.size() - 16));
  EXPECT_THAT(fault_of(file), HasSubstr("cut off")) << "only the end is missing";
  test::overwrite(file, sound + 'x');
  EXPECT_THAT(fault_of(file), HasSubstr("grown"));
}

TEST(RunFiles, AreFailuresWhereTheyAreMissing) {
  const TemporaryDirectory directory;
  EXPECT_THROW(RunReader(directory / "none").at_end(), Failure);
}

}  // namespace
}  // namespace backfile
