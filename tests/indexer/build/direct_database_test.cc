// A database written from records is to its readers the one that Xapian makes.
#include "indexer/build/direct_database.h"

#include <xapian.h>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/indexer/build/built_index.h"
#include "tests/places.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

BuildOptions options_for(DatabaseBuilder builder, unsigned jobs = 2) {
  BuildOptions options;
  options.builder = builder;
  options.jobs = jobs;
  return options;
}

// Built both ways, of the sources or of what was written for `built`.
void expect_the_same(const BuiltIndex& built, const std::vector<std::string>& sources = {}) {
  BuildOptions direct = options_for(DatabaseBuilder::direct);
  BuildOptions api = options_for(DatabaseBuilder::api);
  direct.sources = sources;
  api.sources = sources;
  const BuildReport report = built.build(direct);
  EXPECT_TRUE(report.warnings.empty()) << report.warnings.front();
  const std::string directly = built.dump();
  built.build(api);
  EXPECT_TRUE(built.dump() == directly);
  EXPECT_GT(directly.size(), 1000U);
}

TEST(DirectDatabase, HasWhatXapianMakesOfTheSampleArchive) {
  expect_the_same(BuiltIndex(), {std::string(source_dir) + "/corpus/articles"});
}

TEST(DirectDatabase, HasWhatXapianMakesOfSeveralParts) {
  const BuiltIndex built;
  write_mixed_archive(built, 4500);
  expect_the_same(built);
}

TEST(DirectDatabase, HasWhatXapianMakesOfRealText) {
  const char* data = std::getenv("BACKFILE_TEST_DATA");
  if (!data) GTEST_SKIP() << "set BACKFILE_TEST_DATA to a folder of real text";
  for (const char* source : {"articles/blog18f", "judged/xquad-zh/docs.jsonl"}) {
    SCOPED_TRACE(source);
    expect_the_same(BuiltIndex(), {fs::path(data) / source});
  }
}

TEST(DirectDatabase, HasTheSameBytesForAnyNumberOfJobs) {
  const BuiltIndex built;
  write_mixed_archive(built, 4500);
  std::string files[2];
  for (const unsigned jobs : {1U, 4U}) {
    built.build(options_for(DatabaseBuilder::direct, jobs));
    for (const std::string& name : BuiltIndex::names_in(built.database())) {
      files[jobs / 4] += name + ':' + contents_of(built.database() / name);
    }
  }
  EXPECT_TRUE(files[0] == files[1]);
}

TEST(DirectDatabase, IsNamedByItsContents) {
  const BuiltIndex built;
  write_mixed_archive(built, 20);
  built.build();
  const std::string uuid = Xapian::Database(built.database().string()).get_uuid();
  built.build();
  EXPECT_EQ(Xapian::Database(built.database().string()).get_uuid(), uuid);
  built.write("another.jsonl", R"({"id":"another","title":"Another","body":"One more."})");
  built.build();
  EXPECT_NE(Xapian::Database(built.database().string()).get_uuid(), uuid);
}

}  // namespace
}  // namespace backfile
