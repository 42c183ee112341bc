// What would find something where nothing was found.
//
// Takes one thing off the request at a time and counts: a part of the query, the dates, the
// filters. The same where nothing has all of the words and the filters may be why. For the command
// line and the pages; uses searcher.h. As many searches as there are things to take off, none of
// which fetches an article.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/answer/answer.h"
#include "query/search/searcher.h"

namespace backfile {

struct Alternative {
  std::string change;  // "without author:smith"
  Request request;     // the request so changed
  std::uint64_t total = 0;
};

// Those that find something, in the order of the query. `request` found nothing.
std::vector<Alternative> alternatives(Searcher& searcher, const Request& request);

// What has all of the words without the filters that `request` sets beside its query. For one whose
// answer was relaxed.
std::vector<Alternative> beyond_filters(Searcher& searcher, const Request& request);

}  // namespace backfile
