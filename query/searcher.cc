// The recipe of a search, and the two ways to look at one article.
#include "query/searcher.h"

#include <xapian.h>
#include <algorithm>
#include <chrono>
#include <deque>

#include "indexer/schema.h"
#include "query/acronyms.h"
#include "query/archive.h"
#include "query/counting.h"
#include "query/facets.h"
#include "query/feedback.h"
#include "query/matcher.h"
#include "query/planner.h"
#include "query/recency.h"
#include "query/searcher_question.h"
#include "query/snippet_hit.h"

namespace backfile {
namespace {

using Clock = std::chrono::steady_clock;
using Xapian::Query;

constexpr std::size_t most_facet_values = 50;
// What is missing is looked up on pages for people, not in long runs for machines.
constexpr std::size_t most_hits_explained = 100;

// Fewer articles than this are few; a question of as many words is a long one.
constexpr std::uint64_t few = 5;
constexpr std::size_t long_question = 3;
// Added to the score of articles with all words, where others follow; far above any score.
constexpr double complete_first = 1 << 20;

std::string relaxed_note(std::uint64_t complete, bool within_filters) {
  if (complete == 0) {
    return std::string("No article has all of these words") +
           (within_filters ? " within these filters" : "") + "; these have some of them.";
  }
  if (complete == 1) {
    return "Only the first article has all of these words; the others have some of them.";
  }
  return "Only the first " + std::to_string(complete) +
         " articles have all of these words; the others have some of them.";
}

std::string end_of_paging_note(std::uint64_t seen, std::uint64_t total) {
  return "Only " + grouped(seen) + " of these " + grouped(total) +
         " articles can be paged through. To see the rest, narrow the question by a date, a filter "
         "or another word.";
}

// 0 if there is no such article.
Xapian::docid docid_of(const Xapian::Database& database, std::string_view key) {
  const std::string term = filter_term(*find_field("key", FieldKind::filter), key);
  const auto posting = database.postlist_begin(term);
  return posting == database.postlist_end(term) ? 0 : *posting;
}

// Of the articles that match.
std::vector<std::string> keys_of(const Xapian::Database& database, const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  const Xapian::MSet matches = enquire.get_mset(0, most_hits_explained);
  std::vector<std::string> keys;
  for (auto match = matches.begin(); match != matches.end(); ++match) {
    keys.push_back(match.get_document().get_value(slot_key));
  }
  return keys;
}

Answer blank_answer(const Archive& archive, const Request& request) {
  Answer answer;
  answer.query = request.query;
  answer.generation = archive.facts.generation;
  answer.built_at = archive.facts.built_at;
  answer.documents = archive.facts.documents;
  return answer;
}

const std::vector<std::string>& selected_values(const Request& request, std::string_view facet) {
  static const std::vector<std::string> none;
  if (facet == "author") return request.author;
  if (facet == "section") return request.section;
  if (facet == "tag") return request.tag;
  if (facet == "language") return request.language;
  return none;
}

// One search in the making. Lives as long as the call.
class Search {
 public:
  Search(const Archive& archive, const Xapian::Database& database, Analyzer& analyzer,
         const Request& request, const Question& question, Answer& answer)
      : archive_(archive),
        database_(database),
        analyzer_(analyzer),
        request_(request),
        question_(question),
        answer_(answer),
        matcher_(archive, database, analyzer, request, question.plan.ranked) {}

  void run() {
    count_in_passing();
    FoundPage page = match(with_recency(with_feedback(wants_any() ? plan().any : plan().all)));
    if (may_relax(page.total)) {
      count_in_passing();  // anew: what has all words is among what has some
      page = match_relaxed(page.total);
    }
    answer_.total = page.total;
    if (question_.cursor) go_behind(*question_.cursor, page);
    answer_.offset = page.offset;
    finish_facets();
    for (const FoundArticle& found : page.found) add_hit(found);
    name_next();
    if (wants_any() || answer_.relaxed) name_missing_words();
    if (!added_.empty()) name_shared_words();
  }

 private:
  const Plan& plan() const { return question_.plan; }

  bool wants_any() const { return request_.match == Match::any || request_.match == Match::topic; }

  bool wants_feedback() const {
    return (request_.feedback || request_.match == Match::topic) &&
           request_.sort == Sort::relevance && archive_.planner.stems_fit;
  }

  // Where no article has all words; and where a long question has only few such articles, since one
  // that happens to have them all should not hide those that nearly do.
  bool may_relax(std::uint64_t complete) const {
    const bool too_few =
        complete < few && plan().words.size() >= long_question && request_.sort == Sort::relevance;
    return (complete == 0 || too_few) && request_.match == Match::automatic && plan().relaxable &&
           plan().any_cost <= affordable_cost;
  }

  FoundPage match(const Query& query) {
    matched_ = query;
    // Behind a cursor the article that it names is fetched too, to see that it stands there.
    const std::size_t before = question_.cursor ? 1 : 0;
    const std::size_t offset = question_.cursor ? question_.cursor->seen : request_.offset;
    return matcher_.page(question_.within_filters(query), offset - before, request_.limit + before,
                         in_passing_);
  }

  // A newer generation may hold more or fewer articles before the one that the cursor names.
  void go_behind(const Cursor& cursor, FoundPage& page) {
    const Xapian::docid last = docid_of(database_, cursor.key);
    if (!page.found.empty() && page.found.front().docid == last) {
      page.found.erase(page.found.begin());
      ++page.offset;
      return;
    }
    const Query query = question_.within_filters(matched_);
    const FoundPage all = matcher_.page(query, 0, farthest_offset);
    std::size_t place = 0;
    while (place < all.found.size() && all.found[place].docid != last) ++place;
    std::size_t behind = place + 1;
    if (place == all.found.size()) {
      behind = cursor.seen;
      answer_.notes.push_back({0,
                               "The article that the cursor names is not in this answer any more: "
                               "some articles may come twice, or not at all."});
    }
    page = matcher_.page(query, behind, request_.limit);
  }

  void name_next() {
    const std::size_t seen = answer_.offset + answer_.hits.size();
    if (answer_.hits.empty() || seen >= answer_.total) return;
    if (seen > farthest_offset) {
      answer_.notes.push_back({0, end_of_paging_note(seen, answer_.total)});
      return;
    }
    answer_.next = write_cursor({seen, answer_.hits.back().key});
  }

  // The words added find articles of their own only where any word would do.
  Query with_feedback(const Query& asked) {
    if (!wants_feedback()) return asked;
    const Xapian::MSet best =
        matcher_.fetch(question_.within_filters(asked), 0, request_.ranking.feedback_articles);
    Expansion expansion = expansion_from(database_, best, plan().leaves, *archive_.planner.rarity,
                                         analyzer_, request_.ranking);
    if (expansion.part.query.empty()) return asked;
    added_ = std::move(expansion.words);
    answer_.expansion.clear();
    for (const AddedWord& word : added_) answer_.expansion.push_back(word.text);
    const double cost = plan().any_cost + expansion.part.cost;
    const bool widens = wants_any() && plan().only_words && cost <= affordable_cost;
    return Query(widens ? Query::OP_OR : Query::OP_AND_MAYBE, asked, expansion.part.query);
  }

  // Measured by the best match, which takes a look at a few of them.
  Query with_recency(const Query& asked) {
    if (request_.ranking.recency_half_life <= 0 || request_.sort != Sort::relevance) return asked;
    const double best = matcher_.best_score(question_.within_filters(asked));
    return Recency(*archive_.planner.columns, archive_.facts, request_.ranking)
        .added_to(asked, best);
  }

  // The articles that have all words stand first.
  FoundPage match_relaxed(std::uint64_t complete) {
    Query query = with_recency(with_feedback(plan().some));
    if (complete > 0) {
      const Query first(Query::OP_AND, Query(Query::OP_SCALE_WEIGHT, plan().all, 0),
                        Query((new Xapian::FixedWeightPostingSource(complete_first))->release()));
      query = Query(Query::OP_AND_MAYBE, query, first);
    }
    FoundPage page = match(query);
    if (page.total == complete) return page;
    answer_.relaxed = true;
    answer_.complete = complete;
    answer_.notes.push_back({0, relaxed_note(complete, question_.has_filters())});
    answer_.notes.insert(answer_.notes.end(), plan().any_notes.begin(), plan().any_notes.end());
    return page;
  }

  bool has_choice(std::string_view facet) const {
    return !selected_values(request_, facet).empty() ||
           (facet == facet_of_period && question_.has_period);
  }

  // Facets without a choice of their own count what the search itself matches.
  void count_in_passing() {
    in_passing_.clear();
    counters_.clear();
    for (const std::string& facet : request_.facets) {
      counters_.emplace_back(*archive_.merged, facet);
      if (!has_choice(facet)) in_passing_.push_back(&counters_.back());
    }
  }

  // The others count as if nothing were chosen in them, so that choices can be compared.
  void finish_facets() {
    for (std::size_t i = 0; i < counters_.size(); ++i) {
      const std::string& facet = request_.facets[i];
      if (has_choice(facet)) {
        matcher_.fetch(question_.within_filters(matched_, facet), 0, 0, {&counters_[i]});
      }
      answer_.facets.push_back(
          counters_[i].result(most_facet_values, selected_values(request_, facet)));
    }
  }

  void add_hit(const FoundArticle& found) {
    const std::size_t rank = answer_.offset + answer_.hits.size();
    Hit& hit = answer_.hits.emplace_back();
    hit.article = to_article(database_.get_document(found.docid));
    hit.key = article_key(hit.article.id);
    hit.score = found.score - (rank < answer_.complete ? complete_first : 0);
    if (request_.snippets) {
      const auto leaves = [&] { return leaves_in(database_, found.docid, plan().leaves); };
      show_passages(hit, leaves, analyzer_, answer_.notes);
    } else {
      show_title(hit);
    }
  }

  // Asks, for each word that was optional, which of the hits have it.
  void name_missing_words() {
    if (answer_.hits.empty() || answer_.hits.size() > most_hits_explained) return;
    const Field& key = *find_field("key", FieldKind::filter);
    std::vector<Query> keys;
    for (const Hit& hit : answer_.hits) keys.emplace_back(filter_term(key, hit.key));
    const Query shown(Query::OP_OR, keys.begin(), keys.end());
    for (const PlannedWord& word : plan().words) {
      const std::vector<std::string> having =
          keys_of(database_, Query(Query::OP_FILTER, word.query, shown));
      for (Hit& hit : answer_.hits) {
        const bool has = std::find(having.begin(), having.end(), hit.key) != having.end();
        if (!has) hit.missing.push_back(word.label);
      }
    }
  }

  // What leads to a hit that lacks words of the question.
  void name_shared_words() {
    for (Hit& hit : answer_.hits) {
      if (hit.missing.empty()) continue;
      hit.shared = words_shared(database_, docid_of(database_, hit.key), added_);
    }
  }

  const Archive& archive_;
  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const Request& request_;
  const Question& question_;
  Answer& answer_;
  Matcher matcher_;
  Query matched_;                 // what was matched in the end, without the request's filters
  std::vector<AddedWord> added_;  // by feedback
  std::deque<FacetCounter> counters_;
  std::vector<FacetCounter*> in_passing_;
};

}  // namespace

struct Searcher::State {
  explicit State(const Archive& archive)
      : database(archive.database.string()), planner(database, archive.planner, analyzer) {}

  Xapian::Database database;
  Analyzer analyzer;
  Planner planner;
};

Searcher::Searcher(std::shared_ptr<const Archive> archive)
    : archive_(std::move(archive)), state_(std::make_unique<State>(*archive_)) {
}

Searcher::~Searcher() = default;

Answer Searcher::search(const Request& request) {
  const Clock::time_point start = Clock::now();
  Answer answer = blank_answer(*archive_, request);
  const Question question = understand(request, state_->planner, answer);
  if (answer.refusal.empty()) {
    if (!archive_->planner.stems_fit) {
      answer.notes.push_back({0,
                              "This index was made by another version of the program: words are "
                              "found as typed, until `backfile index` is run again."});
    }
    Search(*archive_, state_->database, state_->analyzer, request, question, answer).run();
    if (request.author.empty() && !request.plain) {
      answer.writers = archive_->bylines.named_in(question.tree);
    }
  }
  answer.took_ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return answer;
}

std::optional<Article> Searcher::article(std::string_view key) {
  const Xapian::docid docid = docid_of(state_->database, key);
  if (docid == 0) return std::nullopt;
  return to_article(state_->database.get_document(docid));
}

MarkedArticle Searcher::marked(const Article& article, std::string_view query) {
  const Xapian::Database& database = state_->database;
  const Plan plan = state_->planner.plan(parse(query).tree);
  const std::string key = article_key(article.id);
  const Query here(filter_term(*find_field("key", FieldKind::filter), key));
  MarkedArticle marked;
  marked.passages = mark_article(article, leaves_in(database, docid_of(database, key), plan.leaves),
                                 state_->analyzer);
  for (const PlannedWord& word : plan.words) {
    const Query both(Query::OP_FILTER, word.query, here);
    if (keys_of(database, both).empty()) marked.missing.push_back(word.label);
  }
  return marked;
}

}  // namespace backfile
