// The rules by which passages are chosen and shown, one by one.
//
// What people choose among passages stands in tests/golden/snippets.txt; what must hold for any
// text in snippet_property_test.cc; how passages are cut in cut_test.cc.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "query/output/render.h"
#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/snippet_fixture.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST_F(SnippetTest, AreOneToThreeInTheOrderOfTheArticle) {
  const Article three = article({"The dam broke. " + filler(20), filler(30),
                                 filler(20) + "The flood took the barns. " + filler(20),
                                 filler(20) + "Nobody had heeded the warning. " + filler(20)});
  for (const std::size_t passages : {1U, 2U, 3U}) {
    const auto snippets = make_snippets(three, patterns_of("warning flood dam", "en", analyzer_),
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

TEST_F(SnippetTest, FallBackToStandfirstThenCaptionThenOpeningWords) {
  Article silent = article({"Rain fell on the first day. Then it stopped."});
  silent.title = "Storm";
  EXPECT_THAT(shown(silent, "storm"), ElementsAre("Rain fell on the first day. Then it stopped."));
  silent.captions = {"The pier", "The pier after the storm"};
  EXPECT_THAT(shown(silent, "storm"), ElementsAre("Rain fell on the first day. Then it stopped.",
                                                  "The pier after the [storm]"));
  EXPECT_THAT(shown(silent, "storm", {.width = 280, .passages = 1}),
              ElementsAre("The pier after the [storm]"));
  silent.subtitle = "How a storm changed the town";
  EXPECT_THAT(shown(silent, "storm", {.width = 280, .passages = 1}),
              ElementsAre("How a [storm] changed the town"));
  silent.body.push_back("The storm was over.");
  EXPECT_THAT(shown(silent, "storm"), ElementsAre("The [storm] was over."));
  EXPECT_THAT(shown(silent, "zeppelin"),
              ElementsAre("How a storm changed the town",
                          "Rain fell on the first day. Then it stopped.", "The storm was over."));
}

TEST_F(SnippetTest, PreferAPhraseToManyWordsApart) {
  std::string trains;
  for (int i = 0; i < 5; ++i) trains += "The night train is here. " + filler(12);
  const Article night =
      article({trains, "The parliament and the ministry argued over the budget. " + filler(12)});
  EXPECT_THAT(
      shown(night, "\"night train\" parliament ministry budget", {.width = 60, .passages = 1}),
      ElementsAre("The [night train] is here."));
}

TEST_F(SnippetTest, LeaveOutWhatHasButAPartOfTheQuestion) {
  const Article grill = article({"He read the plan metre by metre. " + filler(40),
                                 "The grill stood in two metres of it. " + filler(40),
                                 "A boat lay in two metres of mud. " + filler(40)});
  EXPECT_THAT(shown(grill, "two metres", {.width = 90, .passages = 3}),
              ElementsAre("The grill stood in [two] [metres] of it.",
                          "A boat lay in [two] [metres] of mud."));
}

// The shape of a sentence decides which one shows a word, not whether it is shown.
TEST_F(SnippetTest, ShowAWordThatOnlyAListAQuestionOrAHeadingHas) {
  for (const std::string only :
       {"We have offices in Ostrel, Halvorsen, Lowmark and Skelby.", "What did Halvorsen feel?",
        "The contractor, Halvorsen & Pike, disputes that it should pay.", "Now taking Halvorsen"}) {
    const Article bridge = article({"The harbour bridge is rusting. " + filler(60), only});
    EXPECT_THAT(shown(bridge, "Halvorsen harbour"),
                ElementsAre(testing::HasSubstr("[harbour]"), testing::HasSubstr("[Halvorsen]")))
        << only;
  }
}

TEST_F(SnippetTest, ShowTheSameCaptionOnce) {
  Article silent = article({"Rain fell."});
  silent.captions = {"A zeppelin", "A zeppelin", "A zeppelin in the air"};
  EXPECT_THAT(shown(silent, "zeppelin"),
              ElementsAre("Rain fell.", "A [zeppelin]", "A [zeppelin] in the air"));
}

TEST_F(SnippetTest, ShowALineThatHasWhatTheBodyHasNot) {
  Article pier =
      article({"The storm came at night. Nobody saw it.", filler(30), "A storm passes."});
  pier.subtitle = "How the town lost its museum";
  pier.captions = {"The mayor", "A zeppelin over the museum"};
  EXPECT_THAT(shown(pier, "storm museum"),
              ElementsAre("How the town lost its [museum]",
                          "The [storm] came at night. Nobody saw it.", "A [storm] passes."));
  EXPECT_THAT(shown(pier, "storm zeppelin"),
              ElementsAre("The [storm] came at night. Nobody saw it.", "A [storm] passes.",
                          "A [zeppelin] over the museum"));
  EXPECT_THAT(shown(pier, "storm night"),
              ElementsAre("The [storm] came at [night]. Nobody saw it."));
  EXPECT_THAT(shown(pier, "the storm").front(), "[The] [storm] came at night. Nobody saw it.");
}

TEST_F(SnippetTest, LoseNoWordOfTheQuestionForALine) {
  Article town = article({"The dam broke. " + filler(40), "A flood came by night. " + filler(40),
                          "The bishop fled. " + filler(40)});
  EXPECT_THAT(shown(town, "dam flood bishop"),
              ElementsAre(testing::HasSubstr("[dam]"), testing::HasSubstr("[flood]"),
                          testing::HasSubstr("[bishop]")));
  town.captions = {"A zeppelin over the town"};
  EXPECT_EQ(shown(town, "dam flood bishop zeppelin").size(), 3U);
  EXPECT_THAT(shown(town, "dam flood zeppelin"),
              ElementsAre(testing::HasSubstr("[dam]"), testing::HasSubstr("[flood]"),
                          "A [zeppelin] over the town"));
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
    const auto snippets = make_snippets(near, patterns("storm", near), analyzer_);
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
    const auto snippets = make_snippets(silent, patterns(query, silent), analyzer_);
    return snippets.empty() ? "none"
                            : snippets[0].field + " " + std::to_string(snippets[0].paragraph);
  };
  EXPECT_EQ(first("storm"), "subtitle 0");
  EXPECT_EQ(first("flood"), "body 0") << "the opening words, beside the caption";
  EXPECT_EQ(first("fell"), "body 0");
  EXPECT_EQ(first("zeppelin"), "subtitle 0");
  silent.subtitle.clear();
  EXPECT_EQ(first("zeppelin"), "body 0");
}

TEST_F(SnippetTest, OfAnArticleWithoutBodyAreItsOtherWords) {
  Article bare = article({});
  EXPECT_THAT(make_snippets(bare, patterns("storm", bare), analyzer_), IsEmpty());
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
    return with_brackets(mark_title(story, patterns(query, story), analyzer_));
  };
  EXPECT_EQ(title("storm"), "[Storm] over the harbour: the [storm] of [storms]");
  EXPECT_EQ(title("title:harbour"), "Storm over the [harbour]: the storm of storms");
  EXPECT_EQ(title("\"the harbour\""), "Storm over [the harbour]: the storm of storms");
  EXPECT_EQ(title("flood"), "Storm over the harbour: the storm of storms");
  story.title = "";
  EXPECT_EQ(title("rain"), "[Rain] fell.");
  EXPECT_EQ(title("title:rain"), "Rain fell.") << "it is no title";
  story.body = {};
  EXPECT_EQ(title("storm"), "");
}

TEST_F(SnippetTest, AreEscapedAsHtmlAroundTheirMarks) {
  const Article hostile =
      article({R"(<b>Storm</b> & "storms" > 'storm' <script>alert(1)</script>)"});
  const auto snippets = make_snippets(hostile, patterns("storm", hostile), analyzer_);
  ASSERT_EQ(snippets.size(), 1U);
  EXPECT_EQ(to_html(snippets[0]),
            "&lt;b&gt;<mark>Storm</mark>&lt;/b&gt; &amp; &quot;<mark>storms</mark>&quot; &gt; "
            "&#39;<mark>storm</mark>&#39; &lt;script&gt;alert(1)&lt;/script&gt;");
}

TEST_F(SnippetTest, SayWhereTheyStandInTheArticle) {
  const Article story = article({"Rain fell.", filler(40) + "The storm came. " + filler(40)});
  const auto snippets =
      make_snippets(story, patterns("storm", story), analyzer_, {.width = 20, .passages = 1});
  ASSERT_EQ(snippets.size(), 1U);
  EXPECT_EQ(snippets[0].paragraph, 1U);
  EXPECT_EQ(slice(story.body[1], snippets[0].source), "The storm came.");
}

}  // namespace
}  // namespace backfile
