// A page that begins among the best articles is cut from all of them, ranked anew.
#include "query/search/search_executor.h"

#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>

#include "query/docids/evaluation.h"
#include "query/matching/proximity.h"
#include "query/ranking/ranking_weight.h"

namespace backfile {
namespace {

// Equal scores are settled by docid, so that ties come newest first.
Xapian::MSet ranked(const Xapian::Database& database, const Xapian::Query& query,
                    std::size_t offset, std::size_t limit, const RankingSettings& settings) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(WordWeight(settings));
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_query(query);
  return enquire.get_mset(static_cast<Xapian::doccount>(offset),
                          static_cast<Xapian::doccount>(limit));
}

std::vector<FoundArticle> found_in(const Xapian::MSet& matches) {
  std::vector<FoundArticle> found;
  found.reserve(matches.size());
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    found.push_back({*match, match.get_weight()});
  }
  return found;
}

// Gathers a page out of articles that come in order.
struct PageOfArticles {
  std::size_t before;  // still to be passed over
  std::size_t limit;
  std::vector<FoundArticle> found = {};

  bool is_full() const { return found.size() == limit; }
  void add(Xapian::docid docid) {
    if (before > 0) {
      --before;
    } else if (!is_full()) {
      found.push_back({docid, 0});
    }
  }
};

// In the order of docids.
void add_forwards(const DocidSet& articles, Xapian::docid first, PageOfArticles& page) {
  for (Xapian::docid docid = articles.at_or_after(first); docid != 0 && !page.is_full();
       docid = articles.at_or_after(docid + 1)) {
    page.add(docid);
  }
}

void add_backwards(const DocidSet& articles, Xapian::docid last, PageOfArticles& page) {
  for (Xapian::docid docid = articles.at_or_before(last); docid != 0 && !page.is_full();
       docid = articles.at_or_before(docid - 1)) {
    page.add(docid);
  }
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

FoundPage SearchExecutor::page(Matches& matches, std::size_t offset, std::size_t limit) {
  const std::uint64_t total = matches.count();
  if (limit == 0 || offset >= total) return {offset, total, {}, 0};
  FoundPage page = request_.sort == Sort::relevance ? page_by_relevance(matches, offset, limit)
                                                    : page_by_date(matches, offset, limit);
  page.offset = offset;
  page.total = total;
  return page;
}

Xapian::MSet SearchExecutor::best(Matches& matches, std::size_t count) {
  if (matches.count() == 0) return {};
  return ranked(database_, matches.ranking(), 0, count, request_.ranking);
}

FoundPage SearchExecutor::page_by_relevance(Matches& matches, std::size_t offset,
                                            std::size_t limit) {
  FoundPage page;
  if (!reranks(offset)) {
    page.found = found_in(ranked(database_, matches.ranking(), offset, limit, request_.ranking));
    return page;
  }
  const std::size_t end = offset + limit;
  page.found = found_in(best(matches, std::max(end, request_.ranking.reranked)));
  rerank(page.found);
  page.reranked = std::min(page.found.size(), request_.ranking.reranked);
  if (page.found.size() > end) page.found.resize(end);
  const std::size_t before = std::min(page.found.size(), offset);
  page.found.erase(page.found.begin(), page.found.begin() + static_cast<std::ptrdiff_t>(before));
  return page;
}

// Undated articles have the last docids, and come last in either direction.
FoundPage SearchExecutor::page_by_date(Matches& matches, std::size_t offset, std::size_t limit) {
  const DocidSet& articles = *matches.articles();
  PageOfArticles page = {offset, limit};
  if (request_.sort == Sort::newest) {
    add_forwards(articles, 1, page);
  } else {
    const ArchiveFacts& facts = archive_.facts;
    const auto last_dated = static_cast<Xapian::docid>(facts.documents - facts.undated);
    add_backwards(articles, last_dated, page);
    add_forwards(articles, last_dated + 1, page);
  }
  weigh(matches, page.found);
  return {0, 0, std::move(page.found), 0};
}

// The scores that the articles would have by relevance, proximity left aside.
void SearchExecutor::weigh(const Matches& matches, std::vector<FoundArticle>& found) {
  auto articles = std::make_shared<DocidSet>(database_.get_lastdocid());
  for (const FoundArticle& article : found) articles->insert(article.docid);
  const Xapian::Query query = ranking_of(matches.asked(), query_of(std::move(articles)));
  std::unordered_map<Xapian::docid, double> scores;
  for (const FoundArticle& weighed :
       found_in(ranked(database_, query, 0, found.size(), request_.ranking))) {
    scores[weighed.docid] = weighed.score;
  }
  for (FoundArticle& article : found) article.score = scores[article.docid];
}

bool SearchExecutor::reranks(std::size_t offset) const {
  return offset < request_.ranking.reranked && ArticleWords::rank(words_) &&
         archive_.planner.stems_fit;
}

void SearchExecutor::rerank(std::vector<FoundArticle>& found) {
  const auto end = found.begin() +
                   static_cast<std::ptrdiff_t>(std::min(found.size(), request_.ranking.reranked));
  ArticleWords words(archive_.forward, analyzer_, words_);
  for (auto article = found.begin(); article != end; ++article) {
    words.read(article->docid);
    article->score += proximity(words.placed(), request_.ranking) + words.gained(request_.ranking);
  }
  std::stable_sort(found.begin(), end, [](const FoundArticle& a, const FoundArticle& b) {
    return a.score != b.score ? a.score > b.score : a.docid < b.docid;
  });
}

}  // namespace backfile
