// Runs a query: the articles it finds, in order, a page at a time.
//
// Xapian's match first, then, where articles are ranked, the first hundred or so anew by how close
// the words of the query stand (proximity.h). That window begins at the first match whatever
// page is asked for, so pages neither repeat nor lose an article. Used by searcher.h; for one
// thread.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/answer/answer.h"
#include "query/columns/facets.h"
#include "query/matching/records/article_places.h"
#include "query/search/archive.h"

namespace backfile {

struct FoundArticle {
  Xapian::docid docid = 0;
  double score = 0;
};

// What of all matches was asked for.
struct FoundPage {
  std::size_t offset = 0;   // matches before the first of these
  std::uint64_t total = 0;  // exact
  std::vector<FoundArticle> found;
  std::size_t reranked = 0;  // articles read for proximity
};

class SearchExecutor {
 public:
  // All outlive it. `words`: those that may stand close.
  SearchExecutor(const Archive& archive, const Xapian::Database& database, Analyzer& analyzer,
                 const Request& request, const std::vector<RankedWord>& words);

  // Every match is looked at, so totals and counters are exact.
  FoundPage page(const Xapian::Query& query, std::size_t offset, std::size_t limit,
                 const std::vector<FacetCounter*>& counters = {});

  // As page(), without proximity.
  Xapian::MSet fetch(const Xapian::Query& query, std::size_t offset, std::size_t limit,
                     const std::vector<FacetCounter*>& counters = {});

  // Of the best match, proximity left aside; takes no look at all of them.
  double best_score(const Xapian::Query& query);

 private:
  bool reranks(std::size_t offset) const;
  void rerank(std::vector<FoundArticle>& window);

  const Archive& archive_;
  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const Request& request_;
  const std::vector<RankedWord>& words_;
};

}  // namespace backfile
