// Files that are not those of the generation: what is seen of them at once.
#include "indexer/index/published_files.h"

#include <gmock/gmock.h>

#include "indexer/base/failure.h"
#include "tests/indexer/files/damage.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

class PublishedFilesTest : public testing::Test {
 protected:
  // Empty if nothing is noticed.
  std::string fault() const try {
    look_at_files(directory_.path(), files_);
    return {};
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::corrupt);
    return failure.what();
  }
  void publish(std::size_t bytes) {
    directory_.write("articles/table", std::string(bytes, 'x'));
    files_ = files_below(directory_.path());
  }

  TemporaryDirectory directory_;
  PublishedFiles files_;
};

TEST_F(PublishedFilesTest, AreDescribedByTheirPathSizeAndHash) {
  directory_.write("file", "abc");
  publish(0);
  ASSERT_EQ(files_.size(), 2U);
  EXPECT_EQ(files_.at("file").bytes, 3U);
  EXPECT_EQ(files_.at("file").sha256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(files_.at("articles/table").bytes, 0U);
  EXPECT_EQ(fault(), "");
}

TEST_F(PublishedFilesTest, AreSeenToBeOthersWhereTheirSizeIsAnother) {
  for (const std::size_t bytes : {1U, 8192U, 8193U, 1'000'000U}) {
    publish(bytes);
    EXPECT_EQ(fault(), "");
    for (const std::size_t others : {bytes - 1, bytes + 1}) {
      directory_.write("articles/table", std::string(others, 'x'));
      EXPECT_THAT(fault(),
                  HasSubstr("articles/table is damaged, or belongs to another generation"));
      EXPECT_THAT(fault(), HasSubstr(std::to_string(others) + " bytes instead of"));
    }
  }
}

TEST_F(PublishedFilesTest, OfAFewPagesAreSeenWhole) {
  constexpr std::size_t bytes = 5 * 8192;
  publish(bytes);
  for (std::size_t at = 0; at < bytes; at += at < 100 ? 1 : 1021) {
    test::put(directory_ / "articles/table", at, 'y');
    EXPECT_THAT(fault(), HasSubstr("articles/table is damaged")) << at;
    test::put(directory_ / "articles/table", at, 'x');
  }
  EXPECT_EQ(fault(), "");
}

TEST_F(PublishedFilesTest, OfManyPagesAreSeenAtTheirEndsAndBetween) {
  constexpr std::size_t bytes = 1'000'003;
  publish(bytes);
  std::size_t seen = 0;
  for (std::size_t at = 0; at < bytes; at += 8192) {
    test::put(directory_ / "articles/table", at, 'y');
    seen += fault().empty() ? 0 : 1;
    test::put(directory_ / "articles/table", at, 'x');
  }
  EXPECT_GE(seen, 5U);
  for (const std::size_t at : {std::size_t{0}, std::size_t{8191}, bytes - 8192, bytes - 1}) {
    test::put(directory_ / "articles/table", at, 'y');
    EXPECT_THAT(fault(), HasSubstr("articles/table is damaged")) << at;
    test::put(directory_ / "articles/table", at, 'x');
  }
}

TEST_F(PublishedFilesTest, AreNamedWhereTheyAreMissingOrNoFiles) {
  publish(10);
  fs::remove(directory_ / "articles/table");
  EXPECT_THAT(fault(), HasSubstr("articles/table is missing"));
  fs::create_directory(directory_ / "articles/table");
  EXPECT_THAT(fault(), HasSubstr("articles/table is not a file"));
  fs::remove_all(directory_ / "articles");
  directory_.write("articles", "a file in place of the folder");
  EXPECT_THAT(fault(), HasSubstr("articles/table is missing"));
}

// They are for whoever runs the index.
TEST_F(PublishedFilesTest, ThatNoSearchReadsAreNotLookedAt) {
  directory_.write("rejected.jsonl", "{}");
  publish(10);
  directory_.write("rejected.jsonl", "");
  EXPECT_EQ(fault(), "");
}

}  // namespace
}  // namespace backfile
