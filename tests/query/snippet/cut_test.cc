// The rules by which a passage is cut and made into a line, one by one.
#include "query/snippet/cut.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/snippet_fixture.h"

namespace backfile {
namespace {

using testing::ElementsAre;

TEST_F(SnippetTest, FitTheWidthInColumns) {
  const std::string english = filler(30) + "The storm came with " + filler(60);
  std::string chinese = "新的";
  for (int i = 0; i < 60; ++i) chinese += "道路和桥梁";
  chinese += "高铁车站";
  for (int i = 0; i < 60; ++i) chinese += "道路和桥梁";
  std::string arabic = "اندلع";
  for (int i = 0; i < 60; ++i) arabic += " المدينة الصغيرة";
  arabic += " حريق";
  for (int i = 0; i < 60; ++i) arabic += " المدينة الصغيرة";
  const struct {
    const char* query;
    Article article;
  } cases[] = {{"storm", article({english})},
               {"高铁", article({chinese}, "zh")},
               {"حريق", article({arabic}, "ar")}};
  for (const auto& c : cases) {
    for (const std::size_t width : {40U, 80U, 160U, 280U}) {
      SCOPED_TRACE(std::string(c.query) + " in " + std::to_string(width));
      const std::size_t columns = width_of(c.article, c.query, width);
      EXPECT_LE(columns, width);
      EXPECT_GE(columns, width / 2) << "half of the room is left empty";
    }
  }
}

TEST_F(SnippetTest, CountChineseTwiceAsWide) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "高铁";
  const auto snippets = make_snippets(article({text}, "zh"), {}, analyzer_, {.width = 60});
  ASSERT_EQ(snippets.size(), 1U);
  EXPECT_LE(code_point_length(snippets[0].text), 30U);
}

TEST_F(SnippetTest, AreCutBetweenWordsWithAnEllipsis) {
  const Article long_sentence = article(
      {"On the Sunday when the fair was over the storm tore the roof from the hangar and carried "
       "it across the river into the gardens of the bishop"});
  EXPECT_THAT(shown(long_sentence, "hangar", {.width = 60, .passages = 1}),
              ElementsAre("… the roof from the [hangar] and carried it across the river …"));
  EXPECT_THAT(shown(long_sentence, "Sunday", {.width = 60, .passages = 1}),
              ElementsAre("On the [Sunday] when the fair was over the storm tore …"));
  EXPECT_THAT(shown(long_sentence, "bishop", {.width = 60, .passages = 1}),
              ElementsAre("… carried it across the river into the gardens of the [bishop]"));
}

TEST_F(SnippetTest, AreNotCutBehindAWordThatSaysNothing) {
  const Article clock = article({"Somebody carried the clock out of the Museum of the Navigators"});
  const SnippetOptions narrow{.width = 54, .passages = 1};
  EXPECT_THAT(shown(clock, "clock", narrow),
              ElementsAre("Somebody carried the [clock] out of the Museum …"));
  EXPECT_THAT(shown(clock, "clock OR \"of the\"", narrow),
              ElementsAre("Somebody carried the [clock] out [of the] Museum [of the] …"));
}

TEST_F(SnippetTest, EndWhereASentenceEndsWithoutAnEllipsis) {
  const Article storm =
      article({"A storm came up. Nobody in the town, least of all the mayor, had "
               "thought that the flood would come as well, but it did."});
  EXPECT_THAT(shown(storm, "storm mayor", {.width = 70, .passages = 1}),
              ElementsAre("A [storm] came up. Nobody in the town, least of all the [mayor] …"));
  EXPECT_THAT(shown(storm, "storm", {.width = 24, .passages = 1}),
              ElementsAre("A [storm] came up."));
}

TEST_F(SnippetTest, AreNotCutBehindAnAbbreviationAsIfASentenceEnded) {
  const Article bid = article(
      {"The fund proposed the conversion after it had turned down an offer by a group of investors "
       "led by T. Boone Pickens III and by others of whom not much is known"});
  expect_never_ends(bid, "investors", 60, 160, {"T…", "T …"});
}

// What is too long is no word, so that the first word may stand far behind the beginning.
TEST_F(SnippetTest, AreNotCutInsideTheWordBehindOneWithoutEnd) {
  const Article endless = article({"oil" + std::string(300, 'x') + " Britain's US database"});
  for (std::size_t width = 290; width < 330; ++width) {
    for (const std::string& text : shown(endless, "", {.width = width, .passages = 1})) {
      const std::size_t next = text.find(' ');
      const std::string rest = next == std::string::npos ? "" : text.substr(next + 1);
      EXPECT_TRUE(rest.empty() || rest == "…" || rest.starts_with("Britain's")) << text;
    }
  }
}

TEST_F(SnippetTest, AreNotCutInsideATime) {
  const Article event = article(
      {"The event to which all of the town has been invited will be held from 8:00 to 11:30 in the "
       "hall behind the harbour office and the old customs house"});
  expect_never_ends(event, "event", 40, 120, {"8 …", "11 …"});
}

TEST_F(SnippetTest, KeepWhatClosesRightBehindTheirLastWord) {
  const Article letter = article(
      {"An outage of the mail that began on Monday is “not long-term”, a woman who speaks for the "
       "council said on the fourth day of it in a letter that was delivered by hand"});
  EXPECT_THAT(shown(letter, "outage", {.width = 66, .passages = 1}),
              ElementsAre("An [outage] of the mail that began on Monday is “not long-term” …"));
}

TEST_F(SnippetTest, FillTheWidthRatherThanBeginAtTheLastClause) {
  const Article code =
      article({"Besides that we would like to show how open source and what comes "
               "with it are what it takes to arrive at an effective, efficient, "
               "modern process, as others have found who tried it before us."});
  for (const std::string query : {"efficient", "us"}) {
    const auto snippets = make_snippets(code, patterns(query, code), analyzer_, {.width = 120});
    ASSERT_EQ(snippets.size(), 1U);
    EXPECT_GE(display_width(snippets[0].text), 90U) << snippets[0].text;
  }
}

// One that no passage can show whole is weighed piece by piece.
TEST_F(SnippetTest, OfASentenceWithoutEndShowAllThatWasAskedFor) {
  std::string without_end = "The storm ";
  for (int i = 0; i < 60; ++i) without_end += "and the wind ";
  EXPECT_THAT(shown(article({without_end + "took the lighthouse."}), "storm lighthouse"),
              ElementsAre(testing::StartsWith("The [storm] and"),
                          testing::EndsWith("took the [lighthouse].")));
  std::string thai = "สะพาน";
  for (int i = 0; i < 60; ++i) thai += "เมืองใหญ่ริมแม่น้ำ ";
  const Article river = article({thai + "ตลาดเก่า"}, "th");
  EXPECT_THAT(shown(river, "สะพาน ตลาดเก่า"),
              ElementsAre(testing::StartsWith("[สะพาน]"), testing::EndsWith("[ตลาดเก่า]")));
}

TEST_F(SnippetTest, ShowAPhraseThatIsWiderThanThey) {
  const Article quoted =
      article({"He read it out: " + std::string("the bridge is a very slow bell ") +
               "and was silent for the rest of a long evening in the town hall"});
  EXPECT_THAT(shown(quoted, "\"the bridge is a very slow bell\"", {.width = 24, .passages = 1}),
              ElementsAre("… [the bridge is a very slow bell] …"));
}

// What is left of a chain of hyphens would be another word, which was not found.
TEST_F(SnippetTest, AreNotCutInsideAChainOfHyphens) {
  const std::string text =
      "The flood took the clock, the old Bahn-Hof-Uhr of the square, and much besides it.";
  for (std::size_t width = 20; width < 80; ++width) {
    for (const char* query : {"flood", "besides"}) {
      const auto snippets = make_snippets(article({text}), patterns(query, article({text})),
                                          analyzer_, {.width = width, .passages = 1});
      ASSERT_EQ(snippets.size(), 1U);
      const std::string& shown = snippets[0].text;
      const bool whole = shown.find("Bahn-Hof-Uhr") != std::string::npos;
      const bool nothing = shown.find("Bahn") == std::string::npos &&
                           shown.find("Hof") == std::string::npos &&
                           shown.find("Uhr") == std::string::npos;
      EXPECT_TRUE(whole || nothing) << shown;
    }
  }
}

TEST_F(SnippetTest, HaveNoEllipsisWhereNothingWasCut) {
  EXPECT_THAT(shown(article({"The storm came."}), "storm"), ElementsAre("The [storm] came."));
  EXPECT_THAT(shown(article({"  The storm came.  "}), "storm"), ElementsAre("The [storm] came."));
  const Article two = article({"Rain fell. The storm came. It went. " + filler(60)});
  EXPECT_THAT(shown(two, "storm", {.width = 40, .passages = 1}),
              ElementsAre("Rain fell. The [storm] came. It went."));
}

TEST_F(SnippetTest, AreNeverCutInsideAGrapheme) {
  // Families, flags, letters with marks, Devanagari and Hangul syllables, with no space to cut at.
  for (const std::string grapheme :
       {"👨‍👩‍👧", "🇨🇳", "e\u0301\u0323", "क्षि", "각", "\r\n"}) {
    std::string text = "storm ";
    for (int i = 0; i < 300; ++i) text += grapheme;
    for (std::size_t width = 20; width < 40; ++width) {
      const auto snippets = make_snippets(article({text}), patterns_of("storm", "en", analyzer_),
                                          analyzer_, {.width = width, .passages = 1});
      ASSERT_EQ(snippets.size(), 1U);
      EXPECT_EQ(grapheme_floor(text, snippets[0].source.end), snippets[0].source.end);
      EXPECT_LE(display_width(snippets[0].text), width);
    }
  }
}

TEST_F(SnippetTest, HoldAbbreviationsTogether) {
  const Article names =
      article({filler(20) + "U.S. officials met Dr. Smith on Monday. " + filler(20)});
  EXPECT_THAT(shown(names, "Smith", {.width = 45, .passages = 1}),
              ElementsAre("U.S. officials met Dr. [Smith] on Monday."));
}

// UAX #29 ends a sentence where it sees the middle of a word.
TEST_F(SnippetTest, AreNotCutWhereASentenceEndsInsideAWord) {
  const Article mixed = article({"The storm left the U.S.של " + filler(40)});
  EXPECT_THAT(shown(mixed, "storm", {.width = 26, .passages = 1}),
              ElementsAre("The [storm] left the U.S.של"));
}

TEST_F(SnippetTest, DropWhatTurnsTextAround) {
  const Article hostile = article({"A \u202Estorm\u202C and\u2067 a \u200Fflood\u2069 came."});
  EXPECT_THAT(shown(hostile, "storm flood"), ElementsAre("A [storm] and a [flood] came."));
}

TEST_F(SnippetTest, KeepOneLine) {
  EXPECT_THAT(shown(article({"A\nstorm\r\n\tcame\u0007, and  went."}), "storm"),
              ElementsAre("A [storm] came , and went."));
}

}  // namespace
}  // namespace backfile
