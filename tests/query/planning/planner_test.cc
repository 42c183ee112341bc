// What a tree asks of the index, and which patterns it gives to snippets.
//
// tests/golden/planner.txt has the queries with the terms that they become, so that a change of
// meaning shows in the diff; the tests here check what must hold whatever the ranking.
#include "query/planning/planner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/golden_file.h"
#include "tests/query/planning/planned.h"
#include "tests/query/search/oracle_archive.h"

namespace backfile {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<Article> archive() {
  std::vector<Article> articles = {
      short_article("storm", "en",
                    "A storm flooded the harbour. The WHO sent e-mail about the S-400, and the US "
                    "asked who had read it."),
      short_article("bridge", "en", "Bridges across the harbour: José Mújica paid 1,000 for one."),
      short_article("deich", "de", "Der Deich hielt. Die Häuser am Hafen blieben trocken."),
      short_article("greve", "fr", "Après la grève, l’homme du musée rouvre le pont."),
      short_article("most", "ru", "Новый мост через реку откроют в сентябре."),
      short_article("gaotie", "zh", "新的高铁车站将于明年春天开放。"),
      short_article("toshokan", "ja", "北町の図書館は三月末で閉館する。"),
      short_article("mina", "ar", "اندلع حريق في ميناء المدينة."),
  };
  articles[0].title = "Storm over the bridge";
  articles[0].subtitle = "A harbour under water";
  articles[0].captions = {"The harbour on Sunday"};
  articles[0].author = {"Ann Lee"};
  articles[0].section = "World";
  articles[0].tags = {"flood"};
  articles[0].published = "2019-03-31";
  return articles;
}

std::string described(const std::string& name, const CostedQuery& part) {
  std::string text = "  " + name + ": " + part.condition.description() + "\n";
  const std::string ranks = ranking_of(part, Xapian::Query()).get_description();
  return text + (part.exact ? "    ranked: " : "    ranked within: ") + ranks + "\n";
}

class PlannerTest : public testing::Test {
 protected:
  Planned planned_{archive()};
  std::string patterns(std::string_view query) { return described(planned_.plan(query).patterns); }
};

TEST_F(PlannerTest, TurnsQueriesIntoTerms) {
  const struct {
    const char* heading;
    std::vector<const char*> queries;
  } groups[] = {
      {"words",
       {"storm", "Storms", "storm harbour", "storm zeppelin", "zeppelin", "the", "the storm",
        "the who", "!!!", "storm^2"}},
      {"phrases", {"\"storm flooded\"", "\"the harbour\"", "=storm", "=\"Storm over\""}},
      {"operators",
       {"storm OR bridge", "storm -flood", "-storm", "storm -(bridge OR deich)",
        "(storm OR bridge) harbour", "NOT NOT storm", "storm OR -bridge"}},
      {"fields",
       {"title:storm", "title:storms", "subtitle:harbour", "caption:harbour",
        "title:\"the bridge\"", "title:harbour"}},
      {"filters",
       {"section:World", "tag:flood storm", "author:lee", "author:\"Ann Lee\"", "lang:de",
        "date:2019", "section:Nowhere", "storm before:2019"}},
      {"acronyms", {"WHO", "who", "US", "U.S.", "WHO IS WHO"}},
      {"designations", {"S-400", "s400", "e-mail", "email", "1000", "1,000"}},
      {"accents", {"jose", "José", "=jose", "=José", "mujica", "greve", "musée"}},
      {"languages", {"Haus", "Deiche", "homme", "мосту", "реки", "حريق"}},
      {"scripts without spaces",
       {"高铁", "车站", "高铁车站", "高铁 车站", "站", "図書館", "新的高铁车站将于"}},
  };
  std::string out;
  for (const auto& group : groups) {
    out += "== " + std::string(group.heading) + "\n";
    for (const char* query : group.queries) {
      const Plan plan = planned_.plan(query);
      out += std::string(query) + "\n" + described("all", plan.all);
      if (plan.relaxable) out += described("any", plan.any);
      out += "  leaves: " + described(plan.patterns) + "\n";
      for (const Note& note : plan.notes) out += "  note: " + note.message + "\n";
    }
  }
  expect_golden("planner.txt", out);
}

TEST_F(PlannerTest, LeavesOutWhatIsUnderNotAndWhatIsAFilter) {
  EXPECT_EQ(patterns("storm -bridge"), "storm*");
  EXPECT_EQ(patterns("storm storm storm"), "storm*");
  EXPECT_EQ(patterns("storm NOT (bridge OR \"the harbour\")"), "storm*");
  EXPECT_EQ(patterns("storm NOT (bridge -harbour)"), "storm*");
  EXPECT_EQ(patterns("storm section:World author:lee tag:flood lang:en date:2019"), "storm*");
  EXPECT_EQ(patterns("-storm"), "");
  EXPECT_EQ(patterns("NOT NOT storm"), "storm*");
}

TEST_F(PlannerTest, KeepsTheLeavesOfEveryBranch) {
  EXPECT_EQ(patterns("storm OR bridge"), "storm*, bridge*");
  EXPECT_EQ(patterns("(storm OR zeppelin) \"the harbour\""), "storm*, zeppelin*, (the harbour)");
  EXPECT_EQ(patterns("storm OR -bridge"), "storm*");
}

TEST_F(PlannerTest, MakesOneLeafForEachWayToReadAWord) {
  EXPECT_EQ(patterns("\"storm flooded\""), "(storm flooded)");
  EXPECT_EQ(patterns("=storm"), "storm");
  EXPECT_EQ(patterns("=José"), "jose=josé");
  EXPECT_EQ(patterns("title:storm"), "title:storm*");
  EXPECT_EQ(patterns("caption:\"on Sunday\""), "caption:(on sunday)");
  EXPECT_EQ(patterns("S-400"), "s400*, (s 400)");
  EXPECT_EQ(patterns("WHO"), "who*!");
  EXPECT_EQ(patterns("WHO IS WHO"), "who*, is*");
}

TEST_F(PlannerTest, ReadsRunsWithoutSpacesAsBigrams) {
  EXPECT_EQ(patterns("高铁"), "高铁");
  EXPECT_EQ(patterns("高铁车站"), "(高铁 铁车 车站)");
  EXPECT_EQ(patterns("図書館"), "(図書 書館)");
  EXPECT_EQ(patterns("站"), "站");
  EXPECT_THAT(planned_.found("站"), ElementsAre("gaotie"));
  EXPECT_THAT(planned_.found("铁车"), ElementsAre("gaotie"));
  EXPECT_THAT(planned_.found("铁站"), IsEmpty());
}

TEST_F(PlannerTest, LeavesStopWordsOutUnlessTheyAreAllThereIs) {
  EXPECT_EQ(patterns("the storm"), "storm*");
  EXPECT_EQ(patterns("the"), "the*");
  EXPECT_THAT(patterns("\"the storm\""), HasSubstr("(the storm)"));
}

TEST_F(PlannerTest, FindsWhatTheLanguageOfTheArticleMeans) {
  const struct {
    const char *query, *id;
  } cases[] = {
      {"bridging", "bridge"}, {"Haus", "deich"},      {"Deiche", "deich"},  {"grève", "greve"},
      {"greve", "greve"},     {"homme", "greve"},     {"мосту", "most"},    {"река", "most"},
      {"حريق", "mina"},       {"図書館", "toshokan"}, {"高铁", "gaotie"},   {"email", "storm"},
      {"s400", "storm"},      {"1000", "bridge"},     {"mujica", "bridge"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.query);
    EXPECT_THAT(planned_.found(c.query), Contains(c.id));
  }
}

TEST_F(PlannerTest, RelaxesPlainWordsAndNothingElse) {
  const Plan plan = planned_.plan("storm zeppelin \"the harbour\" -bridge section:World");
  EXPECT_TRUE(plan.relaxable);
  ASSERT_EQ(plan.words.size(), 2U);
  EXPECT_EQ(plan.words[0].label, "storm");
  EXPECT_EQ(plan.words[1].label, "zeppelin");
  EXPECT_FALSE(planned_.plan("storm").relaxable);
  EXPECT_FALSE(planned_.plan("\"the harbour\"").relaxable);
}

TEST_F(PlannerTest, SaysWhatItCannotLookFor) {
  const Plan nothing = planned_.plan("...");
  EXPECT_TRUE(nothing.asks_nothing);
  const Plan missing = planned_.plan("storm section:Nowhere");
  ASSERT_EQ(missing.notes.size(), 1U);
  EXPECT_EQ(missing.notes[0].position, 6U);
  EXPECT_EQ(missing.notes[0].message, "No article has the section “Nowhere”.");
  const Plan named = planned_.plan("storm lang:english");
  ASSERT_EQ(named.notes.size(), 1U);
  EXPECT_EQ(named.notes[0].message,
            "No article has the language “english”; write a code, as “en”.");
  const Plan coded = planned_.plan("storm lang:is");
  ASSERT_EQ(coded.notes.size(), 1U);
  EXPECT_EQ(coded.notes[0].message, "No article has the language “is”.");
}

// Without positions these operators would silently be an AND: records are asked instead.
TEST(Planner, LeavesPositionsToRecords) {
  const std::vector<Article> articles = random_archive(11, 60);
  Planned planned(articles);
  Dice dice(11);
  std::size_t patterns = 0;
  for (int i = 0; i < 1000; ++i) {
    const Node tree =
        dice.one_in(2) ? random_question(dice, articles) : random_words(dice, articles);
    const Plan plan = planned.plan(tree);
    for (const CostedQuery& part : {plan.all, plan.any, plan.any_piece}) {
      const std::string text = ranking_of(part, Xapian::Query()).get_description();
      EXPECT_EQ(text.find(" PHRASE "), std::string::npos) << text;
      EXPECT_EQ(text.find(" NEAR "), std::string::npos) << text;
      patterns += part.condition.reads_articles() ? 1U : 0U;
    }
  }
  EXPECT_GT(patterns, 500U) << "phrases are hardly ever asked for";
}

TEST_F(PlannerTest, StopsAtADepthThatNoParserMakes) {
  Node node{.kind = NodeKind::word, .text = "storm", .field = {}, .period = {}, .children = {}};
  for (int depth = 0; depth < 5000; ++depth) {
    Node outer;
    outer.kind = depth % 2 == 0 ? NodeKind::any : NodeKind::all;
    outer.children.push_back(std::move(node));
    node = std::move(outer);
  }
  const Plan plan = planned_.plan(node);
  EXPECT_THAT(plan.patterns, IsEmpty());
  ASSERT_EQ(plan.notes.size(), 1U);
  EXPECT_THAT(plan.notes[0].message, HasSubstr("nested too deeply"));
}

}  // namespace
}  // namespace backfile
