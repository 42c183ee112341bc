#include "query/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "indexer/failure.h"
#include "indexer/schema.h"
#include "tests/query/oracle_archive.h"
#include "tests/small_index.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> ids_of(const Answer& answer) {
  std::vector<std::string> ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.article.id);
  return ids;
}

Request asking(std::string query) {
  Request request;
  request.query = std::move(query);
  return request;
}

std::vector<Article> small_archive() {
  std::vector<Article> articles = {
      small_article("bridge", "The bridge", "A storm shook the old bridge.", "2019-03-31"),
      small_article("flood", "Flood", "The flood came with the storm of storms.", "2019-03"),
      small_article("museum", "Museum", "A museum of bridges, and one bridge more.", "2019"),
      small_article("club", "Club", "The club lost.", "2021-07-04"),
      small_article("undated", "Undated storm", "Nobody knows when the storm was.", "")};
  articles[0].section = "World";
  articles[1].section = "World";
  articles[2].section = "Arts";
  articles[3].section = "Sport";
  articles[0].author = {"Ann Lee", "Bob Ray"};
  articles[1].author = {"Bob Ray"};
  articles[2].tags = {"steel"};
  articles[4].language = "de";
  return articles;
}

class SearcherTest : public testing::Test {
 protected:
  Answer search(const Request& request) { return searcher_.search(request); }
  std::vector<std::string> found(const Request& request) { return ids_of(search(request)); }

  SmallIndex index_{small_archive()};
  Searcher searcher_{open_archive(index_.directory())};
};

TEST_F(SearcherTest, AnswersWithWhatWasAskedAndWhere) {
  const Answer answer = search(asking("bridge  storm"));
  EXPECT_EQ(answer.query, "bridge  storm");
  EXPECT_EQ(answer.interpreted, "bridge storm");
  EXPECT_EQ(answer.total, 1U);
  EXPECT_THAT(ids_of(answer), ElementsAre("bridge"));
  EXPECT_GT(answer.hits[0].score, 0);
  EXPECT_EQ(answer.hits[0].key, article_key("bridge"));
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

TEST_F(SearcherTest, SortsByDayWithUndatedLast) {
  Request request = asking("storm OR bridge OR museum OR club");
  request.sort = Sort::newest;
  EXPECT_THAT(found(request), ElementsAre("club", "bridge", "flood", "museum", "undated"));
  request.sort = Sort::oldest;
  EXPECT_THAT(found(request), ElementsAre("museum", "flood", "bridge", "club", "undated"));
}

TEST(SearcherOrder, KeepsTheTimeOfDayInBothDirections) {
  const SmallIndex index({small_article("a", "Storm", "", "2020-05-05T08:00:00Z"),
                          small_article("b", "Storm", "", "2020-05-05T20:00:00Z"),
                          small_article("c", "Storm", "", "2020-05-05T12:00:00Z"),
                          small_article("d", "Storm", "", "2020-05-05"),
                          small_article("e", "Storm"), small_article("f", "Storm")});
  Searcher searcher(open_archive(index.directory()));
  Request request = asking("storm");
  request.sort = Sort::newest;
  EXPECT_THAT(ids_of(searcher.search(request)), ElementsAre("b", "c", "a", "d", "e", "f"));
  request.sort = Sort::oldest;
  EXPECT_THAT(ids_of(searcher.search(request)), ElementsAre("d", "a", "c", "b", "e", "f"));
}

TEST_F(SearcherTest, FiltersByPeriod) {
  const struct {
    const char *from, *to;
    std::vector<std::string> ids;
  } cases[] = {
      {"2019", "2019", {"bridge", "flood", "museum"}},
      {"2019-03", "2019-03", {"bridge", "flood"}},
      {"2019-03-31", "2019-03-31", {"bridge"}},
      {"2019-04", "", {"club"}},
      {"2019-4", "", {"club"}},
      {"2019-3-5 ", " 2019-3", {"bridge"}},
      {"", "2019-03-30", {"flood", "museum"}},
      {"", "2030", {"club", "bridge", "flood", "museum"}},
      {"2025", "", {}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string(c.from) + ".." + c.to);
    Request request = asking("");
    request.sort = Sort::newest;
    request.from = c.from;
    request.to = c.to;
    EXPECT_EQ(found(request), c.ids);
    EXPECT_EQ(search(request).total, c.ids.size());
  }
}

TEST_F(SearcherTest, FiltersByValuesOrWithinAndAcross) {
  Request request = asking("storm OR bridge OR museum OR club");
  request.sort = Sort::newest;
  request.section = {"world"};
  EXPECT_THAT(found(request), ElementsAre("bridge", "flood"));
  request.section = {"World", "Arts"};
  EXPECT_THAT(found(request), ElementsAre("bridge", "flood", "museum"));
  request.author = {"Bob Ray"};
  EXPECT_THAT(found(request), ElementsAre("bridge", "flood"));
  request.author = {"Ann Lee"};
  request.language = {"en"};
  EXPECT_THAT(found(request), ElementsAre("bridge"));
  request.language = {"de"};
  EXPECT_THAT(found(request), IsEmpty());
  request = asking("");
  request.tag = {"steel"};
  EXPECT_THAT(found(request), ElementsAre("museum"));
}

TEST_F(SearcherTest, NamesAFilterValueThatNoArticleHas) {
  Request request = asking("storm");
  request.section = {"Opera"};
  const Answer answer = search(request);
  EXPECT_EQ(answer.total, 0U);
  ASSERT_EQ(answer.notes.size(), 1U);
  EXPECT_EQ(answer.notes[0].message, "No article has the section “Opera”.");
}

TEST_F(SearcherTest, RefusesWithASentenceAndAHint) {
  const auto with = [](auto change) {
    Request request = asking("storm");
    change(request);
    return request;
  };
  const struct {
    const char* name;
    Request request;
    const char* refusal;
  } cases[] = {
      {"deep page", with([](Request& r) { r.offset = 10'001; }), "paged through up to"},
      {"long page", with([](Request& r) { r.limit = 1'000'000'000; }), "holds at most"},
      {"no date", with([](Request& r) { r.from = "yesterday"; }), "“yesterday” is not a date"},
      {"no such day", with([](Request& r) { r.to = "2019-02-30"; }), "“2019-02-30” is not a date"},
      {"backwards", with([](Request& r) { r.from = "2020", r.to = "2019"; }), "ends before"},
      {"too long", with([](Request& r) { r.query.assign(1025, 'a'); }), ""},
      {"strict", with([](Request& r) { r.strict = true, r.query = "storm section:opera"; }),
       "No article has the section"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    const Answer answer = search(c.request);
    EXPECT_NE(answer.refusal, "");
    EXPECT_NE(answer.hint, "");
    EXPECT_THAT(answer.refusal, HasSubstr(c.refusal));
    EXPECT_THAT(answer.hits, IsEmpty());
  }
  Request strict = asking("storm");
  strict.strict = true;
  EXPECT_EQ(search(strict).refusal, "");
  Request farthest = asking("storm");
  farthest.offset = 10'000;
  EXPECT_EQ(search(farthest).refusal, "");
  EXPECT_EQ(search(farthest).total, 3U);
}

TEST_F(SearcherTest, AsksForAWordWhereThereIsNone) {
  for (const char* query : {"", "   ", "!!!", "\"\"", "?", "()", "-()"}) {
    const Answer automatic = search(asking(query));
    for (const Match match : {Match::automatic, Match::all, Match::any, Match::topic}) {
      SCOPED_TRACE(std::string(query) + ", match " + std::to_string(static_cast<int>(match)));
      Request request = asking(query);
      request.match = match;
      request.facets = {"section"};
      const Answer answer = search(request);
      EXPECT_EQ(answer.refusal, "");
      EXPECT_EQ(answer.total, 0U);
      EXPECT_THAT(answer.facets.at(0).values, IsEmpty());
      ASSERT_FALSE(answer.notes.empty());
      EXPECT_EQ(answer.notes[0].message, automatic.notes.at(0).message);
      request.section = {"World"};
      EXPECT_EQ(search(request).total, 2U) << "filters alone list what they match";
    }
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
  const std::optional<Article> article = searcher_.article(article_key("flood"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "Flood");
  EXPECT_FALSE(searcher_.article("aaaaaaaaaaaaaaaa"));
  EXPECT_FALSE(searcher_.article(""));
  EXPECT_FALSE(searcher_.article(std::string(5000, 'x')));
}

TEST_F(SearcherTest, MarksAWholeArticle) {
  const std::vector<Snippet> texts =
      searcher_.marked(*searcher_.article(article_key("bridge")), "bridges -storm");
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

// Copies of one text have the same score, and a page may end between any two of them.
TEST(SearcherPages, RepeatAndLoseNothing) {
  std::vector<Article> articles = random_archive(7, 60);
  for (std::size_t i = 0; i < 200; ++i) {
    articles.push_back(small_article("copy-" + std::to_string(i), "Storm", "A storm.",
                                     i % 3 == 0 ? "2019-01-0" + std::to_string(1 + i % 9) : ""));
  }
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
    for (const char* query : {"storm", "storm OR pont OR harbour OR the", "-nothing"}) {
      Request request = asking(query);
      request.sort = sort;
      request.snippets = false;
      request.limit = 1000;
      const Answer whole = searcher.search(request);
      ASSERT_EQ(whole.total, whole.hits.size());
      std::vector<std::string> paged;
      request.limit = 7;
      for (request.offset = 0; request.offset < whole.total; request.offset += request.limit) {
        const Answer page = searcher.search(request);
        EXPECT_EQ(page.total, whole.total);
        for (const std::string& id : ids_of(page)) paged.push_back(id);
      }
      EXPECT_EQ(paged, ids_of(whole)) << query;
      EXPECT_EQ(std::set<std::string>(paged.begin(), paged.end()).size(), whole.total);
    }
  }
}

TEST(SearcherPages, SettleTiesByDateThenId) {
  const SmallIndex index(
      {small_article("b", "Storm", "", "2019"), small_article("d", "Storm", "", ""),
       small_article("a", "Storm", "", "2019"), small_article("c", "Storm", "", "2021-01-01")});
  Searcher searcher(open_archive(index.directory()));
  EXPECT_THAT(ids_of(searcher.search(asking("storm"))), ElementsAre("c", "a", "b", "d"));
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
  EXPECT_EQ(searcher.search(strict).refusal, "");
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
