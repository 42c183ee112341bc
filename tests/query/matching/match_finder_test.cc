// What is marked and what is not: each rule with an example for and one against.
//
// Queries go through parser and planner, as those of readers do; units of proximity, which the
// query language does not make yet, are written as patterns. [Marks] stand in the expected text.
#include "query/matching/match_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/query/planning/planned.h"
#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/snippet_patterns.h"
#include "tests/query/snippet/with_brackets.h"

namespace backfile {
namespace {

struct Case {
  const char *query, *language, *marked;
};

std::string without_brackets(std::string text) {
  std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
  return text;
}

// As a reader's question to an archive that has the text, and others in the languages used here.
void check(std::initializer_list<Case> cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.query);
    const std::string text = without_brackets(c.marked);
    Planned planned({short_article("text", c.language, text),
                     short_article("acronyms", "en", "The US and the WHO know IT from AIDS."),
                     short_article("german", "de", "Die Häuser an der Straße."),
                     short_article("russian", "ru", "Город у реки.")});
    const std::vector<MatchPattern> patterns = planned.plan(c.query).patterns;
    EXPECT_EQ(
        with_brackets(text, find_marks(text, "body", c.language, patterns, planned.analyzer())),
        c.marked)
        << described(patterns);
  }
}

TEST(Marks, AreOnEveryOccurrenceOfAWord) {
  check({
      {"storm", "en", "A [storm] is a [storm], said the [Storm’s] keeper. [STORM]!"},
      {"storm", "en", "Brainstorming is stormless."},
      {"storm flood", "en", "[Storm] and [flood], [flood] and [storm]"},
      {"storm zeppelin", "en", "A [storm] without the other word"},
      {"1987", "en", "In [1987] and not in 1988"},
  });
}

TEST(Marks, AreOnBranchesThatDidNotDecideTheMatch) {
  check({
      {"storm OR flood", "en", "The [storm] brought the [flood]."},
      {"storm OR (flood dam)", "en", "[Storm] and [flood] but none of the third"},
      {"(storm OR flood) dam", "en", "The [dam], the [storm] and the [flood]"},
  });
}

TEST(Marks, AreNeverUnderNotNorOfAFilter) {
  check({
      {"storm -flood", "en", "The [storm] brought the flood."},
      {"storm NOT (flood OR dam)", "en", "The [storm], the flood and the dam"},
      {"storm -\"flood tide\"", "en", "A [storm] at flood tide"},
      {"storm OR -flood", "en", "The [storm] and the flood"},
      {"NOT NOT storm", "en", "The [storm]"},
      {"-storm", "en", "The storm"},
      {"storm section:flood author:dam", "en", "The [storm], the flood and the dam"},
      {"storm lang:en", "en", "The [storm] en route"},
      {"storm date:1953", "en", "The [storm] of 1953"},
  });
}

TEST(Marks, AreOnAPhraseAsAWholeAndNeverOnItsWordsAlone) {
  check({
      {"\"flood tide\"", "en", "At [flood tide] the flood has a tide, the tide a flood."},
      {"\"flood tide\"", "en", "Tide flood, and flood of tide"},
      {"\"flood tide\"", "en", "[Flood, tide], [Flood  tide], [FLOOD TIDE], [flood—tide]"},
      {"\"flood tide\"", "en", "The flood tides of spring"},
      {"\"flood tide\" tide", "en", "[Flood tide], and a flood, and two [tides]"},
      {"\"the who\"", "en", "[The Who] who saw the band"},
      {"\"to be or not to be\"", "en", "He asked [to be or not to be], to be and not"},
      {"\"flood tide flood\"", "en", "[flood tide flood tide flood]"},
      {"=storm", "en", "[Storm], but no storms"},
  });
}

TEST(Marks, AreOnAStemInItsSurfaceForm) {
  check({
      {"flooding", "en", "They [flooded], it [floods], a [flood]."},
      {"bridges", "en", "A [bridge] is [bridged] by [bridging]; abridged is not."},
      {"beekeeper", "en", "The [beekeeper’s] and the [beekeepers]' hives"},
      {"Haus", "de", "Das [Haus] und die [Häuser], kein Hausmeister"},
      {"мост", "ru", "[Мост], [моста], [мосту], [мостов], а не мостовая"},
      {"libro", "es", "Un [libro], dos [libros], ninguna librera"},
  });
}

TEST(Marks, AreOnAnAcronymOnlyInCapitals) {
  check({
      {"WHO", "en", "The [WHO] asked who knew."},
      {"US", "en", "The [US] told us, and the [U.S.] told us again."},
      {"IT", "en", "[IT] is what it is."},
      {"who", "en", "The [WHO] asked [who] knew."},
      {"WHO", "en", "[WHO] IS AFRAID OF IT? [WHO] knows who."},
      {"U.S.", "en", "The [US] told us, and the [u.s.] told us again."},
      {"a.m.", "en", "At 8 [a.m.] and 9 [A.M.] and 10 [AM] I am up."},
      {"title:WHO", "en", "Not here: the WHO."},
      {"\"the WHO asked\"", "en", "[The WHO asked] the who asked; [THE WHO ASKED] ME"},
      {"=AIDS", "en", "[AIDS] aids Aids. [AIDS] RAISES FEARS"},
  });
}

TEST(Marks, AreOnAnAccentEitherWayUnlessTheFormWasAskedFor) {
  check({
      {"jose mujica", "es", "[José] [Mújica] y [Jose] [Mujica]"},
      {"José", "es", "[José] y [Jose]"},
      {"=José", "es", "[José] y Jose"},
      {"=jose", "es", "[José] y [Jose]"},
      {"café", "en", "A [cafe\u0301] and a [café] and a [cafe]"},
      {"strasse", "de", "Die [Straße] und die [STRASSE]"},
      {"Straße", "de", "Die [Strasse]"},
      {"resume", "en", "[Résumés] and [résumé]"},
  });
}

TEST(Marks, AreOnDesignationsAsTheyAreWritten) {
  check({
      {"S-400", "en", "The [S-400], the [S400], the [s 400] and the [S‑400s], not the S-300"},
      {"s400", "en", "The [S-400] and the [S400]"},
      {"e-mail", "en", "An [email], an [e-mail], [E-Mail], an [e mail], but no mail"},
      {"wi-fi", "en", "[Wi-Fi], [wifi] and [WiFi]"},
      {"1000", "en", "[1,000] of 10,000 and [1000]"},
      {"covid-19", "en", "[Covid-19], [covid 19] and [Covid19], not Covid-20"},
      {"covid", "en", "[Covid]-19 was here; [covid] is not over."},
  });
}

TEST(Marks, AreOnThePartThatMatchedOfARunWithoutSpaces) {
  check({
      {"海洋大学", "zh", "东港[海洋大学]的人说海洋里没有大学。"},
      {"大学", "zh", "东港海洋[大学]的学生"},
      {"高铁 车站", "zh", "新的[高铁车站]离[车站]很远"},
      {"学", "zh", "大[学]的[学]生"},
      {"大桥通车", "zh", "[大桥]终于[通车]"},
      {"大桥通车", "zh", "[大桥通车]，大桥终于通车"},
      {"北京", "zh", "京北和[北京]"},
      {"น", "th", "[น]กใน้ำ นำ [น]"},
      {"น้ำ", "th", "แม่[น้ำ] นำ [น้\u0E4Dา]ตก"},
      {"図書館", "ja", "北町の[図書館]と図書と館"},
      {"図書", "ja", "北町の[図書]館"},
      {"カメラ", "ja", "[カメラ]と[ｶﾒﾗ]"},
      {"สะพาน", "th", "หมู่บ้าน[สะพาน]ข้ามแม่น้ำ"},
      {"\"高铁 车站\"", "zh", "[高铁车站]和[高铁，车站]"},
      {"\"北京 北京\"", "zh", "[北京北京]，北"},
      {"\"高铁车站\"", "zh", "[高铁车站]，高铁和车站"},
  });
}

TEST(Marks, AreOnWordsOfOtherScripts) {
  check({
      {"حريق", "ar", "اندلع [حريق] في ميناء المدينة"},
      {"שלום", "he", "[שָׁלוֹם] ועוד [שלום]"},
      {"δασος", "el", "Το [δάσος] και το [ΔΑΣΟΣ]"},
      {"ёлка", "ru", "[Ёлка] и [елка]"},
      {"йод", "ru", "[Йод], а не иод"},
  });
}

// What folds to the same in one language may be two words in another.
TEST(Marks, AreOnWhatIsTheWordInTheLanguageOfTheArticle) {
  check({
      {"ålen", "sv", "[Ålen] i ån, men inte alen"},
      {"ålen", "en", "[Ålen] and [alen]"},
      {"alen", "sv", "Ålen och [alen]"},
      {"häuser", "en", "[Häuser], as the [Hauser] say"},
  });
}

TEST(Marks, AreOnFormsAloneWhereTheIndexHasOtherStems) {
  const std::vector<Article> articles = {short_article("text", "en", "Storms and a storm.")};
  Planned planned(articles);
  Analyzer& analyzer = planned.analyzer();
  const auto marked = [&](const Plan& plan) {
    return with_brackets("Storms and a storm.",
                         find_marks("Storms and a storm.", "body", "en", plan.patterns, analyzer));
  };
  EXPECT_EQ(marked(planned.plan("storm")), "[Storms] and a [storm].");
  planned.make_stems_unfit();
  EXPECT_EQ(marked(planned.plan("storm")), "Storms and a [storm].");
}

TEST(Marks, AreInTheFieldThatWasAskedFor) {
  Planned planned({short_article("text", "en", "A storm.")});
  const auto marks = [&](const char* query, std::string_view field) {
    return find_marks("A storm.", field, "en", planned.plan(query).patterns, planned.analyzer())
        .size();
  };
  EXPECT_EQ(marks("title:storm", "title"), 1U);
  EXPECT_EQ(marks("title:storm", "body"), 0U);
  EXPECT_EQ(marks("caption:storm", "caption"), 1U);
  EXPECT_EQ(marks("caption:storm", "title"), 0U);
  EXPECT_EQ(marks("storm", "title"), 1U);
  EXPECT_EQ(marks("storm", "caption"), 1U);
}

TEST(Matches, AreNoneForALeafWithoutWords) {
  Analyzer analyzer;
  EXPECT_TRUE(
      find_matches(analyzer.analyze("a storm", "en"), "body", "en", std::vector<MatchPattern>(2))
          .empty());
  EXPECT_TRUE(find_matches({}, "body", "en", patterns_of("storm", "en", analyzer)).empty());
}

TEST(MergedMarks, JoinWhatOverlapsOrTouches) {
  EXPECT_EQ(merged_marks({{9, 12}, {0, 3}, {3, 5}, {10, 14}, {20, 22}, {10, 11}}),
            (std::vector<Range>{{0, 5}, {9, 14}, {20, 22}}));
}

}  // namespace
}  // namespace backfile
