// A small archive and its searcher, for the tests of the searcher.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "query/search/searcher.h"
#include "tests/small_index.h"

namespace backfile {

inline std::vector<std::string> ids_of(const Answer& answer) {
  std::vector<std::string> ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.article.id);
  return ids;
}

inline Request asking(std::string query) {
  Request request;
  request.query = std::move(query);
  return request;
}

inline std::vector<Article> small_archive() {
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
  articles[3].source = "Lowmark Wire";
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

}  // namespace backfile
