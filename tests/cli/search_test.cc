// `backfile search` as people and scripts use it.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "run_program.h"

namespace backfile {
namespace {

constexpr const char* articles = R"(
{"id":"1","title":"Storm over the harbour","author":["Jane Doe"],"published":"2019-03-05","section":"World","language":"en","url":"https://example.org/1","body":"The storm tore the roofs off the fish market. The flood came later, with the tide."}
{"id":"2","title":"Quiet seas","author":["John Roe"],"published":"2020-06","section":"Sport","language":"en","body":"No storm this week, the harbour master says. Anglers are glad."}
{"id":"3","title":"Budget passed","author":["Jane Doe"],"published":"2021","section":"World","language":"en","body":"The council passed its budget late at night."}
)";

class Search : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = new TemporaryDirectory;
    std::ofstream(*scratch_ / "articles.jsonl") << articles;
    built_ =
        run_program({"index", "--index=" + (*scratch_ / "index"), *scratch_ / "articles.jsonl"});
  }
  static void TearDownTestSuite() { delete scratch_; }
  // Here, not above: tests of a suite that cannot be set up would pass as skipped.
  void SetUp() override { ASSERT_EQ(built_.code, 0) << built_.err; }

  // With the index of the three articles, eighty columns wide.
  static Ran search(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "search");
    return run_program(arguments, {{"BACKFILE_INDEX", *scratch_ / "index"}, {"COLUMNS", "80"}});
  }

  static std::vector<std::string> titles(const std::vector<std::string>& arguments) {
    std::vector<std::string> all = {"--format=json"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    std::vector<std::string> found;
    const std::string out = search(all).out;
    if (out.empty()) return {"nothing printed"};
    const auto answer = nlohmann::json::parse(out);
    for (const auto& hit : answer["hits"]) found.push_back(hit["title"]);
    return found;
  }

  static inline TemporaryDirectory* scratch_ = nullptr;
  static inline Ran built_;
};

using Titles = std::vector<std::string>;
const std::string storm = "Storm over the harbour", seas = "Quiet seas", budget = "Budget passed";

TEST_F(Search, ReadsDatesByTheirSigns) {
  EXPECT_EQ(titles({"date:<2020"}), Titles{storm});
  EXPECT_EQ(titles({"date:<=2020", "--sort=oldest"}), (Titles{storm, seas}));
  EXPECT_EQ(titles({"date:>2020"}), Titles{budget});
  EXPECT_EQ(titles({"date:>=2020", "--sort=oldest"}), (Titles{seas, budget}));
  EXPECT_EQ(titles({"date:2019-3"}), Titles{storm});
  const Ran backwards = search({"date:2020..2019"});
  EXPECT_NE(backwards.out.find("the later date first"), std::string::npos) << backwards.out;
}

TEST_F(Search, CountsPlacesInTheUnitAskedFor) {
  // Three characters stand before the bracket, of one, two and one unit, or of two, four and one.
  const auto place = [](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"--format=json", "é😀 (storm"});
    const Ran ran = search(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    return ran.out.empty() ? nlohmann::json()
                           : nlohmann::json::parse(ran.out)["notes"][0]["position"];
  };
  EXPECT_EQ(place({}), 4);
  EXPECT_EQ(place({"--offsets=utf16"}), 4);
  EXPECT_EQ(place({"--offsets", "codepoint"}), 3);
  EXPECT_EQ(place({"--offsets=byte"}), 7);
}

TEST_F(Search, PrintsNoFacetsAsTable) {
  const Ran ran = search({"--format=tsv", "--facets=year", "storm"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(
      ran.err,
      "backfile: --facets has no place in tsv; take --format json or text, or leave it out\n");
}

TEST_F(Search, NamesThePathOfAnArticleWithoutAddress) {
  const Ran ran = search({"anglers"});
  EXPECT_TRUE(ran.out.ends_with("\n   articles.jsonl:3\n")) << ran.out;
}

TEST_F(Search, SaysWhereABadSettingIs) {
  const std::string file = *scratch_ / "bad.toml";
  std::ofstream(file) << "# settings\n[search]\nlimit = -4\n";
  const Ran ran =
      run_program({"search", "--index", *scratch_ / "index", "storm"}, {{"BACKFILE_CONFIG", file}});
  EXPECT_EQ(ran.code, 2);
  EXPECT_EQ(ran.err, "backfile: " + file +
                         ", line 3: limit takes a whole number from 0 to 10000, not \"-4\"\n");
}

// Scores tell whether days count: by flag, by the environment, by the file, in this order.
TEST_F(Search, TakesTheHalfLifeOfRecencyFromWhereSettingsAre) {
  const auto scores = [](std::vector<std::string> arguments,
                         std::vector<std::pair<std::string, std::string>> variables) {
    arguments.insert(arguments.begin(),
                     {"search", "--format=json", "--index=" + (*scratch_ / "index"), "storm"});
    const Ran ran = run_program(arguments, variables);
    EXPECT_EQ(ran.code, 0) << ran.err;
    std::string found;
    if (ran.out.empty()) return found;
    const auto answer = nlohmann::json::parse(ran.out);
    for (const auto& hit : answer["hits"])
      found += hit["id"].get<std::string>() + " " + hit["score"].dump() + "; ";
    return found;
  };
  const std::string plain = scores({}, {});
  const std::string years = scores({"--recency-half-life", "9 years"}, {});
  const std::string days = scores({"--recency-half-life=9 days"}, {});
  EXPECT_NE(years, plain);
  EXPECT_NE(years, days);
  const std::string file = *scratch_ / "recency.toml";
  std::ofstream(file) << "recency-half-life = \"9 years\"\n";
  EXPECT_EQ(scores({}, {{"BACKFILE_CONFIG", file}}), years);
  EXPECT_EQ(scores({}, {{"BACKFILE_CONFIG", file}, {"BACKFILE_RECENCY_HALF_LIFE", "9 days"}}),
            days);
  EXPECT_EQ(scores({"--recency-half-life=9 years"}, {{"BACKFILE_RECENCY_HALF_LIFE", "9 days"}}),
            years);
}

TEST_F(Search, SaysWhatAHalfLifeIs) {
  const std::string wanted =
      "recency-half-life takes a time such as \"2 years\", \"18 months\" or \"90 days\", not ";
  const Ran zero = search({"storm", "--recency-half-life=0 days"});
  EXPECT_EQ(zero.code, 2);
  EXPECT_EQ(zero.err, "backfile: --" + wanted + "\"0 days\"\n");
  const std::string file = *scratch_ / "soon.toml";
  std::ofstream(file) << "[search]\nrecency-half-life = 2\n";
  const Ran bare =
      run_program({"search", "--index", *scratch_ / "index", "storm"}, {{"BACKFILE_CONFIG", file}});
  EXPECT_EQ(bare.code, 2);
  EXPECT_EQ(bare.err, "backfile: " + file + ", line 2: " + wanted + "\"2\"\n");
}

TEST_F(Search, PrintsArticlesForPeople) {
  const Ran ran = search({"storm", "flood"});
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.err, "");
  EXPECT_TRUE(
      ran.out.starts_with("1 article for storm flood\n\n"
                          "1. Storm over the harbour\n"
                          "   2019-03-05 · Jane Doe · World\n"))
      << ran.out;
  EXPECT_NE(ran.out.find("   https://example.org/1\n"), std::string::npos);
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos) << "no colour but on a terminal";
}

TEST_F(Search, NarrowsByEveryFlag) {
  EXPECT_EQ(titles({"storm"}).size(), 2u);
  EXPECT_EQ(titles({"storm", "--section=Sport"}), Titles{seas});
  EXPECT_EQ(titles({"storm", "--author=Jane Doe"}), Titles{storm});
  EXPECT_EQ(titles({"storm", "--from=2020"}), Titles{seas});
  EXPECT_EQ(titles({"storm", "--to=2019-03"}), Titles{storm});
  EXPECT_EQ(titles({"storm", "--to", "March 2019"}), Titles{storm});
  EXPECT_EQ(titles({"storm", "--to", "3/2019"}), Titles{storm});
  EXPECT_EQ(titles({"storm", "--from", "2020/01/31"}), Titles{seas});
  EXPECT_EQ(titles({"storm date:\"March 2019\""}), Titles{storm});
  EXPECT_EQ(titles({"--sort=oldest", "--section=World"}), (Titles{storm, budget}));
  EXPECT_EQ(titles({"--sort=newest", "--section=World", "--section=Sport"}),
            (Titles{budget, seas, storm}));
  EXPECT_EQ(titles({"--sort=newest", "--limit=1", "--offset=1", "--lang=en"}), Titles{seas});
  EXPECT_EQ(titles({"storm budget", "--match=any"}).size(), 3u);
  EXPECT_EQ(titles({"storm budget", "--match=all"}), Titles{});
  EXPECT_EQ(titles({"title:storm OR budget"}).size(), 2u);
  EXPECT_EQ(titles({"storm -flood"}), Titles{seas});
}

TEST_F(Search, CountsFacets) {
  const Ran ran = search({"--limit=0", "--facets=section,author", "--lang=en"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("section: World (2), Sport (1)\n"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("author: Jane Doe (2), John Roe (1)\n"), std::string::npos) << ran.out;
}

TEST_F(Search, PrintsValuesForPrograms) {
  const Ran ran = search({"--format=tsv", "--sort=oldest", "harbour"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(ran.out.starts_with("rank\tscore\tpublished\tkey\ttitle\turl\n1\t")) << ran.out;
  const Ran bare = search({"--format=tsv", "--sort=oldest", "--no-header", "harbour"});
  EXPECT_EQ("rank\tscore\tpublished\tkey\ttitle\turl\n" + bare.out, ran.out);
  EXPECT_NE(ran.out.find("\t2019-03-05\t"), std::string::npos);
  EXPECT_TRUE(ran.out.ends_with("\tQuiet seas\t\n")) << ran.out;
}

TEST_F(Search, SaysByItsFlagsThatNoMoreFollows) {
  const Ran beyond = search({"storm", "--offset=7", "--limit=1", "--format=json"});
  EXPECT_NE(
      beyond.out.find("Only 2 articles match, so there is nothing after number 7. With --limit "
                      "1, --offset 1 shows the last."),
      std::string::npos)
      << beyond.out;
  const Ran all = search({"storm", "--offset=7"});
  EXPECT_EQ(all.out.find(" page"), std::string::npos) << all.out;
}

TEST_F(Search, SaysThatNothingIsLeftOfADateThatCannotBe) {
  const Ran ran = search({"date:31/2/2014"});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("February"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("Note: Nothing is left to search for."), std::string::npos) << ran.out;
  EXPECT_EQ(ran.err, "") << "there is no spelling to check";
}

TEST_F(Search, SaysThatAndWhyNothingWasFound) {
  const Ran nothing = search({"zeppelin"});
  EXPECT_EQ(nothing.code, 1);
  EXPECT_TRUE(nothing.out.starts_with("No article for zeppelin among 3.\n")) << nothing.out;
  EXPECT_EQ(nothing.err, "Check the spelling, or try fewer or other words.\n");

  const Ran elsewhere = search({"storm", "--section=World", "--from=2020", "--match=all"});
  EXPECT_EQ(elsewhere.code, 1);
  EXPECT_EQ(elsewhere.err,
            "There would be 1 without the dates.\n"
            "There would be 1 without the filters.\n"
            "There would be 2 without the dates and the filters.\n");

  const Ran within = search({"storm flood", "--from=2020"});
  EXPECT_EQ(within.code, 0);
  EXPECT_NE(within.out.find("No article within these filters has all of these words"),
            std::string::npos)
      << within.out;
  EXPECT_EQ(within.err, "There would be 1 with all of them without the dates.\n");
  const Ran writer = search({"doe"});
  EXPECT_NE(writer.out.find("\nBy Jane Doe: 2 articles (author:\"Jane Doe\")\n"), std::string::npos)
      << writer.out;
  EXPECT_EQ(writer.err, "");

  const Ran partly = search({"harbour author:doe -(storm OR tide) before:2021"});
  EXPECT_EQ(partly.code, 1);
  EXPECT_EQ(partly.err, "There would be 1 without -(storm OR tide).\n");

  const Ran json = search({"--format=json", "zeppelin"});
  EXPECT_EQ(json.code, 1);
  EXPECT_EQ(nlohmann::json::parse(json.out)["total"]["value"], 0);
  EXPECT_EQ(json.err, "");
}

TEST_F(Search, ExplainsWhatItCannotUse) {
  const struct {
    std::vector<std::string> arguments;
    const char* says;
  } cases[] = {
      {{}, "backfile: say what to search for, as in: backfile search storm flood\n"},
      {{"storm", "--from=yesterday"},
       "“yesterday” is not a date that --from can use. Write a year, a month or a day: “2019”, "
       "“March 2019”, “3/2019”, “2019-03-31” or “31 March 2019”.\n"},
      {{"storm", "--to=5/3/2019"},
       "“5/3/2019” is not a date that --to can use. Write “2019-03-05” or “2019-05-03”, for it "
       "could be either.\n"},
      {{"storm", "--to=31/2/2014"},
       "“31/2/2014” is not a date that --to can use. February 2014 has 28 days.\n"},
      {{"storm", "--from=0001-01-01"},
       "“0001-01-01” is not a date that --from can use. Years go from 1000 to 9998.\n"},
      {{"storm", "--to=9999"},
       "“9999” is not a date that --to can use. Years go from 1000 to 9998.\n"},
      {{"storm", "--sort=best"}, "--sort takes relevance, newest or oldest, not \"best\""},
      {{"storm", "--format=json", "--offsets=char"},
       "--offsets takes utf16, codepoint or byte, not \"char\""},
      {{"storm", "--limit=many"}, "--limit takes a whole number from 0 to 10000"},
      {{"storm", "--facets=colour"}, "There is no facet “colour”"},
      {{"--strict", "storm (flood"}, "at character 7: This bracket is never closed"},
      {{"x " + std::string(60, '(')}, "at character 53: Brackets are nested more than 50 deep."},
      {{std::string(70'000, 'x')}, "The query is too long"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.says);
    const Ran ran = search(c.arguments);
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find(c.says), std::string::npos) << ran.err;
  }
}

TEST_F(Search, NotesWhatItReadOtherwise) {
  const Ran ran = search({"storm", "w/5", "harbour", "NOT"});
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("\nRead as: storm harbour\n"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("Note, at character 7: “w/5” is not understood yet"), std::string::npos);
  EXPECT_NE(ran.out.find("Note, at character 19: “NOT” has nothing after it"), std::string::npos);
}

TEST_F(Search, RefusesFormsOfOtherLanguagesUnderStrict) {
  for (const char* query : {"\"storm tide*\"", "tid!", "storm /5 tide", "storm ADJ tide",
                            "hlead(storm)", "HEADLINE(storm)", "storm BUT NOT tide"}) {
    SCOPED_TRACE(query);
    EXPECT_NE(search({query}).out.find("Note"), std::string::npos);
    const Ran refused = search({"--strict", query});
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.err.find("or ask without --strict"), std::string::npos) << refused.err;
  }
  const Ran headline = search({"--strict", "Author: the storm over the harbour"});
  EXPECT_EQ(headline.code, 0) << headline.err;
}

TEST_F(Search, ListsEverythingInTheOrderOfDates) {
  EXPECT_EQ(titles({"--sort=newest"}), (Titles{budget, seas, storm}));
  EXPECT_EQ(titles({"--sort=oldest", "--limit=1"}), Titles{storm});
}

TEST_F(Search, SaysHowManyHaveAllOfTheWords) {
  const Ran ran = search({"storm zeppelin"});
  EXPECT_TRUE(
      ran.out.starts_with("2 articles for storm zeppelin; none has all of the words in its"))
      << ran.out;
}

TEST_F(Search, SurvivesAnyBytes) {
  for (const char* query :
       {"\xff\xfe storm", "\"", "-", "((((", "storm\x1b[2J", "title:", "=", "^2"}) {
    const Ran ran = search({"--", query});
    EXPECT_LE(ran.code, 1) << query << ran.err;
    EXPECT_EQ(ran.out.find('\x1b'), std::string::npos);
  }
}

TEST(SearchWithoutAnIndex, SaysHowToMakeOne) {
  const TemporaryDirectory scratch;
  const Ran ran = run_program({"search", "--index=" + (scratch / "none"), "storm"});
  EXPECT_EQ(ran.code, 7);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("there is no index at " + (scratch / "none")), std::string::npos)
      << ran.err;
  EXPECT_NE(ran.err.find("backfile index SOURCE..."), std::string::npos);
}

}  // namespace
}  // namespace backfile
