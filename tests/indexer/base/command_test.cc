// Flags and their values: numbers, choices, and where the index is.
#include "indexer/base/command.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

Arguments with(const std::string& flag, const std::string& value) {
  Arguments arguments;
  arguments.add_flag(flag, value);
  return arguments;
}

TEST(Arguments, TakeTheLastValueAndKeepAll) {
  Arguments arguments = with("tag", "a");
  arguments.add_flag("tag", "b");
  EXPECT_EQ(arguments.value("tag"), "b");
  EXPECT_EQ(arguments.values("tag"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(arguments.value("other"), std::nullopt);
  EXPECT_TRUE(arguments.values("other").empty());
}

TEST(Arguments, ReadWholeNumbersBetweenTheirBounds) {
  EXPECT_EQ(Arguments().number("jobs", 4, 1, 10), 4);
  EXPECT_EQ(with("jobs", "10").number("jobs", 4, 1, 10), 10);
  for (const char* wrong :
       {"", "0", "11", "-1", "1.5", "1x", " 1", "ten", "99999999999999999999"}) {
    SCOPED_TRACE(wrong);
    try {
      with("jobs", wrong).number("jobs", 4, 1, 10);
      ADD_FAILURE() << "was taken";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::usage);
      EXPECT_EQ(std::string(failure.what()),
                "--jobs takes a whole number from 1 to 10, not \"" + std::string(wrong) + "\"");
    }
  }
}

TEST(Arguments, ReadOneOfTheChoices) {
  EXPECT_EQ(Arguments().choice("format", {"text", "json"}), "text");
  EXPECT_EQ(with("format", "json").choice("format", {"text", "json"}), "json");
  try {
    with("format", "xml").choice("format", {"text", "json", "tsv"});
    ADD_FAILURE() << "was taken";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::usage);
    EXPECT_STREQ(failure.what(), "--format takes text, json or tsv, not \"xml\"");
  }
}

TEST(IndexDirectory, IsTheFlagElseTheEnvironmentElseTheUsualPlace) {
  ::unsetenv("BACKFILE_INDEX");
  EXPECT_EQ(index_directory(Arguments()), "archive.index");
  ::setenv("BACKFILE_INDEX", "/srv/index", 1);
  EXPECT_EQ(index_directory(Arguments()), "/srv/index");
  EXPECT_EQ(index_directory(with("index", "here")), "here");
  ::unsetenv("BACKFILE_INDEX");
}

}  // namespace
}  // namespace backfile
