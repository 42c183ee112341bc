// What an operator is told about articles that are not in the new index, and of an archive that
// shrank.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "run_program.h"
#include "started_program.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string record(const json& object) {
  return object.dump() + "\n";
}

class Losses : public ::testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) const {
    return scratch_.write("articles/" + name, text);
  }
  Ran build(std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"index", "--index", index_, scratch_ / "articles"};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  }
  std::vector<json> rejected_list() const {
    std::string name = contents_of(index_ + "/current");
    name.pop_back();
    std::istringstream in(contents_of(index_ + "/generations/" + name + "/rejected.jsonl"));
    std::vector<json> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
    return lines;
  }
  // "id key" of every article that a query finds.
  std::vector<std::string> found(const std::string& query) const {
    const Ran ran = run_program({"search", "--index", index_, "--format=json", query});
    std::vector<std::string> names;
    const json answer = json::parse(ran.out);
    for (const json& hit : answer["hits"]) {
      names.push_back(std::string(hit["id"]) + " " + std::string(hit["key"]));
    }
    std::sort(names.begin(), names.end());
    return names;
  }

  TemporaryDirectory scratch_;
  std::string index_ = scratch_ / "archive.index";
};

// One folder with every kind of loss there is, each once; the figures are counted by hand.
TEST_F(Losses, OfEveryKindAtOnceAreEachToldOnce) {
  const auto page = [](const char* title, const char* modified) {
    return std::string("<html><head><title>") + title +
           "</title><link rel=canonical href=https://lantern.example/storm>"
           "<meta property=article:modified_time content=" +
           modified + "></head><body><article><h1>" + title +
           "</h1><p>The storm tore the roofs off the market hall.</p></article></body></html>";
  };
  write("page.html", page("Storm", "2014-03-02"));
  write("saved/older.html", page("A storm is coming", "2014-03-01"));
  write("saved/again.html", page("Storm", "2014-03-02"));
  write("a.jsonl", record({{"id", "1"}, {"title", "One"}, {"date", "yesterday"}}) +
                       record({{"id", "1"}, {"title", "Uno"}}) +  // the same id in one file
                       record({{"id", "2"}, {"title", "Two"}}) +  //
                       record({{"id", "2"}, {"title", "Two"}}) +  // word for word
                       record({{"id", "3"}}) + "{\"id\": \"4\"\n" + "[7]\n" +
                       record({{"id", "5"}, {"title", {{"x", 1}}}}) +
                       record({{"id", "6"}, {"title", "Six"}, {"draft", true}}) +
                       record({{"id", "7"}, {"title", "Seven"}, {"date", "the ides"}}));
  write("b.jsonl", record({{"id", "1"}, {"title", "The other one"}}));
  write("empty.md", "");
  write("binary.txt", std::string("\x7f"
                                  "ELF\0\0\0\1",
                                  8));
  write("table.csv", "a,b\n");
  write("picture.png", "x");
  ASSERT_EQ(::mkfifo((scratch_ / "articles/pipe").c_str(), 0600), 0);
  fs::create_symlink("/etc/hostname", scratch_ / "articles/link.txt");

  const Ran ran = build({"--format=json"});
  EXPECT_EQ(ran.code, 3) << ran.err;
  const json report = json::parse(ran.out);
  EXPECT_EQ(report["articles"], 5) << "storm, uno, two, seven, the other one";
  EXPECT_EQ(report["repeated"], 2) << "again.html and the second Two";
  EXPECT_EQ(report["without_date"], 1) << "Seven; One is not there";
  EXPECT_EQ(report["passed_over"], 1);
  std::uint64_t counted = 0;
  for (const auto& [reason, count] : report["rejected"].items()) {
    counted += count.get<std::uint64_t>();
  }
  EXPECT_EQ(counted, 12U) << report["rejected"];

  std::map<std::string, int> lost;
  std::vector<json> kept;
  for (const json& line : rejected_list()) {
    if (line["kept"] == true) {
      kept.push_back(line);
    } else {
      ++lost[std::string(line["path"]) + ", " + std::string(line["place"])];
    }
  }
  EXPECT_EQ(lost, (std::map<std::string, int>{{"saved/older.html, ", 1},
                                              {"a.jsonl, line 1", 1},
                                              {"a.jsonl, line 5", 1},
                                              {"a.jsonl, line 6, column 11", 1},
                                              {"a.jsonl, line 7", 1},
                                              {"a.jsonl, line 8", 1},
                                              {"a.jsonl, line 9", 1},
                                              {"empty.md, ", 1},
                                              {"binary.txt, ", 1},
                                              {"table.csv, ", 1},
                                              {"pipe, ", 1},
                                              {"link.txt, ", 1}}));
  ASSERT_EQ(kept.size(), 1U);
  EXPECT_EQ(kept[0]["id"], "7");

  const Ran text = build();
  EXPECT_EQ(text.code, 3);
  for (const char* told :
       {"rejected    12 articles:\n", "1  another version of this article has a later date\n",
        "1  another version of this article was read after it\n",
        "repeated    2 duplicates that differ only in path; each is indexed once\n"}) {
    EXPECT_NE(text.out.find(told), std::string::npos) << told << text.out;
  }
}

TEST_F(Losses, SixCollectionsInOneFolderLoseNoArticle) {
  const char* data = std::getenv("BACKFILE_TEST_DATA");
  if (data == nullptr) GTEST_SKIP() << "set BACKFILE_TEST_DATA to a folder with judged/";
  const fs::path judged = fs::path(data) / "judged";
  std::uint64_t records = 0, blank = 0;
  for (const char* name : {"time", "cranfield", "xquad-en", "xquad-de", "xquad-ru", "xquad-zh"}) {
    const std::string text = contents_of(judged / name / "docs.jsonl");
    write(std::string(name) + ".jsonl", text);
    std::istringstream in(text);
    for (std::string line; std::getline(in, line); ++records) {
      const json object = json::parse(line);
      if (object["title"] == "" && object["body"] == "") ++blank;
    }
  }
  EXPECT_EQ(records, 2783U);
  const Ran ran = build({"--format=json"});
  const json report = json::parse(ran.out);
  EXPECT_EQ(report["articles"], records - blank);
  EXPECT_EQ(rejected_list().size(), blank) << "two records of cranfield are blank";
  EXPECT_EQ(ran.code, blank == 0 ? 0 : 3);
}

TEST_F(Losses, OfAnArchiveThatShrankStandAboveAllFigures) {
  std::string lines;
  for (int i = 0; i < 12; ++i) {
    lines += record({{"id", std::to_string(i)}, {"title", "Story " + std::to_string(i)}});
  }
  write("a.jsonl", lines);
  ASSERT_EQ(build().code, 0);
  std::string before = contents_of(index_ + "/current");
  before.pop_back();
  EXPECT_EQ(build().out.find("fewer"), std::string::npos) << "as many as before";
  before = contents_of(index_ + "/current");
  before.pop_back();

  write("a.jsonl", record({{"id", "1"}, {"title", "Story 1"}}));
  const Ran ran = build();
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find(".\nThat is 11 articles fewer than the 12 of the generation before, " +
                         before + ".\nIf that is not what you want, go back with `echo " + before +
                         " > " + index_ + "/current`.\n"),
            std::string::npos)
      << ran.out;
  std::ofstream(index_ + "/current") << before << '\n';
  const json report = json::parse(build({"--format=json"}).out);
  EXPECT_EQ(report["before"], (json{{"generation", before}, {"articles", 12}}));
  EXPECT_EQ(report["fewer"], 11);
  std::ofstream(index_ + "/current") << before << '\n';
  EXPECT_NE(build({"--quiet"}).err.find("11 articles fewer"), std::string::npos);
}

TEST_F(Losses, ShrinkingIsToldOfAnIndexOfAnotherVersionToo) {
  write("a.jsonl", record({{"id", "1"}, {"title", "A"}}) + record({{"id", "2"}, {"title", "B"}}));
  ASSERT_EQ(build().code, 0);
  std::string name = contents_of(index_ + "/current");
  name.pop_back();
  const std::string file = index_ + "/generations/" + name + "/manifest.json";
  auto manifest = json::parse(contents_of(file));
  manifest["schema"] = 1;
  std::ofstream(file) << manifest;
  write("a.jsonl", record({{"id", "1"}, {"title", "A"}}));
  EXPECT_NE(build().out.find("1 article fewer than the 2 "), std::string::npos);
}

// What was in use cannot be read: the new index is compared with the newest that can, and says so.
TEST_F(Losses, OfAnArchiveWhoseGenerationInUseIsBrokenAreToldAsWell) {
  const auto name_in_use = [&] {
    std::string name = contents_of(index_ + "/current");
    name.pop_back();
    return name;
  };
  const auto manifest_of = [&](const std::string& name) {
    return index_ + "/generations/" + name + "/manifest.json";
  };
  const std::string one = record({{"id", "1"}, {"title", "A"}});
  const std::string could_not = "Warning: the generation in use could not be read (";
  const struct {
    const char* what;
    std::function<void(const std::string& last)> harm;
    std::string fault;
  } cases[] = {
      {"empty", [&](const auto&) { std::ofstream(index_ + "/current"); },
       index_ + "/current names no generation of this index"},
      {"another word", [&](const auto&) { std::ofstream(index_ + "/current") << "../x\n"; },
       index_ + "/current names no generation of this index"},
      {"missing", [&](const auto&) { fs::remove(index_ + "/current"); },
       index_ + "/current is missing"},
      {"no manifest", [&](const auto& last) { fs::remove(manifest_of(last)); },
       "manifest.json of LAST is missing or damaged"},
      {"damaged", [&](const auto& last) { std::ofstream(manifest_of(last)) << "{\"docu"; },
       "manifest.json of LAST is missing or damaged"},
  };
  for (const auto& row : cases) {
    SCOPED_TRACE(row.what);
    fs::remove_all(index_);
    write("a.jsonl", one + record({{"id", "2"}, {"title", "B"}}));
    ASSERT_EQ(build().err, "");
    const std::string first = name_in_use();
    ASSERT_EQ(build().err, "");
    const std::string last = name_in_use();
    row.harm(last);
    std::string fault = row.fault;
    const bool of_last = fault.find("LAST") != fault.npos;
    if (of_last) fault.replace(fault.find("LAST"), 4, last);
    const std::string compared = of_last ? first : last;
    write("a.jsonl", one);
    const Ran ran = build();
    EXPECT_EQ(ran.code, 0);
    EXPECT_NE(ran.err.find(could_not + fault + "); the new one is compared with " + compared + ","),
              std::string::npos)
        << ran.err;
    EXPECT_NE(ran.out.find("1 article fewer than the 2 of the generation before, " + compared),
              std::string::npos)
        << ran.out;
    EXPECT_EQ(build().err, "") << "it was mended";
  }
  fs::remove_all(index_ + "/generations");
  const Ran ran = build({"--quiet"});
  EXPECT_NE(ran.err.find("the new one may have fewer articles: no generation on disk says"),
            std::string::npos)
      << ran.err;
}

TEST_F(Losses, DoNotComeOfReadingWhatReadPrints) {
  const std::string storm = "\"title\":\"Storm\",\"body\":\"It blew.\"}\n";
  write("a.jsonl", "{\"id\":\"1\"," + storm + "{\"id\":\"2\",\"source\":\"Wire\"," + storm +
                       "{\"url\":\"https://lantern.example/3\"," + storm + "{" + storm);
  write("b.jsonl", "{\"id\":\"1\"," + storm);
  write("deep/c.md", "---\ntitle: Storm\ndate: 3 May 2014\n---\n\nIt blew.\n");
  write("d.txt", "Storm\n\nIt blew all night and tore the roofs off the market hall.\n");
  ASSERT_EQ(build().code, 0);
  const std::vector<std::string> names = found("storm");
  ASSERT_EQ(names.size(), 7U);
  EXPECT_EQ(names[0].substr(0, 2), names[1].substr(0, 2)) << "both are called 1";

  const std::string copy =
      scratch_.write("copy.jsonl", run_program({"read", scratch_ / "articles"}).out);
  const Ran again = run_program({"index", "--index", index_, copy});
  EXPECT_EQ(again.code, 0) << again.out;
  EXPECT_EQ(found("storm"), names);
  const Ran both =
      run_program({"index", "--index", index_, "--format=json", scratch_ / "articles", copy});
  EXPECT_EQ(both.code, 0) << both.out;
  EXPECT_EQ(json::parse(both.out)["repeated"], 7);
  EXPECT_EQ(found("storm"), names);
}

// The title of the page names one of its two articles, so that one alone is read.
TEST_F(Losses, OfAnArticleThatSharesAPageAreListedAndMakeTheExitCode3) {
  const auto article = [](const std::string& title, const std::string& word) {
    std::string text = "<article><h1>" + title + "</h1><time datetime='2014-05-05'>5 May</time>";
    for (int paragraph = 0; paragraph < 6; ++paragraph) {
      text += "<p>The " + word + ", of which the council had read in " +
              std::to_string(paragraph + 2) +
              " letters, should be repaired before winter comes, at a cost of two million crowns, "
              "which the town must find.</p>";
    }
    return text + "</article>";
  };
  std::string others = article("A ferry", "ferry");
  for (const bool most : {false, true}) {
    if (most) others += article("A pike", "pike");
    write("a.html", "<html><head><title>The weir</title></head><body>" +
                        article("The weir", "weir") + others + "</body></html>");
    const Ran ran = build();
    EXPECT_EQ(ran.code, 3) << ran.err;
    EXPECT_NE(ran.out.find("1 article kept without others that stand on the same page"),
              std::string::npos)
        << ran.out;
    const std::vector<json> listed = rejected_list();
    ASSERT_EQ(listed.size(), 1U);
    EXPECT_EQ(listed[0]["kept"], true);
    EXPECT_EQ(found("weir").size(), 1U);
    EXPECT_EQ(found("ferry").size(), 0U);
    EXPECT_EQ(run_program({"read", scratch_ / "articles"}).code, 3) << "as index says";
  }
}

TEST_F(Losses, OfAnArticleInsideAnotherAreListedAndMakeTheExitCode3) {
  const json weir = {{"title", "Weir"},
                     {"body", "The old weir will be mended before the winter comes."},
                     {"items", {{{"title", "Ferry"}, {"body", "The ferry sank."}}}}};
  write("a.json", weir.dump());
  EXPECT_EQ(build().code, 0) << "both are read";
  EXPECT_EQ(found("ferry").size(), 1U);
  json boxed = weir;
  boxed.erase("items");
  boxed["sidebar"] = weir["items"][0];
  write("a.json", boxed.dump());
  EXPECT_EQ(build().code, 3);
  EXPECT_EQ(found("ferry").size(), 0U);
  const std::vector<json> listed = rejected_list();
  ASSERT_EQ(listed.size(), 1U);
  EXPECT_EQ(listed[0]["kept"], true);
  EXPECT_EQ(run_program({"read", scratch_ / "articles"}).code, 3) << "as index says";
  EXPECT_NE(run_program({"read", "--explain", scratch_ / "articles"}).out.find("The ferry sank."),
            std::string::npos);
}

TEST_F(Losses, NamesOfSourcesMayStandInTheConfiguration) {
  write("lantern/a.jsonl", record({{"id", "1"}, {"title", "Storm"}}));
  write("wire/a.jsonl", record({{"id", "1"}, {"title", "Storm"}}));
  const std::string file = scratch_.write(
      "b.toml", "source-name = [\"" + (scratch_ / "articles/lantern") + "=The Lantern\", \"" +
                    (scratch_ / "articles/wire") + "=Wire\"]\n");
  const Environment environment = {{"BACKFILE_CONFIG", file}};
  const std::vector<std::string> read = {"read", scratch_ / "articles"};
  const Ran ran = run_program(read, environment);
  EXPECT_EQ(ran.code, 0) << ran.err;
  for (const char* told : {"\"source\":\"The Lantern\"", "\"source\":\"Wire\"",
                           "\"identity\":\"source The Lantern\\n1\""}) {
    EXPECT_NE(ran.out.find(told), std::string::npos) << told << ran.out;
  }
  const Ran wrong = run_program({"read", "--source-name", "The Lantern", scratch_ / "articles"});
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err.find("--source-name takes a folder or file and its name, as in "),
            std::string::npos)
      << wrong.err;
}

}  // namespace
}  // namespace backfile
