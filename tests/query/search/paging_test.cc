// The pages of one answer have every article once, in the promised order, however many articles
// have equal scores.
#include <gtest/gtest.h>

#include <set>

#include "query/search/searcher.h"
#include "tests/tied_articles.h"

namespace backfile {
namespace {

constexpr std::size_t page_sizes[] = {7, 20, 100};

class Paging : public testing::Test {
 protected:
  struct Pages {
    std::vector<std::string> ids;
    std::vector<Hit> hits;
    std::uint64_t total = 0;
  };

  // All hits, page by page.
  static Pages by_offset(Searcher& searcher, Request request, std::size_t size) {
    Pages pages;
    request.limit = size;
    do {
      request.offset = pages.hits.size();
      add(searcher.search(request), pages);
    } while (request.offset < pages.hits.size());
    return pages;
  }
  static Pages by_cursor(Searcher& searcher, Request request, std::size_t size) {
    Pages pages;
    request.limit = size;
    do {
      Answer answer = searcher.search(request);
      request.cursor = answer.next;
      add(std::move(answer), pages);
    } while (!request.cursor.empty());
    return pages;
  }
  static void add(Answer answer, Pages& pages) {
    EXPECT_FALSE(answer.refused);
    pages.total = answer.total;
    for (Hit& hit : answer.hits) {
      pages.ids.push_back(hit.article.id);
      pages.hits.push_back(std::move(hit));
    }
  }

  static Request asking(const std::string& query, Match match = Match::automatic,
                        Sort sort = Sort::relevance) {
    Request request;
    request.query = query;
    request.match = match;
    request.sort = sort;
    request.snippets = false;
    return request;
  }
};

TEST_F(Paging, ThroughAThousandTiesTellsEachOnceByDayAndId) {
  const std::vector<Article> articles = tied_articles(1050);
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
    const auto wanted = ids_in_order_of_ties(articles, sort == Sort::oldest);
    const Request request = asking("tide harbour", Match::automatic, sort);
    for (const std::size_t size : page_sizes) {
      SCOPED_TRACE("order " + std::to_string(static_cast<int>(sort)) + ", pages of " +
                   std::to_string(size));
      EXPECT_EQ(by_offset(searcher, request, size).ids, wanted);
      EXPECT_EQ(by_cursor(searcher, request, size).ids, wanted);
    }
  }
}

// Days add to scores then, and keep the same order.
TEST_F(Paging, ThroughAThousandTiesWithRecencyTellsEachOnce) {
  const std::vector<Article> articles = tied_articles(1050);
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  Request request = asking("tide harbour");
  request.ranking.recency_half_life = 400;
  const auto wanted = ids_in_order_of_ties(articles);
  for (const std::size_t size : page_sizes) {
    EXPECT_EQ(by_offset(searcher, request, size).ids, wanted) << size;
    EXPECT_EQ(by_cursor(searcher, request, size).ids, wanted) << size;
  }
}

TEST_F(Paging, SaysWhereItEndsThatMoreWasFound) {
  std::vector<Article> articles;
  for (int i = 0; i < 10'020; ++i) articles.push_back(small_article(std::to_string(i), "Tide"));
  const SmallIndex index(articles);
  Searcher searcher(open_archive(index.directory()));
  Request request = asking("tide");
  request.limit = 10;
  request.offset = 9'990;
  const Answer last_but_one = searcher.search(request);
  EXPECT_TRUE(last_but_one.notes.empty());
  request.cursor = last_but_one.next;
  for (const bool by_cursor : {true, false}) {
    if (!by_cursor) request.cursor.clear(), request.offset = 10'000;
    const Answer last = searcher.search(request);
    EXPECT_EQ(last.hits.size(), 10U);
    EXPECT_EQ(last.next, "");
    ASSERT_EQ(last.notes.size(), 1U);
    EXPECT_EQ(last.notes[0].message,
              "Only 10,010 of these 10,020 articles can be reached. To see the rest, narrow "
              "the query by a date, a filter or another word.");
  }
  request.limit = 20;
  EXPECT_TRUE(searcher.search(request).notes.empty()) << "the end of all";
}

// Proximity, feedback, relaxing and days each rank in a way of their own; none may depend on where
// a page begins.
TEST_F(Paging, ThroughRankedArticlesIsTheSameForEveryPageSize) {
  const SmallIndex index(articles_of_mixed_proximity(300));
  Searcher searcher(open_archive(index.directory()));
  const struct {
    const char* query;
    Match match;
    bool feedback;
    double half_life;
    std::size_t least;  // articles
  } cases[] = {
      {"silver harbour", Match::automatic, false, 0, 150},
      {"silver harbour", Match::all, true, 0, 150},
      {"silver harbour", Match::any, false, 0, 280},
      {"silver harbour", Match::any, false, 400, 280},
      {"silver harbour", Match::topic, false, 0, 280},
      {"silver harbour", Match::topic, false, 400, 280},
      {"\"silver harbour\" OR night", Match::automatic, false, 0, 100},
      {"silver harbour frozen zeppelin", Match::automatic, false, 0, 280},
      {"silver harbour frozen zeppelin", Match::automatic, false, 400, 280},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string(c.query) + ", match " + std::to_string(static_cast<int>(c.match)) +
                 ", half-life " + std::to_string(c.half_life));
    Request request = asking(c.query, c.match);
    request.feedback = c.feedback;
    request.ranking.recency_half_life = c.half_life;
    const Pages whole = by_offset(searcher, request, 1000);
    EXPECT_GE(whole.ids.size(), c.least);
    EXPECT_EQ(whole.ids.size(), whole.total);
    EXPECT_EQ(std::set<std::string>(whole.ids.begin(), whole.ids.end()).size(), whole.ids.size());
    for (std::size_t i = 1; i < whole.hits.size(); ++i) {
      const Hit &before = whole.hits[i - 1], &hit = whole.hits[i];
      if (before.score == hit.score) {
        EXPECT_TRUE(before_when_tied(before.article, hit.article)) << i;
      }
    }
    for (const std::size_t size : page_sizes) {
      EXPECT_EQ(by_offset(searcher, request, size).ids, whole.ids) << size;
      EXPECT_EQ(by_cursor(searcher, request, size).ids, whole.ids) << size;
    }
  }
}

}  // namespace
}  // namespace backfile
