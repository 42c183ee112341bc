// The walk over the tree. Each node gives a part, or nothing where it asks nothing ("!!!").
#include "query/planning/planner.h"

#include <algorithm>

#include "indexer/text/unicode.h"
#include "indexer/text/word_shape.h"
#include "query/language/quoted.h"
#include "query/language/wildcards.h"

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

void append(std::vector<CostedQuery>& to, const std::vector<CostedQuery>& queries) {
  to.insert(to.end(), queries.begin(), queries.end());
}

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

}  // namespace

// The operands of one AND.
struct Planner::Group {
  std::vector<Clause> words;  // plain ones, which can be relaxed
  std::vector<CostedQuery> required;
  std::vector<CostedQuery> filters;
  std::vector<CostedQuery> excluded;

  bool asks_nothing() const {
    return words.empty() && required.empty() && filters.empty() && excluded.empty();
  }
};

Planner::Planner(Xapian::Database database, const PlannerFacts& facts, Analyzer& analyzer)
    : database_(std::move(database)),
      words_({database_, facts.languages, *facts.spellings, *facts.idf, analyzer, facts.stems_fit}),
      filters_(database_, *facts.columns, words_),
      idf_(*facts.idf) {
}

Plan Planner::plan(const Node& tree, const RankingSettings& settings) {
  notes_.clear();
  readings_.clear();
  rank_readings_.clear();
  patterns_.clear();
  ranked_.clear();
  inside_not_ = false;
  words_.set_ranking(true);
  std::string words;
  gather_words(tree, 0, words);
  words_.begin_query(settings, words, is_shouted(words));
  stop_words_count_ = settings.stop_words;

  Plan plan;
  Group top = group_of(tree, 0);
  plan.asks_nothing = top.asks_nothing();
  if (const std::optional<CostedQuery> all = joined(top)) {
    plan.all = all->query;
    plan.all_cost = all->cost;
  }
  const CostedQuery any = relaxed(top, plan);
  plan.any = any.query;
  plan.any_cost = any.cost;
  plan.relaxable = top.words.size() > 1 || (top.words.size() == 1 && !top.required.empty());
  plan.only_words = top.required.empty() && top.filters.empty() && top.excluded.empty();
  plan.patterns = std::move(patterns_);
  plan.ranked = std::move(ranked_);
  plan.notes = std::move(notes_);
  plan.readings = std::move(readings_);
  plan.rank_readings = std::move(rank_readings_);
  return plan;
}

Xapian::Query Planner::filter(const Field& field, std::string_view value,
                              std::vector<Note>& notes) {
  words_.begin_query({});
  return filters_.value(field, value, std::nullopt, notes).query;
}

Xapian::Query Planner::days(Period period) {
  return filters_.days(period).query;
}

Planner::Group Planner::group_of(const Node& node, int depth) {
  Group group;
  if (node.kind != NodeKind::all) {
    add(group, node, depth);
  } else {
    for (const Node& child : node.children) add(group, child, depth + 1);
  }
  return group;
}

void Planner::add(Group& group, const Node& node, int depth) {
  if (depth > deepest) {
    notes_.push_back({node.begin, "The question is nested too deeply; this part was left out."});
    return;
  }
  switch (node.kind) {
    case NodeKind::nothing:
      break;
    case NodeKind::word:
    case NodeKind::phrase:
      add_words(group, node);
      break;
    case NodeKind::filter:
      group.filters.push_back(
          filters_.value(*find_field(node.field, for_filters), node.text, node.begin, notes_));
      break;
    case NodeKind::dates:
      group.filters.push_back(filters_.days(node.period));
      break;
    case NodeKind::exclude: {
      const bool outer = std::exchange(inside_not_, true);
      words_.set_ranking(false);
      for (const Node& child : node.children) {
        if (const auto costed = query_of(child, depth + 1)) group.excluded.push_back(*costed);
      }
      inside_not_ = outer;
      words_.set_ranking(!outer);
      break;
    }
    case NodeKind::all:
    case NodeKind::any:
      if (const auto costed =
              node.kind == NodeKind::any ? any_child(node, depth) : query_of(node, depth)) {
        group.required.push_back(boosted(*costed, node.boost));
      }
      break;
  }
}

void Planner::add_words(Group& group, const Node& node) {
  std::vector<Clause> clauses = words_.clauses(node);
  if (clauses.empty()) {
    notes_.push_back({node.begin, quoted(node.text) + " has no letter or digit to look for."});
  }
  if (node.truncated && clauses.size() == 1 && clauses.front().costed.matches == 0 &&
      begins_words(node.text)) {
    notes_.push_back({node.begin, truncation_hint(node.text)});
  }
  if (!clauses.empty() && clauses.front().in_pieces) {
    notes_.push_back({node.begin, "No article has " + quoted(node.text) +
                                      " as it stands; its words were looked for."});
  }
  for (Clause& clause : clauses) {
    for (const WordNote& note : clause.readings) tell_reading(note, node.begin);
    add_ranked(clause, node.boost);
    clause.costed = boosted(clause.costed, node.boost);
    if (node.boost != 1) clause.stop_word = false;  // somebody means it
    if (clause.narrowed) {
      notes_.push_back({node.begin, quoted(clause.label) + " stands for too many words of the " +
                                        "archive; only the most frequent were looked for."});
    }
    if (clause.relaxable) {
      group.words.push_back(std::move(clause));
    } else {
      add_patterns(clause.patterns);
      group.required.push_back(clause.costed);
    }
  }
}

// The same sentence once is enough.
void Planner::tell_reading(const WordNote& note, std::size_t position) {
  std::vector<Note>& notes = note.of_ranking ? rank_readings_ : readings_;
  if (std::ranges::find(notes, note.message, &Note::message) == notes.end()) {
    notes.push_back({position, note.message});
  }
}

// Whether the archive has words of which this is the beginning.
bool Planner::begins_words(std::string_view text) const {
  const std::string beginning = fold(text).term;
  return database_.allterms_begin(beginning) != database_.allterms_end(beginning);
}

void Planner::add_ranked(const Clause& clause, double boost) {
  if (inside_not_) return;
  const double idf = idf_.of("", clause.costed.matches, clause.costed.matches, 0);
  ranked_.push_back({clause.patterns, boost * idf, clause.stop_word});
}

// Each once, however often it was typed.
void Planner::add_patterns(const std::vector<MatchPattern>& patterns) {
  if (inside_not_) return;
  for (const MatchPattern& pattern : patterns) {
    if (std::ranges::find(patterns_, pattern) == patterns_.end()) patterns_.push_back(pattern);
  }
}

std::optional<CostedQuery> Planner::query_of(const Node& node, int depth) {
  Group group = group_of(node, depth);
  return joined(group);
}

std::optional<CostedQuery> Planner::any_child(const Node& node, int depth) {
  std::vector<CostedQuery> queries;
  for (const Node& child : node.children) {
    if (const auto costed = query_of(child, depth + 1)) queries.push_back(*costed);
  }
  if (queries.empty()) return std::nullopt;
  return any_of(queries);
}

void Planner::leave_out_stop_words(Group& group) const {
  if (stop_words_count_) return;
  const bool has_content =
      !group.required.empty() || std::any_of(group.words.begin(), group.words.end(), is_content);
  if (!has_content) return;
  std::erase_if(group.words, [](const Clause& clause) { return !is_content(clause); });
}

// Everything wanted, nothing excluded. Stop words count where they are all there is.
std::optional<CostedQuery> Planner::joined(Group& group) {
  leave_out_stop_words(group);
  for (const Clause& clause : group.words) add_patterns(clause.patterns);
  if (group.asks_nothing()) return std::nullopt;

  std::vector<CostedQuery> wanted = queries_of(group.words);
  append(wanted, group.required);
  append(wanted, group.filters);
  CostedQuery positive = wanted.empty() ? everything(database_) : all_of(wanted);
  positive = supported_by(positive, support_of(group.words));
  return all_but(positive, any_of(group.excluded));
}

// At least one of the words; beside a phrase or a group, not even that.
CostedQuery Planner::relaxed(const Group& group, Plan& plan) {
  std::vector<Clause> words = group.words;
  for (const std::string& word : keep_affordable(words)) {
    plan.any_notes.push_back(
        {std::nullopt, quoted(word) + " is in so many articles that it was left out."});
  }
  for (const Clause& clause : words) {
    plan.words.push_back({clause.label, clause.costed.query, clause.patterns});
  }

  std::vector<CostedQuery> wanted = group.required;
  append(wanted, group.filters);
  const CostedQuery costed = any_of(queries_of(words));
  const CostedQuery narrow = supported_by(costed, support_of(words));
  const CostedQuery widened = any_of({costed, support_of(words)});
  const auto within = [&](const CostedQuery& ranked) {
    if (!group.required.empty()) return supported_by(all_of(wanted), ranked);
    std::vector<CostedQuery> all = wanted;
    if (!words.empty()) all.push_back(ranked);
    return all.empty() ? everything(database_) : all_of(all);
  };
  const CostedQuery unwanted = any_of(group.excluded);
  const CostedQuery any = all_but(within(narrow), unwanted);
  const CostedQuery any_piece = all_but(within(widened), unwanted);
  plan.any_piece = any_piece.cost <= affordable_cost ? any_piece.query : any.query;
  return any;
}

}  // namespace backfile
