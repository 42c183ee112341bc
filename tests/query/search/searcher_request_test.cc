// What a request has besides its words (an order, filters, pages), and which requests are refused.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "query/search/searcher.h"
#include "tests/query/search/oracle_archive.h"
#include "tests/query/search/searcher_fixture.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

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
  request.filters[FieldId::section] = {"world"};
  EXPECT_THAT(found(request), ElementsAre("bridge", "flood"));
  request.filters[FieldId::section] = {"World", "Arts"};
  EXPECT_THAT(found(request), ElementsAre("bridge", "flood", "museum"));
  request.filters[FieldId::author] = {"Bob Ray"};
  EXPECT_THAT(found(request), ElementsAre("bridge", "flood"));
  request.filters[FieldId::author] = {"Ann Lee"};
  request.filters[FieldId::language] = {"en"};
  EXPECT_THAT(found(request), ElementsAre("bridge"));
  request.filters[FieldId::language] = {"de"};
  EXPECT_THAT(found(request), IsEmpty());
  request = asking("");
  request.filters[FieldId::tag] = {"steel"};
  EXPECT_THAT(found(request), ElementsAre("museum"));
  request = asking("");
  request.filters[FieldId::source] = {"lowmark wire"};
  EXPECT_THAT(found(request), ElementsAre("club"));
}

TEST_F(SearcherTest, NamesAFilterValueThatNoArticleHas) {
  Request request = asking("storm");
  request.filters[FieldId::section] = {"Opera"};
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
      {"deep page", with([](Request& r) { r.offset = 10'001; }), "reached up to"},
      {"long page", with([](Request& r) { r.limit = 1'000'000'000; }), "holds at most"},
      {"no date", with([](Request& r) { r.from = "yesterday"; }), "“yesterday” is not a date"},
      {"one of two days", with([](Request& r) { r.to = "5/3/2019"; }), "“5/3/2019” is not a date"},
      {"no such day", with([](Request& r) { r.to = "2019-02-30"; }), "“2019-02-30” is not a date"},
      {"backwards", with([](Request& r) { r.from = "2020", r.to = "2019"; }), "ends before"},
      {"too long", with([](Request& r) { r.query.assign(1025, 'a'); }), ""},
      {"strict", with([](Request& r) { r.strict = true, r.query = "storm section:opera"; }),
       "No article has the section"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    const Answer answer = search(c.request);
    ASSERT_TRUE(answer.refused);
    EXPECT_NE(answer.refused->hint, "");
    EXPECT_THAT(answer.refused->reason, HasSubstr(c.refusal));
    EXPECT_THAT(answer.hits, IsEmpty());
  }
  Request strict = asking("storm");
  strict.strict = true;
  EXPECT_FALSE(search(strict).refused);
  for (const char* text : {"I ♥ storm", "storm 😷 surge", "Update* on the storm"}) {
    strict.query = text;
    EXPECT_FALSE(search(strict).refused) << text << ": text, though not all of it is searched";
    EXPECT_FALSE(search(strict).notes.empty()) << text;
  }
  strict.query = "♥";
  EXPECT_TRUE(search(strict).refused) << "nothing is left";
  Request farthest = asking("storm");
  farthest.offset = 10'000;
  EXPECT_FALSE(search(farthest).refused);
  EXPECT_EQ(search(farthest).total, 3U);
}

TEST_F(SearcherTest, SaysWhereNothingIsLeftOfAQuery) {
  for (const char* query : {"date:31/2/2014", "♥", "AND", "()"}) {
    const Answer answer = search(asking(query));
    EXPECT_EQ(answer.total, 0U) << query;
    ASSERT_EQ(answer.notes.size(), 2U) << query;
    EXPECT_EQ(answer.notes[1].message, "Nothing is left to search for.") << query;
  }
  EXPECT_EQ(search(asking("storm date:31/2/2014")).notes.size(), 1U);
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
      EXPECT_FALSE(answer.refused);
      EXPECT_EQ(answer.total, 0U);
      EXPECT_THAT(answer.facets.at(0).values, IsEmpty());
      ASSERT_FALSE(answer.notes.empty());
      EXPECT_EQ(answer.notes[0].message, automatic.notes.at(0).message);
      request.filters[FieldId::section] = {"World"};
      EXPECT_EQ(search(request).total, 2U) << "filters alone list what they match";
    }
  }
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

}  // namespace
}  // namespace backfile
