// The recipe from end to end: what an index holds, in which order, whatever the number of jobs.
#include "indexer/build/builder.h"

#include <gtest/gtest.h>
#include <xapian.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/base/failure.h"
#include "indexer/base/hash.h"
#include "indexer/build/reading.h"
#include "indexer/build/report.h"
#include "indexer/index/catalogue.h"
#include "indexer/index/generation.h"
#include "indexer/index/schema.h"
#include "tests/explained.h"
#include "tests/indexer/build/built_index.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using Names = std::vector<std::string>;

std::string line(const std::string& id, const std::string& title, const std::string& published) {
  return nlohmann::json{
             {"id", id}, {"title", title}, {"published", published}, {"body", "A story."}}
             .dump() +
         "\n";
}

std::vector<nlohmann::json> lost_articles(const BuildReport& report) {
  std::istringstream in(TemporaryDirectory().read(report.rejected_list));
  std::vector<nlohmann::json> lost;
  for (std::string text; std::getline(in, text);) lost.push_back(nlohmann::json::parse(text));
  return lost;
}

TEST(Builder, MakesTheSameIndexWithAnyNumberOfJobs) {
  const BuiltIndex built;
  write_mixed_archive(built, 4500);  // in several parts
  const BuildReport first = built.build({.jobs = 1});
  const std::string alone = built.dump();
  const fs::path one = built.database();
  built.build({.jobs = 4});
  EXPECT_EQ(built.dump(), alone);
  EXPECT_GT(first.articles, 2'500U);

  // Every table to the byte.
  for (const std::string& name : BuiltIndex::names_in(one)) {
    if (!name.ends_with(".glass")) continue;
    EXPECT_EQ(sha256_of_file(one / name), sha256_of_file(built.database() / name)) << name;
  }
  EXPECT_NE(one, built.database());
}

// An empty table of them would be worse than none: Xapian would then take it for whole.
TEST(Builder, WritesNoListsOfAnArticlesTerms) {
  const BuiltIndex built;
  for (const int articles : {1, 4500}) {  // in one part, in several
    SCOPED_TRACE(articles);
    write_mixed_archive(built, articles);
    built.build();
    EXPECT_EQ(BuiltIndex::names_in(built.database()), (Names{"iamglass", "postlist.glass"}));
    EXPECT_EQ(Xapian::Database::check(built.database().string()), 0U);
    EXPECT_THROW(Xapian::Database(built.database().string()).termlist_begin(1),
                 Xapian::FeatureUnavailableError);
  }
}

TEST(Builder, OrdersByDateNewestFirstThenById) {
  const BuiltIndex built;
  built.write("a.jsonl", line("d", "Undated", "") + line("c", "Old", "1999-12-31") +
                             line("b", "Month alone", "2020-05") + line("a", "Year alone", "2020"));
  built.write("b.jsonl", line("z", "New", "2020-05-01T10:00:00Z") + line("y", "New", "2020-05-01") +
                             line("C", "Undated", "no date at all"));
  built.build();
  EXPECT_EQ(built.ids(), (Names{"z", "y", "b", "a", "c", "C", "d"}));
}

TEST(Builder, OrdersArticlesOfOneDayByTheirMomentWhateverTheZone) {
  const BuiltIndex built;
  built.write("a.jsonl", line("eight", "E", "2020-05-05T08:00:00Z") +
                             line("a day", "D", "2020-05-05") +
                             line("twenty", "T", "2020-05-05T20:00:00Z") +
                             line("noon", "N", "2020-05-05T05:00:00-07:00") +
                             line("next", "X", "2020-05-06T00:30:00+14:00"));
  built.build();
  EXPECT_EQ(built.ids(), (Names{"next", "twenty", "noon", "eight", "a day"}));
}

// What is stored, in the order of the index.
TEST(Builder, KeepsTheArticlesOfFilesThatBothNumberFromOne) {
  const BuiltIndex built;
  built.write("a.jsonl", line("1", "First", "2001") + line("2", "Two", "2000"));
  built.write("b.jsonl", line("1", "Second", "2002"));
  const BuildReport report = built.build();
  EXPECT_EQ(built.ids(), (Names{"1", "1", "2"}));
  EXPECT_TRUE(report.rejections.by_reason.empty());
  EXPECT_EQ(report.repeated, 0U);
  EXPECT_TRUE(lost_articles(report).empty());
}

TEST(Builder, KeepsTheLatestVersionOfAnArticleAndListsTheOthersOnce) {
  const BuiltIndex built;
  const auto version = [](const char* title, const char* modified) {
    return nlohmann::json{{"url", "https://lantern.example/storm"},
                          {"title", title},
                          {"modified", modified},
                          {"published", "no date at all"},
                          {"body", "It blew."}}
               .dump() +
           "\n";
  };
  const std::string a = built.write("a.jsonl", version("Latest", "2014-03-02"));
  const std::string b =
      built.write("b.jsonl", version("Older", "2014-03-01") + version("Latest", "2014-03-02"));
  for (const Names& sources : {Names{a, b}, Names{b, a}}) {
    const BuildReport report = built.build({.sources = sources});
    ASSERT_EQ(report.articles, 1U);
    EXPECT_EQ(built.stored()[0].title, "Latest");
    EXPECT_EQ(report.repeated, 1U);
    const std::string reason = "another version of this article has a later date";
    EXPECT_EQ(report.rejections.by_reason, (std::map<std::string, std::uint64_t>{{reason, 1}}));
    EXPECT_EQ(report.rejections.without_date, 1U) << "of those that are indexed";
    EXPECT_EQ(read_manifest(built.generation()).rejected, 1U);
    const std::vector<nlohmann::json> lost = lost_articles(report);
    ASSERT_EQ(lost.size(), 2U);
    EXPECT_EQ(lost[0], (nlohmann::json{{"path", "b.jsonl"},
                                       {"place", "line 1"},
                                       {"reason", reason},
                                       {"id", "https://lantern.example/storm"},
                                       {"kept", false},
                                       {"instead", built.stored()[0].path}}));
    EXPECT_EQ(lost[1]["reason"], "\"no date at all\" is not a valid date");
    EXPECT_EQ(lost[1]["kept"], true);
  }
}

TEST(Builder, ListsBytesThatAreNoTextWithTheirArticleAndCountsThem) {
  const BuiltIndex built;
  const std::string stray = "\xC3\xA9t\xC3\xA9 cr\xE8me";
  built.write("a.md", "# One\n\n" + stray + "\n");
  built.write("draft.md", "---\ntitle: T\ndraft: yes\n---\n" + stray + "\n");
  built.write("b.jsonl",
              line("1", "Two", "") +
                  nlohmann::json{{"id", "2"}, {"title", "T"}, {"draft", true}, {"body", "STRAY"}}
                      .dump()
                      .replace(0, 1, "{\"text\":\"" + stray + "\",") +
                  "\n" + "{\"id\":\"3\",\"title\":\"Three\",\"body\":\"" + stray + "\"}\n");
  const BuildReport report = built.build();
  EXPECT_EQ(report.articles, 3U);
  EXPECT_EQ(report.rejections.with_bytes_replaced, 2U);
  EXPECT_EQ(report.rejections.without_date, 0U);
  EXPECT_EQ(report.rejections.by_reason,
            (std::map<std::string, std::uint64_t>{{"marked as a draft", 2}}));
  EXPECT_TRUE(has_losses(report));
  std::vector<std::string> kept;
  for (const nlohmann::json& lost : lost_articles(report)) {
    if (lost["kept"] == true)
      kept.push_back(std::string(lost["path"]) + ", " + std::string(lost["place"]) + ", " +
                     std::string(lost["id"]) + ": " + std::string(lost["reason"]));
  }
  std::ranges::sort(kept);
  const std::string reason = "1 byte is not text in UTF-8 and was replaced by U+FFFD";
  EXPECT_EQ(kept, (std::vector<std::string>{"a.md, line 3, a.md: " + reason,
                                            "b.jsonl, line 3, 3: " + reason}));
}

TEST(Builder, CountsWhatTheGenerationBeforeHeld) {
  const BuiltIndex built;
  built.write("a.jsonl", line("1", "One", "") + line("2", "Two", ""));
  const BuildReport first = built.build();
  EXPECT_FALSE(first.before);
  built.write("a.jsonl", line("1", "One", ""));
  const BuildReport second = built.build();
  ASSERT_TRUE(second.before);
  EXPECT_EQ(second.before->name, first.generation);
  EXPECT_EQ(second.before->documents, 2U);
  EXPECT_EQ(second.rollback_command,
            "echo " + first.generation + " > " + (built.index() / "current").string());
  EXPECT_EQ(built.build({.keep = 1}).rollback_command, "") << "it is gone";
}

TEST(Builder, FindsEveryArticleByItsKey) {
  const BuiltIndex built;
  write_mixed_archive(built, 30);
  built.write("more.jsonl", line("line-3", "Another line 3", ""));
  built.build();
  const ForwardIndex forward(forward_of(built.generation()));
  const Catalogue catalogue(built.generation(), forward);
  std::uint32_t docid = 0, called_line_3 = 0;
  for (const Article& article : built.stored()) {
    EXPECT_EQ(catalogue.find(article_key(article)), ++docid) << article.id;
    called_line_3 += article.id == "line-3" ? 1 : 0;
  }
  EXPECT_EQ(called_line_3, 2U);
  EXPECT_EQ(catalogue.called("line-3"), 2U);
}

TEST(Builder, ListsWhatItRejectsAndGoesOn) {
  const BuiltIndex built;
  built.write("a.jsonl", line("1", "One", "") + "{\"title\": \n" + line("2", "Two", ""));
  built.write("b.md", std::string_view("\x7f"
                                       "ELF\0\0\0\1",
                                       8));
  built.write("c.md", "");
  built.write("d.md", "# Three\n\nA story.\n");
  const BuildReport report = built.build();
  EXPECT_EQ(report.articles, 3U);
  EXPECT_EQ(built.ids().size(), 3U);
  const std::vector<nlohmann::json> lost = lost_articles(report);
  ASSERT_EQ(lost.size(), 3U);
  EXPECT_EQ(lost[0]["path"], "a.jsonl");
  EXPECT_TRUE(std::string(lost[0]["place"]).starts_with("line 2")) << lost[0];
  EXPECT_EQ(lost[1]["path"], "b.md");
  EXPECT_EQ(lost[2], (nlohmann::json{{"path", "c.md"},
                                     {"place", ""},
                                     {"reason", "an empty file"},
                                     {"id", ""},
                                     {"kept", false}}));
  std::uint64_t counted = 0;
  for (const auto& [reason, count] : report.rejections.by_reason) {
    EXPECT_FALSE(reason.empty());
    EXPECT_NE(reason.back(), '.');
    counted += count;
  }
  EXPECT_EQ(counted, 3U);
  EXPECT_EQ(read_manifest(built.generation()).rejected, 3U);
}

TEST(Builder, KeepsArticlesWhoseDateIsNoneAndSaysSo) {
  const BuiltIndex built;
  built.write("a.jsonl", line("1", "One", "2020-13-45") + line("2", "Two", "2020-12-31"));
  built.write("style.css", "p {}");
  const BuildReport report = built.build();
  EXPECT_EQ(report.articles, 2U);
  EXPECT_EQ(report.rejections.without_date, 1U);
  EXPECT_EQ(report.passed_over, 1U);
  EXPECT_TRUE(report.rejections.by_reason.empty());
  ASSERT_EQ(lost_articles(report).size(), 1U);
  EXPECT_EQ(lost_articles(report)[0],
            (nlohmann::json{{"path", "a.jsonl"},
                            {"place", "line 1"},
                            {"reason", "\"2020-13-45\" is not a valid date: there is no month 13"},
                            {"id", "1"},
                            {"kept", true}}));
}

TEST(Builder, SaysWhichDateOfScrapedTextIsNone) {
  const BuiltIndex built;
  built.write("a.txt",
              "A New Rope\nApril 31, 2015\n\nThe ferry of Kellby has a new rope, and it is longer "
              "than the old one by a hand.\n");
  const BuildReport report = built.build();
  EXPECT_EQ(report.articles, 1U);
  EXPECT_EQ(report.rejections.without_date, 1U);
  ASSERT_EQ(lost_articles(report).size(), 1U);
  EXPECT_EQ(lost_articles(report)[0]["reason"],
            "\"April 31, 2015\" is not a valid date: there is no 31 April in 2015");
}

TEST(Builder, WritesNoTermThatTheSchemaDoesNotExplain) {
  const BuiltIndex built;
  write_mixed_archive(built, 60);
  built.build();
  const Xapian::Database database(built.database().string());
  std::size_t terms = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term, ++terms) {
    EXPECT_TRUE(explained(*term)) << *term;
  }
  EXPECT_GT(terms, 100U);
  for (const char* unknown : {"Foo", "XQ:x", "XSENT", "Y2019", "Tword", "W"}) {
    EXPECT_FALSE(explained(unknown)) << unknown;
  }
}

TEST(Builder, DescribesTheGenerationInItsManifest) {
  const BuiltIndex built;
  write_mixed_archive(built, 40);
  const BuildReport report = built.build({.jobs = 3, .keep = 2});
  EXPECT_EQ(BuiltIndex::names_in(built.index()), (Names{"current", "generations", "lock"}));
  EXPECT_EQ(BuiltIndex::names_in(built.generation()),
            (Names{"articles", "boilerplate.zst", "catalogue", "columns", "forward",
                   "manifest.json", "rejected.jsonl"}));

  const Manifest manifest = read_manifest(built.generation());
  EXPECT_EQ(manifest.generation, report.generation);
  EXPECT_EQ(manifest.generation, built.generation().filename());
  EXPECT_EQ(manifest.documents, report.articles);
  EXPECT_EQ(manifest.text_bytes, report.text_bytes);
  EXPECT_EQ(manifest.sources, Names{built.articles().string()});
  EXPECT_EQ(manifest.settings.at("jobs"), "3");
  EXPECT_EQ(manifest.settings.at("keep"), "2");
  EXPECT_EQ(manifest.settings.at("xapian"), Xapian::version_string());
  EXPECT_EQ(manifest.stems, Stemmer::fingerprint());

  // Every file but the manifest itself, each with its hash.
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(built.generation())) {
    const std::string name = entry.path().lexically_relative(built.generation());
    if (!entry.is_regular_file() || name == "manifest.json") continue;
    ++files;
    ASSERT_TRUE(manifest.files.contains(name)) << name;
    EXPECT_EQ(manifest.files.at(name).sha256, sha256_of_file(entry.path())) << name;
  }
  EXPECT_EQ(files, manifest.files.size());
}

TEST(Builder, CountsLanguagesTextAndTime) {
  const BuiltIndex built;
  built.write(
      "a.jsonl",
      R"({"id":"1","title":"abc","subtitle":"de","body":["fgh","i"],"captions":["jk"],"language":"en"})"
      "\n"
      R"({"id":"2","title":"lmnop","body":"q","language":"de"})");
  const BuildReport report = built.build();
  EXPECT_EQ(report.text_bytes, 11U + 6U);
  EXPECT_EQ(report.languages, (std::map<std::string, std::uint64_t>{{"de", 1}, {"en", 1}}));
  Names stages;
  for (const auto& [stage, seconds, processor_seconds] : report.stages) {
    stages.push_back(stage);
    EXPECT_GE(seconds, 0);
    EXPECT_GE(processor_seconds, 0);
  }
  EXPECT_EQ(stages, (Names{"reading", "cleaning", "ordering", "indexing", "joining", "inverting",
                           "checking", "publishing"}));
  EXPECT_GT(report.index_bytes, 0U);
  EXPECT_GT(report.peak_memory, 1U << 20);
}

TEST(Builder, LeavesAnIndexAmongTheArticlesOut) {
  const BuiltIndex built;
  built.write("a.jsonl", line("1", "One", ""));
  BuildOptions options;
  options.sources = {built.articles().parent_path().string()};  // holds articles/ and the index
  built.build(options);
  EXPECT_EQ(built.build(options).articles, 1U);
}

TEST(ReadArticles, GivesThemInTheOrderOfTheSourcesAsTheyAreIndexed) {
  const BuiltIndex built;
  write_mixed_archive(built, 40);
  Names read, lost;
  read_articles(
      {.sources = {built.articles().string()}},
      [&](const Article& article) { read.push_back(to_json_line(article)); },
      [&](const Rejected& rejected) { lost.push_back(rejected.path); });
  EXPECT_EQ(read.size(), 40U);
  EXPECT_EQ(lost, Names{});
  EXPECT_NE(read.front().find("Line 3"), std::string::npos) << read.front();

  // Boilerplate of scraped text is gone here as it is in the index.
  built.build();
  std::size_t scraped = 0;
  for (const Article& article : built.stored()) {
    const std::string indexed = to_json_line(article);
    EXPECT_EQ(std::count(read.begin(), read.end(), indexed), 1) << indexed;
    if (indexed.find("The scraped ") == std::string::npos) continue;
    ++scraped;
    EXPECT_EQ(indexed.find("Home News Sport"), std::string::npos) << indexed;
    EXPECT_EQ(indexed.find("by The Lantern"), std::string::npos) << indexed;
  }
  EXPECT_EQ(scraped, 8U);
}

}  // namespace
}  // namespace backfile
