// Builds that fail leave the published index as it was, and no temporary files.
#include <gtest/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <set>
#include <stdexcept>

#include "indexer/base/failure.h"
#include "indexer/build/builder.h"
#include "indexer/build/index_writer.h"
#include "indexer/index/generation.h"
#include "tests/indexer/build/built_index.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

constexpr uid_t nobody = 65534;

Failure failure_of(const BuiltIndex& built, const BuildOptions& options = {}) {
  try {
    built.build(options);
  } catch (const Failure& failure) {
    return failure;
  }
  return Failure(Exit::done, "it did not fail");
}

TEST(Builder, IsStoppedCleanlyAtEveryStage) {
  const BuiltIndex built;
  write_mixed_archive(built, 20);
  built.build();
  const std::string before = built.dump();
  const std::string published = built.generation();
  for (const std::string stage : {"reading", "cleaning", "ordering", "indexing", "joining",
                                  "inverting", "compacting", "checking", "publishing"}) {
    SCOPED_TRACE(stage);
    BuildOptions options;
    if (stage == "compacting") options.builder = DatabaseBuilder::api;
    options.progress = [&](const Progress& now) {
      if (now.stage == stage) throw Failure(Exit::interrupted, "stopped");
    };
    EXPECT_EQ(failure_of(built, options).code(), Exit::interrupted);
    EXPECT_EQ(built.generation(), published);
    EXPECT_EQ(built.dump(), before);
    EXPECT_EQ(BuiltIndex::names_in(built.index()), (Names{"current", "generations", "lock"}));
    EXPECT_EQ(BuiltIndex::names_in(built.index() / "generations").size(), 1U);
  }
  EXPECT_NO_THROW(built.build());
}

TEST(Builder, StopsInTheMiddleOfIndexingWithManyJobs) {
  const BuiltIndex built;
  write_mixed_archive(built, 4500);  // in several parts
  BuildOptions options;
  options.jobs = 8;
  options.progress = [](const Progress& now) {
    if (now.stage == "indexing" && now.total > 0) throw std::runtime_error("stopped");
  };
  EXPECT_THROW(built.build(options), std::runtime_error);
  EXPECT_FALSE(fs::exists(built.index() / "current"));
  EXPECT_FALSE(fs::exists(built.index() / "building"));
}

TEST(Builder, TellsHowFarItIs) {
  const BuiltIndex built;
  write_mixed_archive(built, 30);
  std::set<std::string> stages;
  std::uint64_t last_done = 0, indexed = 0;
  BuildOptions options;
  options.progress = [&](const Progress& now) {
    if (stages.insert(std::string(now.stage)).second) last_done = 0;
    EXPECT_GE(now.done, last_done);
    EXPECT_LE(now.done, std::max(now.total, now.done));
    last_done = now.done;
    if (now.stage == "indexing") indexed = now.total;
  };
  const BuildReport report = built.build(options);
  EXPECT_EQ(stages.size(), 8U);
  EXPECT_EQ(indexed, report.articles);
}

TEST(Builder, RefusesToPublishAnEmptyIndex) {
  const BuiltIndex built;
  built.write("a.md", "# One\n\nA story.\n");
  built.build();
  const std::string published = built.generation();
  const std::string broken = built.write("b.json", "{\"title\": ");
  const Failure failure = failure_of(built, {.sources = {broken}});
  EXPECT_EQ(failure.code(), Exit::unreadable);
  EXPECT_NE(std::string(failure.what()).find("b.json: "), std::string::npos) << failure.what();
  EXPECT_EQ(built.generation(), published);

  fs::create_directory(built.articles() / "none");
  EXPECT_EQ(failure_of(built, {.sources = {(built.articles() / "none").string()}}).code(),
            Exit::unreadable);
  EXPECT_EQ(failure_of(built, {.sources = {"/no/such/place"}}).code(), Exit::unreadable);
}

TEST(Builder, WaitsForNobody) {
  const BuiltIndex built;
  built.write("a.md", "# One\n\nA story.\n");
  const IndexLock lock(built.index());
  EXPECT_EQ(failure_of(built).code(), Exit::locked);
}

TEST(Builder, KeepsAsManyGenerationsAsItIsTold) {
  const BuiltIndex built;
  built.write("a.md", "# One\n\nA story.\n");
  Names built_ones;
  for (int i = 0; i < 4; ++i) built_ones.push_back(built.build({.keep = 2}).generation);
  EXPECT_EQ(BuiltIndex::names_in(built.index() / "generations"),
            (Names{built_ones[2], built_ones[3]}));
}

TEST(Builder, OnlyWarnsIfAnOldGenerationCannotBeRemoved) {
  const BuiltIndex built;
  built.write("a.md", "# One\n\nA story.\n");
  const std::string old = built.build().generation;
  // Files of root's are beyond nobody's reach; where tests run as somebody, of nobody's at all.
  const bool is_root = ::geteuid() == 0;
  if (is_root) {
    fs::permissions(built.articles().parent_path(), fs::perms(0755));
    for (const fs::path& path :
         {built.index(), built.index() / "generations", built.index() / "lock"}) {
      ASSERT_EQ(::chown(path.c_str(), nobody, nobody), 0);
    }
    ASSERT_EQ(::seteuid(nobody), 0);
  } else {
    fs::permissions(built.index() / "generations" / old, fs::perms(0555));
  }
  BuildReport report;
  EXPECT_NO_THROW(report = built.build({.keep = 1}));
  ASSERT_EQ(is_root ? ::seteuid(0) : 0, 0);
  fs::permissions(built.index() / "generations" / old, fs::perms(0755));

  ASSERT_EQ(report.warnings.size(), 1U);
  EXPECT_NE(report.warnings[0].find(old), std::string::npos) << report.warnings[0];
  EXPECT_NE(report.warnings[0].find("choose a place you may write to"), std::string::npos);
  EXPECT_EQ(built.generation().filename(), report.generation);
  EXPECT_NE(report.generation, old);
  EXPECT_TRUE(built.build({.keep = 1}).warnings.empty());
  EXPECT_FALSE(fs::exists(built.index() / "generations" / old));
}

TEST(CheckDatabase, FindsDamageAndMissingArticles) {
  const BuiltIndex built;
  write_mixed_archive(built, 600);
  const std::uint64_t articles = built.build().articles;
  EXPECT_NO_THROW(check_database(built.database(), articles));
  EXPECT_THROW(check_database(built.database(), articles + 1), Failure);
  const fs::path postings = built.database() / "postlist.glass";
  std::string bytes = TemporaryDirectory().read(postings);
  for (std::size_t at = 8192; at < bytes.size(); at += 64)
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  std::ofstream(postings, std::ios::binary) << bytes;
  EXPECT_ANY_THROW(check_database(built.database(), articles));
}

TEST(PartSize, GivesManyJobsWorkWithoutCuttingSmallArchivesUp) {
  struct Case {
    std::size_t articles, size, parts;
  };
  for (const Case& c : {Case{1, 2000, 1}, Case{4000, 2000, 2}, Case{20'000, 4473, 5},
                        Case{200'000, 14'143, 15}, Case{1'000'000, 31'623, 32},
                        Case{10'000'000, 100'000, 100}, Case{100'000'000, 390'625, 256}}) {
    SCOPED_TRACE(c.articles);
    EXPECT_EQ(part_size(c.articles), c.size);
    EXPECT_EQ((c.articles + c.size - 1) / c.size, c.parts);
  }
}

TEST(JoinParts, JoinsMoreThanMayBeOpenAtOnceInTheirOrder) {
  const BuiltIndex built;
  constexpr int parts = 150;
  const fs::path raw = built.index() / "raw";
  fs::create_directories(raw);
  for (int i = 0; i < parts; ++i) {
    const std::string number = std::to_string(i);
    Xapian::WritableDatabase part((raw / ("part-" + std::string(3 - number.size(), '0') + number)),
                                  Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
    Xapian::Document document;
    document.set_data(number);
    document.add_term("all");
    part.add_document(document);
    part.commit();
  }
  join_parts(raw, built.index() / "joined", 4, [] {});
  const Xapian::Database joined((built.index() / "joined").string());
  ASSERT_EQ(joined.get_doccount(), static_cast<Xapian::doccount>(parts));
  EXPECT_EQ(joined.get_termfreq("all"), static_cast<Xapian::doccount>(parts));
  for (int i = 0; i < parts; ++i) {
    EXPECT_EQ(joined.get_document(static_cast<Xapian::docid>(i + 1)).get_data(), std::to_string(i));
  }
  EXPECT_FALSE(fs::exists(built.index() / "joined/termlist.glass"));
}

TEST(Refusal, NamesWhatXapianWouldNotTake) {
  const auto of = [](const std::string& term) {
    Xapian::Document document;
    document.add_term("word");
    document.add_term(term);
    return refusal(document);
  };
  EXPECT_EQ(of(std::string(245, 'x')), std::nullopt);
  EXPECT_NE(of(std::string(246, 'x')), std::nullopt);
  EXPECT_NE(of(std::string(150, '\0')), std::nullopt) << "a NUL counts twice";
}

}  // namespace
}  // namespace backfile
