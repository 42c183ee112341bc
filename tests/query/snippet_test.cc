// The rules that a passage is chosen, cut and shown by, one by one.
//
// What people choose among passages stands in tests/golden/snippets.txt; what must hold for any
// text in snippet_property_test.cc.
#include "query/snippet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"
#include "query/render.h"
#include "tests/query/snippet_leaves.h"
#include "tests/query/with_brackets.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Article article(std::vector<std::string> body, std::string language = "en") {
  Article made;
  made.language = std::move(language);
  made.body = std::move(body);
  return made;
}

class SnippetTest : public testing::Test {
 protected:
  std::vector<Leaf> leaves(std::string_view query, const Article& article) {
    return leaves_of(query, article.language, analyzer_);
  }

  std::vector<std::string> shown(const Article& article, std::string_view query,
                                 const SnippetOptions& options = {}) {
    std::vector<std::string> texts;
    for (const Snippet& snippet :
         make_snippets(article, leaves(query, article), analyzer_, options)) {
      texts.push_back(with_brackets(snippet));
    }
    return texts;
  }

  // Columns of what is shown, which is no more than one passage.
  std::size_t width_of(const Article& article, std::string_view query, std::size_t width) {
    const auto snippets =
        make_snippets(article, leaves(query, article), analyzer_, {.width = width, .passages = 1});
    EXPECT_EQ(snippets.size(), 1U);
    return snippets.empty() ? 0 : display_width(snippets[0].text);
  }

  Analyzer analyzer_;
};

// A sentence of `words` words that nobody asks for.
std::string filler(std::size_t words) {
  std::string text = "Filler";
  for (std::size_t i = 1; i < words; ++i) text += " word";
  return text + ". ";
}

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
      const auto snippets = make_snippets(article({text}), leaves(query, article({text})),
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
      const auto snippets = make_snippets(article({text}), leaves_of("storm", "en", analyzer_),
                                          analyzer_, {.width = width, .passages = 1});
      ASSERT_EQ(snippets.size(), 1U);
      EXPECT_EQ(grapheme_floor(text, snippets[0].source.end), snippets[0].source.end);
      EXPECT_LE(display_width(snippets[0].text), width);
    }
  }
}

TEST_F(SnippetTest, AreOneToThreeInTheOrderOfTheArticle) {
  const Article three = article({"The dam broke. " + filler(20), filler(30),
                                 filler(20) + "The flood took the barns. " + filler(20),
                                 filler(20) + "Nobody had heeded the warning. " + filler(20)});
  for (const std::size_t passages : {1U, 2U, 3U}) {
    const auto snippets = make_snippets(three, leaves_of("warning flood dam", "en", analyzer_),
                                        analyzer_, {.width = 160, .passages = passages});
    ASSERT_EQ(snippets.size(), passages);
    for (std::size_t i = 1; i < snippets.size(); ++i) {
      EXPECT_LT(snippets[i - 1].paragraph, snippets[i].paragraph);
    }
  }
  EXPECT_THAT(shown(three, "warning flood dam", {.width = 90, .passages = 3}),
              ElementsAre("The [dam] broke.", "The [flood] took the barns.",
                          "Nobody had heeded the [warning]."));
}

TEST_F(SnippetTest, AreNotMoreThanThereIsToShow) {
  EXPECT_EQ(shown(article({"A storm."}), "storm", {.width = 280, .passages = 3}).size(), 1U);
  EXPECT_EQ(shown(article({"A storm.", "Rain."}), "storm", {.width = 280, .passages = 3}).size(),
            1U);
  EXPECT_EQ(shown(article({"A storm."}), "storm", {.width = 0, .passages = 0}).size(), 1U);
}

TEST_F(SnippetTest, DoNotSayTheSameTwice) {
  const Article repeated =
      article({"The old bridge. It was shut. A fair was held in its shadow.", filler(20),
               "The old bridge.", filler(20), "An old bridge is a promise."});
  EXPECT_THAT(shown(repeated, "\"old bridge\"", {.width = 60, .passages = 2}),
              ElementsAre("The [old bridge]. It was shut.", "An [old bridge] is a promise."));
}

TEST_F(SnippetTest, PreferTheEarlierOfTwoAlike) {
  const std::string pause = filler(20) + filler(20) + filler(20);
  const Article twice = article({"Rain fell on the first day. " + pause,
                                 "A storm took the roof of the church. " + pause,
                                 "A storm took the roof of the mosque. " + pause});
  EXPECT_THAT(shown(twice, "storm", {.width = 50, .passages = 1}),
              ElementsAre("A [storm] took the roof of the church."));
}

TEST_F(SnippetTest, PreferPhrasesAndWordsThatStandTogether) {
  const Article phrase = article({"The tide brought a flood. " + filler(20),
                                  filler(20) + "The flood tide came at four. " + filler(20)});
  EXPECT_THAT(shown(phrase, "\"flood tide\" tide", {.width = 40, .passages = 1}),
              ElementsAre("The [flood tide] came at four."));
  const Article close =
      article({"A storm, said the man who had come up from the island, will take the pier. ",
               filler(20) + "The storm took the pier. " + filler(20)});
  EXPECT_THAT(shown(close, "storm pier", {.width = 40, .passages = 1}),
              ElementsAre("The [storm] took the [pier]."));
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
              ElementsAre("The [storm] left …"));
}

TEST_F(SnippetTest, FallBackToStandfirstThenCaptionThenOpeningWords) {
  Article silent = article({"Rain fell on the first day. Then it stopped."});
  silent.title = "Storm";
  EXPECT_THAT(shown(silent, "storm"), ElementsAre("Rain fell on the first day. Then it stopped."));
  silent.captions = {"The pier", "The pier after the storm"};
  EXPECT_THAT(shown(silent, "storm"), ElementsAre("The pier after the [storm]"));
  silent.subtitle = "How a storm changed the town";
  EXPECT_THAT(shown(silent, "storm", {.width = 280, .passages = 1}),
              ElementsAre("How a [storm] changed the town"));
  silent.body.push_back("The storm was over.");
  EXPECT_THAT(shown(silent, "storm"), ElementsAre("The [storm] was over."));
  EXPECT_THAT(shown(silent, "zeppelin"), ElementsAre("How a storm changed the town"));
}

TEST_F(SnippetTest, ShowALineThatHasWhatTheBodyHasNot) {
  Article pier =
      article({"The storm came at night. Nobody saw it.", filler(30), "A storm passes."});
  pier.subtitle = "How the town lost its museum";
  pier.captions = {"The mayor", "A zeppelin over the museum"};
  EXPECT_THAT(
      shown(pier, "storm museum"),
      ElementsAre("How the town lost its [museum]", "The [storm] came at night. Nobody saw it."));
  EXPECT_THAT(
      shown(pier, "storm zeppelin"),
      ElementsAre("The [storm] came at night. Nobody saw it.", "A [zeppelin] over the museum"));
  EXPECT_THAT(shown(pier, "storm night"),
              ElementsAre("The [storm] came at [night]. Nobody saw it.", "A [storm] passes."));
  EXPECT_THAT(shown(pier, "the storm").front(), "[The] [storm] came at night. Nobody saw it.");
}

TEST_F(SnippetTest, ShowSentencesInARowThatHaveMoreTogether) {
  const Article tolls = article(
      {"The booths go dark tonight. " + filler(30), "The toll was two crowns. " + filler(30),
       "Fourteen lose their posts. Absalom Crewe kept the toll. He sat in booth three. " +
           filler(30)});
  EXPECT_THAT(shown(tolls, "toll Crewe booth", {.width = 140, .passages = 1}),
              ElementsAre("Fourteen lose their posts. Absalom [Crewe] kept the [toll]. He sat in "
                          "[booth] three."));
}

TEST_F(SnippetTest, AreThreeWhereTheThirdSaysMore) {
  const Article far = article({"One storm. " + filler(60), "A flood came by night. " + filler(60),
                               "The bishop fled. " + filler(60), "The storm died down at dawn."});
  EXPECT_EQ(shown(far, "storm flood bishop").size(), 3U);
  EXPECT_EQ(shown(far, "storm flood").size(), 2U);
}

TEST_F(SnippetTest, SayWhereNothingIsLeftOutBetweenThem) {
  const auto follows = [&](const Article& near) {
    const auto snippets = make_snippets(near, leaves("storm", near), analyzer_);
    EXPECT_EQ(snippets.size(), 2U);
    EXPECT_FALSE(snippets.front().follows);
    return snippets.back().follows;
  };
  EXPECT_TRUE(follows(article({"A storm came.", "The storm went."})));
  EXPECT_FALSE(follows(article({"A storm came.", "Rain.", "The storm went."})));
  EXPECT_FALSE(follows(article({"A storm came. " + filler(60), "The storm went."})));
  EXPECT_FALSE(follows(article({"A storm came.", filler(60) + "The storm went."})));
}

TEST_F(SnippetTest, NameTheFieldTheyAreFrom) {
  Article silent = article({"Rain fell."});
  silent.subtitle = "A storm";
  silent.captions = {"Rain", "A flood"};
  const auto first = [&](std::string_view query) {
    const auto snippets = make_snippets(silent, leaves(query, silent), analyzer_);
    return snippets.empty() ? "none"
                            : snippets[0].field + " " + std::to_string(snippets[0].paragraph);
  };
  EXPECT_EQ(first("storm"), "subtitle 0");
  EXPECT_EQ(first("flood"), "caption 1");
  EXPECT_EQ(first("fell"), "body 0");
  EXPECT_EQ(first("zeppelin"), "subtitle 0");
  silent.subtitle.clear();
  EXPECT_EQ(first("zeppelin"), "body 0");
}

TEST_F(SnippetTest, OfAnArticleWithoutBodyAreItsOtherWords) {
  Article bare = article({});
  EXPECT_THAT(make_snippets(bare, leaves("storm", bare), analyzer_), IsEmpty());
  bare.captions = {"The pier"};
  EXPECT_THAT(shown(bare, "storm"), ElementsAre("The pier"));
  bare.subtitle = "A town and its pier";
  EXPECT_THAT(shown(bare, "storm"), ElementsAre("A town and its pier"));
  EXPECT_THAT(shown(article({" ", "—"}), "storm"), IsEmpty());
}

TEST_F(SnippetTest, OfNoQuestionAreTheOpeningWords) {
  const Article story = article({"VELDT, Friday:", "Rain fell. It stopped. " + filler(100)});
  EXPECT_THAT(shown(story, "", {.width = 60, .passages = 2}),
              ElementsAre("VELDT, Friday:", "Rain fell. It stopped."));
}

TEST_F(SnippetTest, MarkTheWholeTitle) {
  Article story = article({"Rain fell."});
  story.title = "Storm over the harbour: the storm of storms";
  const auto title = [&](std::string_view query) {
    return with_brackets(mark_title(story, leaves(query, story), analyzer_));
  };
  EXPECT_EQ(title("storm"), "[Storm] over the harbour: the [storm] of [storms]");
  EXPECT_EQ(title("title:harbour"), "Storm over the [harbour]: the storm of storms");
  EXPECT_EQ(title("\"the harbour\""), "Storm over [the harbour]: the storm of storms");
  EXPECT_EQ(title("flood"), "Storm over the harbour: the storm of storms");
  story.title = "";
  EXPECT_EQ(title("storm"), "");
}

TEST_F(SnippetTest, DropWhatTurnsTextAround) {
  const Article hostile = article({"A \u202Estorm\u202C and\u2067 a \u200Fflood\u2069 came."});
  EXPECT_THAT(shown(hostile, "storm flood"), ElementsAre("A [storm] and a [flood] came."));
}

TEST_F(SnippetTest, KeepOneLine) {
  EXPECT_THAT(shown(article({"A\nstorm\r\n\tcame\u0007, and  went."}), "storm"),
              ElementsAre("A [storm] came , and went."));
}

TEST_F(SnippetTest, AreEscapedAsHtmlAroundTheirMarks) {
  const Article hostile =
      article({R"(<b>Storm</b> & "storms" > 'storm' <script>alert(1)</script>)"});
  const auto snippets = make_snippets(hostile, leaves("storm", hostile), analyzer_);
  ASSERT_EQ(snippets.size(), 1U);
  EXPECT_EQ(to_html(snippets[0]),
            "&lt;b&gt;<mark>Storm</mark>&lt;/b&gt; &amp; &quot;<mark>storms</mark>&quot; &gt; "
            "&#39;<mark>storm</mark>&#39; &lt;script&gt;alert(1)&lt;/script&gt;");
}

TEST_F(SnippetTest, SayWhereTheyStandInTheArticle) {
  const Article story = article({"Rain fell.", filler(40) + "The storm came. " + filler(40)});
  const auto snippets =
      make_snippets(story, leaves("storm", story), analyzer_, {.width = 20, .passages = 1});
  ASSERT_EQ(snippets.size(), 1U);
  EXPECT_EQ(snippets[0].paragraph, 1U);
  EXPECT_EQ(slice(story.body[1], snippets[0].source), "The storm came.");
}

TEST_F(SnippetTest, OfAWholeArticleHaveEveryMatch) {
  Article story = article({"The storm came.", "", "It went; no storm since."});
  story.title = "Storm";
  story.subtitle = "A storm";
  story.captions = {"After the storm"};
  std::vector<std::string> parts;
  for (const Snippet& part : mark_article(story, leaves("storm", story), analyzer_)) {
    parts.push_back(part.field + std::to_string(part.paragraph) + " " + with_brackets(part));
  }
  EXPECT_THAT(parts, ElementsAre("title0 [Storm]", "subtitle0 A [storm]", "body0 The [storm] came.",
                                 "body2 It went; no [storm] since.", "caption0 After the [storm]"));
}

TEST_F(SnippetTest, OfAWholeArticleKeepPhrasesInsideTheirParagraph) {
  const Article story = article({"We saw the flood", "tide turn. A flood tide it was."});
  std::vector<std::string> parts;
  for (const Snippet& part : mark_article(story, leaves("\"flood tide\"", story), analyzer_)) {
    parts.push_back(with_brackets(part));
  }
  EXPECT_THAT(parts, ElementsAre("We saw the flood", "tide turn. A [flood tide] it was."));
}

// A book stored as an article: words that are not asked for, and now and then one that is.
Article book(std::size_t paragraphs, std::size_t with_storm_each) {
  std::string filler;
  for (int i = 0; i < 200; ++i) filler += "calm water lay on the bay and nobody said a word ";
  std::vector<std::string> body;
  for (std::size_t i = 0; i < paragraphs; ++i)
    body.push_back(filler + (i % with_storm_each == 0 ? "until the storm." : "until the night."));
  return article(body);
}

TEST_F(SnippetTest, OfALongArticleAreFoundWhereALookPromisesThem) {
  const Article story = book(300, 100);  // 3 MB
  std::vector<std::size_t> marked_paragraphs;
  for (const Snippet& part : mark_article(story, leaves("storm", story), analyzer_)) {
    EXPECT_EQ(part.note, "");
    if (!part.marks.empty()) marked_paragraphs.push_back(part.paragraph);
  }
  EXPECT_THAT(marked_paragraphs, ElementsAre(0, 100, 200));
}

TEST_F(SnippetTest, OfALongArticleThatHasTheWordEverywhereEndWithANote) {
  const Article story = book(300, 1);
  std::size_t last = 0, noted = 0;
  const std::vector<Snippet> parts = mark_article(story, leaves("storm", story), analyzer_);
  EXPECT_EQ(parts.size(), 300U) << "all of it is shown";
  for (const Snippet& part : parts) {
    if (!part.marks.empty()) last = part.paragraph;
    if (!part.note.empty()) noted = part.paragraph;
  }
  EXPECT_GT(last, 30U);
  EXPECT_LT(last, 100U);
  EXPECT_EQ(noted, last + 1);
}

TEST_F(SnippetTest, OfAWholeArticleWithoutAQuestionAreWithoutMarks) {
  const Article story = article({"The storm came."});
  const std::vector<Snippet> parts = mark_article(story, {}, analyzer_);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(parts[0].text, "The storm came.");
  EXPECT_THAT(parts[0].marks, IsEmpty());
}

}  // namespace
}  // namespace backfile
