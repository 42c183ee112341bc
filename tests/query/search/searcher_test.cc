// What the words of a query find and how it is shown, in archives of every kind.
#include "query/search/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/failure.h"
#include "indexer/index/schema.h"
#include "tests/query/search/searcher_fixture.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST_F(SearcherTest, AnswersWithWhatWasAskedAndWhere) {
  const Answer answer = search(asking("bridge  storm"));
  EXPECT_EQ(answer.query, "bridge  storm");
  EXPECT_EQ(answer.interpreted, "bridge storm");
  EXPECT_EQ(answer.total, 1U);
  EXPECT_THAT(ids_of(answer), ElementsAre("bridge"));
  EXPECT_GT(answer.hits[0].score, 0);
  EXPECT_EQ(answer.hits[0].key, article_key(Identity("bridge")));
  EXPECT_THAT(answer.hits[0].missing, IsEmpty());
  EXPECT_EQ(answer.documents, 5U);
  EXPECT_EQ(answer.generation, current_name(index_.directory()));
  EXPECT_FALSE(answer.built_at.empty());
  EXPECT_FALSE(answer.relaxed);
  EXPECT_THAT(answer.notes, IsEmpty());
}

TEST_F(SearcherTest, ShowsWhereItMatched) {
  const Answer answer = search(asking("bridges"));
  ASSERT_EQ(answer.total, 2U);
  for (const Hit& hit : answer.hits) {
    ASSERT_FALSE(hit.snippets.empty());
    ASSERT_FALSE(hit.snippets[0].marks.empty());
    const Range mark = hit.snippets[0].marks[0];
    const std::string marked = hit.snippets[0].text.substr(mark.begin, mark.end - mark.begin);
    EXPECT_THAT(marked, testing::StartsWith("bridge"));
  }
  Request plain = asking("bridges");
  plain.snippets = false;
  EXPECT_THAT(search(plain).hits[0].snippets, IsEmpty());
  EXPECT_FALSE(search(plain).hits[0].title.text.empty());
}

TEST_F(SearcherTest, RelaxesVisiblyWhereNoArticleHasAllWords) {
  const Answer answer = search(asking("flood museum zeppelin"));
  EXPECT_TRUE(answer.relaxed);
  EXPECT_EQ(answer.total, 2U);
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_THAT(answer.notes[0].message, HasSubstr("No article has all"));
  for (const Hit& hit : answer.hits) {
    EXPECT_THAT(hit.missing, hit.article.id == "flood" ? ElementsAre("museum", "zeppelin")
                                                       : ElementsAre("flood", "zeppelin"));
  }
  Request all = asking("flood museum zeppelin");
  all.match = Match::all;
  EXPECT_EQ(search(all).total, 0U);
  EXPECT_FALSE(search(all).relaxed);
}

TEST_F(SearcherTest, RelaxesALongQuestionThatFewArticlesAnswerWhole) {
  const Answer answer = search(asking("storm shook bridge"));
  EXPECT_TRUE(answer.relaxed);
  EXPECT_EQ(answer.complete, 1U);
  ASSERT_EQ(answer.total, 4U);
  EXPECT_EQ(answer.hits[0].article.id, "bridge");
  EXPECT_THAT(answer.hits[0].missing, IsEmpty());
  EXPECT_LT(answer.hits[0].score, 100);
  for (std::size_t i = 1; i < answer.hits.size(); ++i) {
    EXPECT_THAT(answer.hits[i].missing, testing::Not(IsEmpty()));
  }
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_THAT(answer.notes[0].message, HasSubstr("Only the first article has all"));

  Request newest = asking("storm shook bridge");
  newest.sort = Sort::newest;
  EXPECT_EQ(search(newest).total, 1U) << "by date, those with all words would not stand first";
  EXPECT_EQ(search(asking("storm shook")).total, 1U) << "two words are no long question";
}

TEST_F(SearcherTest, NeverRelaxesPhrasesFiltersAndNot) {
  EXPECT_THAT(found(asking("\"old bridge\" zeppelin")), ElementsAre("bridge"));
  EXPECT_THAT(found(asking("\"bridge old\" storm")), IsEmpty());
  EXPECT_THAT(found(asking("flood zeppelin section:Arts")), IsEmpty());
  EXPECT_THAT(found(asking("flood museum -flood")), ElementsAre("museum"));
}

TEST_F(SearcherTest, MatchesAnyWordIfAskedTo) {
  Request request = asking("flood museum zeppelin");
  request.match = Match::any;
  const Answer answer = search(request);
  EXPECT_EQ(answer.total, 2U);
  EXPECT_FALSE(answer.relaxed);
  EXPECT_THAT(answer.notes, IsEmpty());
}

// Stop words of a compound are no less a part of it, in whatever way its words are wanted.
TEST(SearcherCompound, KeepsItsStopWords) {
  const SmallIndex index({
      small_article("settled", "", "They settled out-of-court.", ""),
      small_article("apart", "", "Out came the clerk of the court.", ""),
      small_article("court", "", "The court sat.", ""),
      small_article("talks", "", "The U.S.-Velmora talks began.", ""),
      small_article("guide", "", "A guide told us Velmora is old.", ""),
      small_article("ship", "", "The line Tarn A/S lost s tons.", ""),
      small_article("letter", "", "The letter s fell off.", ""),
  });
  Searcher searcher(open_archive(index.directory()));
  const struct {
    const char* query;
    std::vector<std::string> ids;
  } rows[] = {{"out-of-court", {"settled"}},
              {"out/of/court", {"settled"}},
              {"U.S./Velmora", {"talks"}},
              {"us-velmora", {"talks", "guide"}},
              {"A/S", {"ship"}},
              {"of-the", {"apart"}},
              {"not-for-court", {}}};
  for (const auto& row : rows) {
    for (const Match match : {Match::automatic, Match::all, Match::any}) {
      Request request = asking(row.query);
      request.match = match;
      EXPECT_THAT(ids_of(searcher.search(request)), testing::UnorderedElementsAreArray(row.ids))
          << row.query;
    }
    const std::string quoted = '"' + std::string(row.query) + '"';
    EXPECT_THAT(ids_of(searcher.search(asking(quoted))),
                testing::UnorderedElementsAreArray(row.ids))
        << quoted;
  }
}

TEST_F(SearcherTest, TreatsHostileQueriesAsText) {
  std::string deep(900, '(');
  for (const std::string& query :
       {std::string("\0\xff\xfe storm", 8), deep + "storm", std::string("a*"), std::string("***"),
        std::string("NEAR/99999"), std::string("(a+)+$"), std::string("\xf0\x9f\x92\xa9"),
        std::string("title:title:title:"), std::string("-"), std::string("^2"),
        std::string("storm^999999999"), std::string("storm^-1")}) {
    SCOPED_TRACE(query);
    EXPECT_NO_THROW(search(asking(query)));
  }
}

TEST_F(SearcherTest, ReadsOneArticleByItsKey) {
  const std::optional<Article> article = searcher_.article(article_key(Identity("flood")));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Flood");
  EXPECT_FALSE(searcher_.article("aaaaaaaaaaaaaaaa"));
  EXPECT_FALSE(searcher_.article(""));
  EXPECT_FALSE(searcher_.article(std::string(5000, 'x')));
  EXPECT_FALSE(searcher_.marked("aaaaaaaaaaaaaaaa", "bridges"));
}

TEST_F(SearcherTest, MarksAWholeArticle) {
  const std::vector<Snippet> texts =
      searcher_.marked(article_key(Identity("bridge")), "bridges -storm")->passages;
  ASSERT_EQ(texts.size(), 2U);
  EXPECT_EQ(texts[0].field, "title");
  EXPECT_THAT(texts[0].marks, ElementsAre(Range{4, 10}));
  EXPECT_EQ(texts[1].text, "A storm shook the old bridge.");
  EXPECT_THAT(texts[1].marks, ElementsAre(Range{22, 28}));
}

TEST_F(SearcherTest, TellsTheFactsOfTheArchive) {
  const ArchiveFacts& known = facts(searcher_.archive());
  EXPECT_EQ(known.documents, 5U);
  EXPECT_THAT(known.sections, ElementsAre(testing::Pair("Arts", 1), testing::Pair("Sport", 1),
                                          testing::Pair("World", 2)));
  EXPECT_THAT(known.languages, ElementsAre(testing::Pair("en", 4), testing::Pair("de", 1)));
  EXPECT_EQ(known.first_day, 20190000U);
  EXPECT_EQ(known.last_day, 20210704U);
  EXPECT_EQ(known.undated, 1U);
}

TEST(SearcherArchive, OfOtherStemsIsServedInExactFormsWithAWarning) {
  SmallIndex index({});
  Manifest other = current_manifest();
  other.stems = "of another library";
  index.publish({small_article("1", "Storms", "The bridges."), small_article("2", "Storm")}, other);
  Searcher searcher(open_archive(index.directory()));
  const Answer answer = searcher.search(asking("title:storm"));
  EXPECT_THAT(ids_of(answer), ElementsAre("2"));
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_THAT(answer.notes[0].message, HasSubstr("another version"));
  EXPECT_THAT(ids_of(searcher.search(asking("bridges storms"))), ElementsAre("1"));
  Request strict = asking("storm");
  strict.strict = true;
  EXPECT_FALSE(searcher.search(strict).refused);
}

TEST(SearcherArchive, MayBeEmpty) {
  const SmallIndex index({});
  Searcher searcher(open_archive(index.directory()));
  Request request = asking("storm -bridge title:x date:2019 author:y");
  request.facets = {"section", "year"};
  EXPECT_EQ(searcher.search(request).total, 0U);
  EXPECT_EQ(searcher.search(asking("-storm")).total, 0U);
}

TEST(SearcherArchive, ThatIsNotThereIsAFailureThatSaysWhatToDo) {
  try {
    open_archive("/nonexistent/index");
    FAIL();
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::corrupt);
    EXPECT_THAT(failure.what(), HasSubstr("backfile index"));
  }
}

TEST(SearcherRelaxed, FindsNothingThatSharesNoWord) {
  std::vector<Article> articles = {small_article("bridge", "港口", "港口大桥通车。"),
                                   small_article("ward", "病房", "九号病房的口大事。"),
                                   small_article("other", "天气", "今天天气很好。")};
  for (Article& article : articles) article.language = "zh";
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  const Answer answer = searcher.search(asking("港口大桥是什么时候建成的"));
  EXPECT_THAT(ids_of(answer), ElementsAre("bridge")) << "口大 is no word of the question";
  EXPECT_FALSE(answer.hits.at(0).snippets.at(0).marks.empty());
}

}  // namespace
}  // namespace backfile
