// The walk over the tree, by an object that lives for one query. Each node gives a query with its
// cost, or nothing where it asks nothing ("!!!").
#include "query/planning/planner.h"

#include <algorithm>

#include "indexer/base/lists.h"
#include "indexer/text/unicode.h"
#include "indexer/text/word_shape.h"
#include "query/ast/quoted.h"
#include "query/language/lexemes/wildcards.h"
#include "query/planning/filters.h"
#include "query/planning/terms/language.h"

namespace backfile {
namespace {

constexpr int deepest = 64;  // the parser stops earlier; trees may be made by hand

bool is_content(const Clause& clause) {
  return !clause.stop_word;
}

std::vector<CostedQuery> queries_of(const std::vector<Clause>& clauses) {
  std::vector<CostedQuery> queries;
  for (const Clause& clause : clauses) queries.push_back(clause.costed);
  return queries;
}

CostedQuery support_of(const std::vector<Clause>& clauses) {
  std::vector<CostedQuery> queries;
  for (const Clause& clause : clauses) queries.push_back(clause.support);
  return any_of(queries);
}

// The words and phrases of a query, for what is judged of all of them.
void gather_words(const Node& node, int depth, std::string& words) {
  if (depth > deepest) return;
  if (node.kind == NodeKind::word || node.kind == NodeKind::phrase) words += node.text + ' ';
  for (const Node& child : node.children) gather_words(child, depth + 1, words);
}

// Three words or more, all in capitals.
bool is_shouted(const std::string& words) {
  return std::count(words.begin(), words.end(), ' ') >= 3 && is_in_capitals(words);
}

// Leaves out the most frequent words until the rest can be afforded. Their labels.
std::vector<std::string> keep_affordable(std::vector<Clause>& clauses) {
  std::vector<std::string> left_out;
  while (clauses.size() > 1 && any_of(queries_of(clauses)).cost > affordable_cost) {
    const auto costliest = std::max_element(clauses.begin(), clauses.end(),
                                            [](const Clause& left, const Clause& right) {
                                              return left.costed.cost < right.costed.cost;
                                            });
    left_out.push_back(costliest->label);
    clauses.erase(costliest);
  }
  return left_out;
}

// The operands of one AND.
struct Conjunction {
  std::vector<Clause> words;  // plain ones, which can be relaxed
  std::vector<CostedQuery> required;
  std::vector<CostedQuery> filters;
  std::vector<CostedQuery> excluded;

  bool asks_nothing() const {
    return words.empty() && required.empty() && filters.empty() && excluded.empty();
  }
};

// Where in the tree a node stands.
struct Standing {
  int depth = 0;
  bool excluded = false;  // below a NOT, or below one in one

  Standing below() const { return {depth + 1, excluded}; }
  Standing below_not() const { return {depth + 1, true}; }
};

// Makes one plan.
class PlanMaker {
 public:
  PlanMaker(const WordContext& archive, const Columns& columns, WordPlanner& words,
            bool stop_words_count)
      : archive_(archive), columns_(columns), words_(words), stop_words_count_(stop_words_count) {}

  Plan plan(const Node& tree) &&;

 private:
  std::optional<CostedQuery> query_of(const Node& node, Standing standing);
  std::optional<CostedQuery> any_child(const Node& node, Standing standing);
  std::optional<CostedQuery> joined(Conjunction& conjunction, Standing standing);
  CostedQuery relaxed(const Conjunction& conjunction);
  void leave_out_stop_words(Conjunction& conjunction) const;
  Conjunction conjunction_of(const Node& node, Standing standing);
  void add(Conjunction& conjunction, const Node& node, Standing standing);
  void add_words(Conjunction& conjunction, const Node& node, Standing standing);
  void add_ranked(const Clause& clause, double boost);
  void add_acronym_note(const WordNote& note, std::size_t position);
  bool begins_words(std::string_view text) const;
  void add_patterns(const std::vector<MatchPattern>& patterns);

  const WordContext& archive_;
  const Columns& columns_;
  WordPlanner& words_;
  const bool stop_words_count_;
  Plan plan_;
};

Plan PlanMaker::plan(const Node& tree) && {
  Conjunction top = conjunction_of(tree, {});
  plan_.asks_nothing = top.asks_nothing();
  if (const std::optional<CostedQuery> all = joined(top, {})) plan_.all = *all;
  plan_.any = relaxed(top);
  plan_.relaxable = top.words.size() > 1 || (top.words.size() == 1 && !top.required.empty());
  plan_.only_words = top.required.empty() && top.filters.empty() && top.excluded.empty();
  return std::move(plan_);
}

Conjunction PlanMaker::conjunction_of(const Node& node, Standing standing) {
  Conjunction conjunction;
  if (node.kind != NodeKind::all) {
    add(conjunction, node, standing);
  } else {
    for (const Node& child : node.children) add(conjunction, child, standing.below());
  }
  return conjunction;
}

void PlanMaker::add(Conjunction& conjunction, const Node& node, Standing standing) {
  if (standing.depth > deepest) {
    plan_.notes.push_back({node.begin, "The query is nested too deeply; this part was left out."});
    return;
  }
  switch (node.kind) {
    case NodeKind::nothing:
      break;
    case NodeKind::word:
    case NodeKind::phrase:
      add_words(conjunction, node, standing);
      break;
    case NodeKind::filter:
      conjunction.filters.push_back(value_query(archive_.database, words_,
                                                *find_field(node.field, for_filters), node.text,
                                                node.begin, plan_.notes));
      break;
    case NodeKind::dates:
      conjunction.filters.push_back(days_query(archive_.database, columns_, node.period));
      break;
    case NodeKind::exclude:
      for (const Node& child : node.children) {
        if (const auto costed = query_of(child, standing.below_not())) {
          conjunction.excluded.push_back(*costed);
        }
      }
      break;
    case NodeKind::all:
    case NodeKind::any:
      if (const auto costed =
              node.kind == NodeKind::any ? any_child(node, standing) : query_of(node, standing)) {
        conjunction.required.push_back(boosted(*costed, node.boost));
      }
      break;
  }
}

void PlanMaker::add_words(Conjunction& conjunction, const Node& node, Standing standing) {
  std::vector<Clause> clauses = words_.clauses(node, standing.excluded);
  if (clauses.empty()) {
    plan_.sign_notes.push_back(
        {node.begin, in_quotes(node.text) + " contains no letters or digits, so it was ignored."});
  }
  if (node.truncated && clauses.size() == 1 && clauses.front().costed.finds_nothing() &&
      begins_words(node.text)) {
    plan_.notes.push_back({node.begin, truncation_hint(node.text)});
  }
  if (!clauses.empty() && clauses.front().in_pieces) {
    plan_.notes.push_back({node.begin, "No article has " + in_quotes(node.text) +
                                           " as it stands; its words were searched."});
  }
  for (Clause& clause : clauses) {
    for (const WordNote& note : clause.acronym_notes) add_acronym_note(note, node.begin);
    if (!standing.excluded) add_ranked(clause, node.boost);
    clause.costed = boosted(clause.costed, node.boost);
    if (node.boost != 1) clause.stop_word = false;  // somebody means it
    if (clause.narrowed) {
      plan_.notes.push_back({node.begin, in_quotes(clause.label) +
                                             " stands for too many words of the " +
                                             "archive; only the most frequent were searched."});
    }
    if (clause.relaxable) {
      conjunction.words.push_back(std::move(clause));
    } else {
      if (!standing.excluded) add_patterns(clause.patterns);
      conjunction.required.push_back(clause.costed);
    }
  }
}

// The same sentence once is enough.
void PlanMaker::add_acronym_note(const WordNote& note, std::size_t position) {
  std::vector<Note>& notes = note.of_ranking ? plan_.acronym_rank_notes : plan_.acronym_notes;
  if (std::ranges::find(notes, note.message, &Note::message) == notes.end()) {
    notes.push_back({position, note.message});
  }
}

// Whether the archive has words of which this is the beginning.
bool PlanMaker::begins_words(std::string_view text) const {
  const std::string beginning = fold(text).term;
  return archive_.database.allterms_begin(beginning) != archive_.database.allterms_end(beginning);
}

void PlanMaker::add_ranked(const Clause& clause, double boost) {
  const double idf = archive_.idf.of("", clause.costed.matches(), clause.costed.matches(), 0);
  plan_.ranked.push_back({clause.patterns, boost * idf, clause.stop_word, clause.preferences});
  for (Preference& preference : plan_.ranked.back().preferences) preference.most *= boost;
}

// Each once, however often it was typed.
void PlanMaker::add_patterns(const std::vector<MatchPattern>& patterns) {
  for (const MatchPattern& pattern : patterns) {
    if (std::ranges::find(plan_.patterns, pattern) == plan_.patterns.end()) {
      plan_.patterns.push_back(pattern);
    }
  }
}

std::optional<CostedQuery> PlanMaker::query_of(const Node& node, Standing standing) {
  Conjunction conjunction = conjunction_of(node, standing);
  return joined(conjunction, standing);
}

std::optional<CostedQuery> PlanMaker::any_child(const Node& node, Standing standing) {
  std::vector<CostedQuery> queries;
  for (const Node& child : node.children) {
    if (const auto costed = query_of(child, standing.below())) queries.push_back(*costed);
  }
  if (queries.empty()) return std::nullopt;
  return any_of(queries);
}

void PlanMaker::leave_out_stop_words(Conjunction& conjunction) const {
  if (stop_words_count_) return;
  const bool has_content =
      !conjunction.required.empty() ||
      std::any_of(conjunction.words.begin(), conjunction.words.end(), is_content);
  if (!has_content) return;
  std::erase_if(conjunction.words, [](const Clause& clause) { return !is_content(clause); });
}

// Everything wanted, nothing excluded. Stop words count where they are all there is.
std::optional<CostedQuery> PlanMaker::joined(Conjunction& conjunction, Standing standing) {
  leave_out_stop_words(conjunction);
  if (!standing.excluded) {
    for (const Clause& clause : conjunction.words) add_patterns(clause.patterns);
  }
  if (conjunction.asks_nothing()) return std::nullopt;

  std::vector<CostedQuery> wanted = queries_of(conjunction.words);
  append(wanted, conjunction.required);
  append(wanted, conjunction.filters);
  CostedQuery positive = wanted.empty() ? everything(archive_.database) : all_of(wanted);
  positive = supported_by(positive, support_of(conjunction.words));
  return all_but(positive, any_of(conjunction.excluded));
}

// At least one of the words; beside a phrase or a group, not even that.
CostedQuery PlanMaker::relaxed(const Conjunction& conjunction) {
  std::vector<Clause> words = conjunction.words;
  for (const std::string& word : keep_affordable(words)) {
    plan_.any_notes.push_back(
        {std::nullopt, in_quotes(word) + " is in so many articles that it was left out."});
  }
  for (const Clause& clause : words) {
    plan_.words.push_back({clause.label, clause.costed.condition, clause.patterns});
  }

  std::vector<CostedQuery> wanted = conjunction.required;
  append(wanted, conjunction.filters);
  const CostedQuery costed = any_of(queries_of(words));
  const CostedQuery narrow = supported_by(costed, support_of(words));
  const CostedQuery widened = any_of({costed, support_of(words)});
  const auto within = [&](const CostedQuery& ranked) {
    if (!conjunction.required.empty()) return supported_by(all_of(wanted), ranked);
    std::vector<CostedQuery> all = wanted;
    if (!words.empty()) all.push_back(ranked);
    return all.empty() ? everything(archive_.database) : all_of(all);
  };
  const CostedQuery unwanted = any_of(conjunction.excluded);
  const CostedQuery any = all_but(within(narrow), unwanted);
  const CostedQuery any_piece = all_but(within(widened), unwanted);
  plan_.any_piece = any_piece.cost <= affordable_cost ? any_piece : any;
  return any;
}

}  // namespace

Planner::Planner(Xapian::Database database, const ForwardIndex& forward, const PlannerFacts& facts,
                 Analyzer& analyzer)
    : database_(std::move(database)),
      context_{database_,  forward,  facts.languages, *facts.spellings,
               *facts.idf, analyzer, facts.stems_fit},
      columns_(*facts.columns),
      forms_(database_, *facts.spellings, analyzer) {
}

Plan Planner::plan(const Node& tree, const RankingSettings& settings) {
  std::string text;
  gather_words(tree, 0, text);
  const WordContext& archive = context_;
  WordPlanner words(
      archive, forms_,
      {settings,
       likely_languages(text, archive.languages, archive.database, archive.forward.lexicon(),
                        archive.idf, archive.analyzer, settings.shrinkage),
       is_shouted(text)});
  return PlanMaker(archive, columns_, words, settings.stop_words).plan(tree);
}

Condition Planner::filter(const Field& field, std::string_view value, std::vector<Note>& notes) {
  WordPlanner words(context_, forms_, {});
  return value_query(database_, words, field, value, std::nullopt, notes).condition;
}

CostedQuery Planner::everything() const {
  return backfile::everything(database_);
}

Condition Planner::days(Period period) {
  return days_query(database_, columns_, period).condition;
}

}  // namespace backfile
