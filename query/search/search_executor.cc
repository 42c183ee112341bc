// A page that begins among the best articles is cut from all of them, ranked anew.
#include "query/search/search_executor.h"

#include <algorithm>

#include "query/matching/proximity.h"
#include "query/search/ranking.h"

namespace backfile {
namespace {

std::vector<FoundArticle> found_in(const Xapian::MSet& matches) {
  std::vector<FoundArticle> found;
  found.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    found.push_back({*match, match.get_weight()});
  }
  return found;
}

}  // namespace

SearchExecutor::SearchExecutor(const Archive& archive, const Xapian::Database& database,
                               Analyzer& analyzer, const Request& request,
                               const std::vector<RankedWord>& words)
    : archive_(archive),
      database_(database),
      analyzer_(analyzer),
      request_(request),
      words_(words) {
}

Xapian::MSet SearchExecutor::fetch(const Xapian::Query& query, std::size_t offset,
                                   std::size_t limit, const std::vector<FacetCounter*>& counters) {
  Xapian::Enquire enquire(database_);
  rank(enquire, request_, *archive_.planner.columns);
  for (FacetCounter* counter : counters) enquire.add_matchspy(counter);
  enquire.set_query(query);
  return enquire.get_mset(static_cast<Xapian::doccount>(offset),
                          static_cast<Xapian::doccount>(limit), database_.get_doccount());
}

FoundPage SearchExecutor::page(const Xapian::Query& query, std::size_t offset, std::size_t limit,
                               const std::vector<FacetCounter*>& counters) {
  if (limit == 0 || !reranks(offset)) {
    const Xapian::MSet matches = fetch(query, offset, limit, counters);
    return {offset, matches.get_matches_estimated(), found_in(matches), 0};
  }
  const std::size_t end = offset + limit;
  const Xapian::MSet best = fetch(query, 0, std::max(end, request_.ranking.reranked), counters);
  FoundPage page{offset, best.get_matches_estimated(), found_in(best), 0};
  rerank(page.found);
  page.reranked = std::min(page.found.size(), request_.ranking.reranked);
  if (page.found.size() > end) page.found.resize(end);
  const std::size_t before = std::min(page.found.size(), offset);
  page.found.erase(page.found.begin(), page.found.begin() + static_cast<std::ptrdiff_t>(before));
  return page;
}

double SearchExecutor::best_score(const Xapian::Query& query) {
  Xapian::Enquire enquire(database_);
  rank(enquire, request_, *archive_.planner.columns);
  enquire.set_query(query);
  return enquire.get_mset(0, 1).get_max_attained();
}

bool SearchExecutor::reranks(std::size_t offset) const {
  return request_.sort == Sort::relevance && offset < request_.ranking.reranked &&
         words_.size() > 1 && archive_.planner.stems_fit;
}

void SearchExecutor::rerank(std::vector<FoundArticle>& found) {
  const auto end = found.begin() +
                   static_cast<std::ptrdiff_t>(std::min(found.size(), request_.ranking.reranked));
  ArticlePlaces places(archive_.forward, analyzer_, words_);
  for (auto article = found.begin(); article != end; ++article) {
    auto placed = places.of(article->docid);
    article->score += proximity(placed, request_.ranking);
  }
  std::stable_sort(found.begin(), end, [](const FoundArticle& a, const FoundArticle& b) {
    return a.score != b.score ? a.score > b.score : a.docid < b.docid;
  });
}

}  // namespace backfile
