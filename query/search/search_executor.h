// Puts matches into order, a page at a time.
//
// By relevance: Xapian ranks, then the first hundred or so are ranked anew by how close the words
// of the query stand (proximity.h) and how they are written (article_words.h). That window begins
// at the first match whatever page is asked for, so pages neither repeat nor lose an article. By date: docids run from the newest article to
// the oldest, so a page is read off the set of matches. Used by searcher.h; for one thread.
#pragma once

#include <xapian.h>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/answer/answer.h"
#include "query/matching/records/article_words.h"
#include "query/search/archive.h"
#include "query/search/matches.h"

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
  std::size_t reranked = 0;  // articles whose records were read
};

class SearchExecutor {
 public:
  // All outlive it. `words`: those that rank.
  SearchExecutor(const Archive& archive, const Xapian::Database& database, Analyzer& analyzer,
                 const Request& request, const std::vector<RankedWord>& words);

  FoundPage page(Matches& matches, std::size_t offset, std::size_t limit);

  // The best by Xapian's weights alone.
  Xapian::MSet best(Matches& matches, std::size_t count);

 private:
  FoundPage page_by_relevance(Matches& matches, std::size_t offset, std::size_t limit);
  FoundPage page_by_date(Matches& matches, std::size_t offset, std::size_t limit);
  void weigh(const Matches& matches, std::vector<FoundArticle>& found);
  bool reranks(std::size_t offset) const;
  void rerank(std::vector<FoundArticle>& window);

  const Archive& archive_;
  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const Request& request_;
  const std::vector<RankedWord>& words_;
};

}  // namespace backfile
