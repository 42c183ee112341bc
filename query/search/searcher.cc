// The recipe of a search, and the two ways to look at one article.
#include "query/search/searcher.h"

#include <xapian.h>
#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <variant>

#include "indexer/index/schema.h"
#include "indexer/index/stored_article.h"
#include "query/answer/compounds.h"
#include "query/columns/facets.h"
#include "query/docids/evaluation.h"
#include "query/planning/planner.h"
#include "query/ranking/recency.h"
#include "query/search/archive.h"
#include "query/search/feedback.h"
#include "query/search/matches.h"
#include "query/search/missing_words.h"
#include "query/search/resolved_request.h"
#include "query/search/search_executor.h"
#include "query/search/search_notes.h"
#include "query/search/snippet_hit.h"

namespace backfile {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t most_facet_values = 50;
// Fewer articles than this are few; a query of as many words is a long one.
constexpr std::uint64_t few = 5;
constexpr std::size_t long_query = 3;
// Added to the score of articles with all words while they are ranked among others, and taken off
// again. Far above any score, weights of words included, and still exact to the sixth decimal.
constexpr double complete_first = 1 << 30;

Answer blank_answer(const Archive& archive, const Request& request) {
  Answer answer;
  answer.query = request.query;
  answer.generation = archive.facts.generation;
  answer.built_at = archive.facts.built_at;
  answer.documents = archive.facts.documents;
  return answer;
}

// One search in the making. Lives as long as the call.
class Search {
 public:
  Search(const Archive& archive, const Xapian::Database& database, Analyzer& analyzer,
         const Request& request, const ResolvedRequest& resolved, Answer& answer)
      : archive_(archive),
        database_(database),
        analyzer_(analyzer),
        request_(request),
        resolved_(resolved),
        answer_(answer),
        executor_(archive, database, analyzer, request, resolved.plan.ranked) {}

  void run() {
    FoundPage page = match(with_recency(with_feedback(matches_of(asked()))));
    if (may_relax(page.total)) page = match_relaxed(page.total);
    answer_.total = page.total;
    count_complete();
    if (resolved_.cursor && request_.limit > 0) go_behind(*resolved_.cursor, page);
    answer_.offset = page.offset;
    for (const std::string& facet : request_.facets) count_facet(*find_field(facet, for_facets));
    for (const FoundArticle& found : page.found) add_hit(found);
    name_next();
    note_beyond_end();
    if (answer_.total == 0 || answer_.complete == 0U) tell_compounds(resolved_.tree, answer_.notes);
    if (wants_any() || answer_.relaxed) {
      name_missing_words(database_, plan().words, analyzer_, docids_, answer_.hits);
    }
    if (!added_.empty()) name_shared_words();
  }

 private:
  const Plan& plan() const { return resolved_.plan; }

  bool wants_any() const { return request_.match == Match::any || request_.match == Match::topic; }

  const CostedQuery& asked() const {
    if (!wants_any()) return plan().all;
    return request_.ranks_pieces ? plan().any_piece : plan().any;
  }

  bool wants_feedback() const {
    return (request_.feedback || request_.match == Match::topic) &&
           request_.sort == Sort::relevance && archive_.planner.stems_fit;
  }

  // Where no article has all words; and where a long query has only few such articles, since one
  // that happens to have them all should not hide those that nearly do.
  bool may_relax(std::uint64_t complete) const {
    const bool too_few =
        complete < few && plan().words.size() >= long_query && request_.sort == Sort::relevance;
    return (complete == 0 || too_few) && request_.match == Match::automatic && plan().relaxable &&
           plan().any.cost <= affordable_cost;
  }

  Matches matches_of(const CostedQuery& query) const {
    return {query, resolved_.filters(), database_};
  }

  FoundPage match(Matches matches) {
    matches_.emplace(std::move(matches));
    // Behind a cursor the article that it names is fetched too, to see that it stands there.
    const std::size_t before = resolved_.cursor && request_.limit > 0 ? 1 : 0;
    const std::size_t offset = resolved_.cursor ? resolved_.cursor->seen : request_.offset;
    return executor_.page(*matches_, offset - before, request_.limit + before);
  }

  // A newer generation may hold more or fewer articles before the one that the cursor names, and
  // another query may not hold it at all.
  void go_behind(const Cursor& cursor, FoundPage& page) {
    const bool is_ours = cursor.generation == archive_.facts.generation;
    const Xapian::docid last = archive_.catalogue->find(cursor.key).value_or(0);
    if (!page.found.empty() && page.found.front().docid == last) {
      page.found.erase(page.found.begin());
      ++page.offset;
      if (!is_ours) note_cursor("The archive has been built anew since this cursor was given: ");
      return;
    }
    const FoundPage all = executor_.page(*matches_, 0, most_results);
    std::size_t place = 0;
    while (place < all.found.size() && all.found[place].docid != last) ++place;
    const bool is_there = place < all.found.size();
    if (is_ours) {
      note_cursor("This cursor belongs to a different query: ");
    } else if (is_there) {
      note_cursor("The archive has been built anew since this cursor was given: ");
    } else {
      note_cursor("The article that the cursor names is not in this answer any more: ");
    }
    page = executor_.page(*matches_, is_there ? place + 1 : cursor.seen, request_.limit);
  }

  void note_cursor(std::string what) {
    answer_.notes.push_back({std::nullopt, std::move(what.append(repeats_note))});
  }

  void name_next() {
    const std::size_t seen = answer_.offset + answer_.hits.size();
    if (answer_.hits.empty() || seen >= answer_.total) return;
    if (seen > most_results) {
      answer_.notes.push_back({std::nullopt, end_of_paging_note(seen, answer_.total)});
      return;
    }
    answer_.next = write_cursor({seen, answer_.hits.back().key, archive_.facts.generation});
  }

  void note_beyond_end() {
    const bool is_beyond = answer_.total > 0 && answer_.offset >= answer_.total;
    if (!is_beyond || request_.limit == 0) return;
    answer_.notes.push_back(
        {std::nullopt, beyond_end_note(request_, answer_.offset, answer_.total)});
  }

  // The words added find articles of their own only where any word would do.
  Matches with_feedback(Matches asked) {
    const bool may_widen = wants_any() && plan().only_words;
    if (!wants_feedback() || (request_.limit == 0 && !may_widen)) return asked;
    const Xapian::MSet best = executor_.best(asked, request_.ranking.feedback_articles);
    Expansion expansion = expansion_from(database_, archive_.forward, best, plan().patterns,
                                         *archive_.planner.idf, analyzer_, request_.ranking);
    if (expansion.costed.finds_nothing()) return asked;
    added_ = std::move(expansion.words);
    answer_.expansion.clear();
    for (const AddedWord& word : added_) answer_.expansion.push_back(word.text);
    const double cost = plan().any.cost + expansion.costed.cost;
    if (may_widen && cost <= affordable_cost) {
      return matches_of(any_of({asked.asked(), expansion.costed}));
    }
    asked.support(expansion.costed);
    return asked;
  }

  // Measured by the best match.
  Matches with_recency(Matches asked) {
    const bool counts = request_.ranking.recency_half_life > 0 &&
                        request_.sort == Sort::relevance && request_.limit > 0;
    if (!counts) return asked;
    const double best = executor_.best(asked, 1).get_max_attained();
    const ArchiveFacts& facts = archive_.facts;
    const ArchiveDays days{static_cast<Xapian::docid>(facts.documents), facts.first_day,
                           facts.last_day, day_of(facts.built_at)};
    asked.support(Recency(*archive_.planner.columns, days, request_.ranking).bonus(best));
    return asked;
  }

  // Where any of the words will do, those that have them all are counted apart.
  void count_complete() {
    if (answer_.relaxed) return;
    answer_.complete = answer_.total;
    const bool may_lack_words = plan().relaxable || !added_.empty() || request_.ranks_pieces;
    if (!wants_any() || !may_lack_words) return;
    answer_.complete.reset();
    if (plan().all.cost <= affordable_cost) answer_.complete = matches_of(plan().all).count();
  }

  // The articles that have all words stand first.
  FoundPage match_relaxed(std::uint64_t complete) {
    Matches matches = with_recency(with_feedback(matches_of(plan().any)));
    if (complete > 0) {
      matches.support(query_of(matches_->articles(), complete_first));  // those that have all
    }
    FoundPage page = match(std::move(matches));
    raised_ = complete;
    if (page.total == complete) return page;
    answer_.relaxed = true;
    answer_.complete = complete;
    answer_.notes.push_back({std::nullopt, relaxed_note(complete, resolved_.has_filters())});
    answer_.notes.insert(answer_.notes.end(), plan().any_notes.begin(), plan().any_notes.end());
    return page;
  }

  bool has_choice(FieldId field) const {
    return !request_.values_of(field).empty() || (field == FieldId::year && resolved_.has_period);
  }

  // One with a choice counts as if nothing were chosen in it, so that choices can be compared.
  void count_facet(const Field& field) {
    FacetCounter counter(*archive_.planner.columns, field);
    const auto count = [&](Xapian::docid docid) { counter.count(docid); };
    if (has_choice(field.id)) {
      Matches compared(matches_->asked(), resolved_.filters(field.id), database_);
      compared.articles()->for_each(count);
    } else {
      matches_->articles()->for_each(count);
    }
    answer_.facets.push_back(counter.result(most_facet_values, request_.values_of(field.id)));
  }

  void add_hit(const FoundArticle& found) {
    const std::size_t rank = answer_.offset + answer_.hits.size();
    docids_.push_back(found.docid);
    Hit& hit = answer_.hits.emplace_back();
    hit.article = stored_article(*archive_.catalogue, archive_.forward, found.docid);
    hit.key = article_key(hit.article);
    hit.score = found.score - (rank < raised_ ? complete_first : 0);
    if (request_.snippets) {
      const auto make = [&](const Article& article) {
        const MatchedArticle matched(article, found.docid, marks());
        return Passages{mark_title(matched), make_snippets(matched)};
      };
      show_passages(hit, make, answer_.notes);
    } else {
      show_title(hit);
    }
  }

  // What is marked in the hits: all that was asked for.
  RecordPatterns& marks() {
    if (!marks_) marks_.emplace(archive_.forward, plan().patterns, analyzer_);
    return *marks_;
  }

  // What leads to a hit that lacks words of the query.
  void name_shared_words() {
    SharedWords shared(archive_.forward, added_, analyzer_);
    for (std::size_t i = 0; i < answer_.hits.size(); ++i) {
      Hit& hit = answer_.hits[i];
      if (!hit.missing.empty()) hit.shared = shared.of(docids_[i]);
    }
  }

  const Archive& archive_;
  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const Request& request_;
  const ResolvedRequest& resolved_;
  Answer& answer_;
  SearchExecutor executor_;
  std::optional<Matches> matches_;  // in the end
  std::uint64_t raised_ = 0;        // matches at the beginning whose score has complete_first in it
  std::vector<AddedWord> added_;    // by feedback
  std::optional<RecordPatterns> marks_;
  std::vector<Xapian::docid> docids_;  // of the hits
};

// What only shows once it is read.
[[noreturn]] void refuse_database(const Archive& archive, const Xapian::Error& error) {
  throw unreadable_database(archive.database.parent_path(), error.get_msg());
}

}  // namespace

struct Searcher::State {
  explicit State(const Archive& archive)
      : database(archive.database.string()),
        planner(database, archive.forward, archive.planner, analyzer) {}

  Xapian::Database database;
  Analyzer analyzer;
  Planner planner;
};

Searcher::Searcher(std::shared_ptr<const Archive> archive)
    : archive_(std::move(archive)), state_(std::make_unique<State>(*archive_)) {
}

Searcher::~Searcher() = default;

Answer Searcher::search(const Request& request) try {
  const Clock::time_point start = Clock::now();
  Answer answer = blank_answer(*archive_, request);
  const auto resolved = resolve(request, state_->planner, answer);
  if (const auto* refused = std::get_if<Refused>(&resolved)) {
    answer.refused = *refused;
  } else {
    run(request, std::get<ResolvedRequest>(resolved), answer);
  }
  answer.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return answer;
} catch (const Xapian::Error& error) {
  refuse_database(*archive_, error);
}

void Searcher::run(const Request& request, const ResolvedRequest& resolved, Answer& answer) {
  if (!archive_->planner.stems_fit) {
    answer.notes.push_back({std::nullopt,
                            "This index was made by another version of the program: words are "
                            "found as typed, until `backfile index` is run again."});
  }
  Search(*archive_, state_->database, state_->analyzer, request, resolved, answer).run();
  if (request.values_of(FieldId::author).empty() && !request.plain) {
    answer.writers = archive_->author_lookup.named_in(resolved.tree);
  }
}

std::optional<Article> Searcher::article(std::string_view key) {
  const auto docid = archive_->catalogue->find(key);
  if (!docid) return std::nullopt;
  return stored_article(*archive_->catalogue, archive_->forward, *docid);
}

std::size_t Searcher::articles_called(std::string_view id) const {
  return archive_->catalogue->called(id);
}

std::optional<MarkedArticle> Searcher::marked(std::string_view key, std::string_view query) try {
  const auto found = archive_->catalogue->find(key);
  if (!found) return std::nullopt;
  const Xapian::docid docid = *found;
  MarkedArticle marked;
  marked.article = stored_article(*archive_->catalogue, archive_->forward, docid);
  const Plan plan = state_->planner.plan(parse(query).tree);
  RecordPatterns marks(archive_->forward, plan.patterns, state_->analyzer);
  marked.passages = mark_article(MatchedArticle(marked.article, docid, marks));
  marked.missing =
      missing_words(state_->database, plan.words, state_->analyzer, docid, marked.article);
  return marked;
} catch (const Xapian::Error& error) {
  refuse_database(*archive_, error);
}

}  // namespace backfile
