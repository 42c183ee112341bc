#include "indexer/build/glass/direct_writing.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "indexer/base/failure.h"
#include "indexer/build/glass/both_ways.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

TEST(DirectWriting, IsPossibleWithTheXapianOfThisMachine) {
  const TemporaryDirectory directory;
  EXPECT_EQ(direct_writing_fault(directory / "scratch").value_or("none"), "none");
  EXPECT_FALSE(fs::exists(directory / "scratch"));
}

TEST(DirectWriting, IsNotDoneWhereItCannotBeTried) {
  const TemporaryDirectory directory;
  directory.write("scratch/direct", "in the way");
  const auto fault = direct_writing_fault(directory / "scratch");
  ASSERT_TRUE(fault);
  EXPECT_THAT(*fault, testing::HasSubstr("scratch/direct"));
  directory.write("file", "no directory");
  EXPECT_THROW(direct_writing_fault(directory / "file"), Failure);
}

TEST(DirectWriting, TellsDatabasesApart) {
  const TemporaryDirectory directory;
  const std::vector<PlainDocument> documents = {{1, {{"a", 1}, {"b", 2}}, "data"}, {2, {{"a", 1}}}};
  write_by_api(documents, directory / "api");
  const auto differing = [&](std::vector<PlainDocument> others, const std::string& name) {
    write_directly(others, directory / name);
    return differing_file(directory / "api", directory / name, directory / (name + ".compacted"))
        .value_or("none");
  };
  EXPECT_EQ(differing(documents, "same"), "none");
  EXPECT_EQ(differing({{1, {{"a", 1}, {"b", 2}}, "date"}, {2, {{"a", 1}}}}, "data"),
            "docdata.glass");
  EXPECT_EQ(differing({{1, {{"a", 2}, {"b", 1}}, "data"}, {2, {{"a", 1}}}}, "wdf"),
            "postlist.glass");
  EXPECT_EQ(differing({{1, {{"a", 1}, {"b", 2}}}, {2, {{"a", 1}}}}, "none"), "docdata.glass");
}

}  // namespace
}  // namespace backfile
