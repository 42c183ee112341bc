// Archives in which order is hard to keep: thousands of articles with equal scores.
//
// Used by the tests of paging, by searcher and by HTTP.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/article/date.h"
#include "tests/small_index.h"

namespace backfile {

// Ids in an order of their own; many of one day, at several times of it in several zones, some
// known by month or year alone, some undated.
inline Article tied_article(int number, std::string title, const std::string& body) {
  constexpr const char* days[] = {"2019-03-05",
                                  "2021-07-04",
                                  "",
                                  "2019-03",
                                  "2019",
                                  "2021-07-04T09:00:00Z",
                                  "2021-07-04T12:00:00+05:00",
                                  "1987-12-31",
                                  "2019-03-06",
                                  "2021",
                                  "2021-07-04T23:30"};
  const int shuffled = number * 7919 % 10007;
  return small_article("tied-" + std::to_string(shuffled), std::move(title), body,
                       days[number % 11]);
}

// The same words in each of them.
inline std::vector<Article> tied_articles(int count) {
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    articles.push_back(tied_article(i, "The tide", "The tide came in over the harbour wall."));
  }
  return articles;
}

// "silver harbour" side by side, a few words apart, far apart, the other way round, in the title,
// in part; of several lengths.
inline std::vector<Article> articles_of_mixed_proximity(int count) {
  const std::string filling = " and then nobody said a word about it for the rest of the long day";
  const std::string bodies[] = {
      "A silver harbour at night.",
      "The silver light on the old harbour.",
      "Silver was sold" + filling + filling + filling + ". Later the harbour froze.",
      "The harbour of silver.",
      "Silver alone, and more silver" + filling + ".",
      "A harbour alone.",
      "Silver harbour, silver harbour" + filling + filling + ".",
  };
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    const std::string title = i % 11 == 0 ? "Silver harbour" : i % 11 == 1 ? "Harbour" : "News";
    articles.push_back(tied_article(i, title, bodies[i % 7]));
  }
  return articles;
}

inline PackedDay day_of_article(const Article& article) {
  const std::optional<Day> day = day_of(article.published);
  return day ? pack(*day) : 0;
}

// The order of ties: newest first, then by id, or all of that turned around; undated last in any
// case, by id.
inline bool before_when_tied(const Article& left, const Article& right, bool oldest_first = false) {
  const PackedDay left_day = day_of_article(left), right_day = day_of_article(right);
  if (left_day == 0 && right_day == 0) return left.id < right.id;
  if (left_day == 0 || right_day == 0) return right_day == 0;
  const Article &first = oldest_first ? right : left, &second = oldest_first ? left : right;
  if (left_day != right_day) return day_of_article(first) > day_of_article(second);
  const auto moment = instant_of(first.published), other = instant_of(second.published);
  return moment != other ? moment > other : first.id < second.id;
}

inline std::vector<std::string> ids_in_order_of_ties(std::vector<Article> articles,
                                                     bool oldest_first = false) {
  std::sort(articles.begin(), articles.end(), [&](const Article& left, const Article& right) {
    return before_when_tied(left, right, oldest_first);
  });
  std::vector<std::string> ids;
  for (const Article& article : articles) ids.push_back(article.id);
  return ids;
}

}  // namespace backfile
