// The walk over the tree. Each node gives a part, or nothing where it asks nothing ("!!!").
#include "query/planning/planner.h"

#include <algorithm>

#include "indexer/text/unicode.h"
#include "indexer/text/word_shape.h"
#include "query/language/wildcards.h"

namespace backfile {
namespace {

constexpr int deepest = 64;  // the parser stops earlier; trees may be made by hand

bool is_content(const Wish& wish) {
  return !wish.stop_word;
}

std::vector<Part> parts_of(const std::vector<Wish>& wishes) {
  std::vector<Part> parts;
  for (const Wish& wish : wishes) parts.push_back(wish.part);
  return parts;
}

Part support_of(const std::vector<Wish>& wishes) {
  std::vector<Part> parts;
  for (const Wish& wish : wishes) parts.push_back(wish.support);
  return any_of(parts);
}

void append(std::vector<Part>& to, const std::vector<Part>& parts) {
  to.insert(to.end(), parts.begin(), parts.end());
}

std::string quoted(std::string_view text) {
  return "“" + std::string(text) + "”";
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
std::vector<std::string> keep_affordable(std::vector<Wish>& wishes) {
  std::vector<std::string> left_out;
  while (wishes.size() > 1 && any_of(parts_of(wishes)).cost > affordable_cost) {
    const auto costliest = std::max_element(
        wishes.begin(), wishes.end(),
        [](const Wish& left, const Wish& right) { return left.part.cost < right.part.cost; });
    left_out.push_back(costliest->label);
    wishes.erase(costliest);
  }
  return left_out;
}

}  // namespace

// The operands of one AND.
struct Planner::Group {
  std::vector<Wish> words;  // plain ones, which can be relaxed
  std::vector<Part> required;
  std::vector<Part> filters;
  std::vector<Part> excluded;

  bool asks_nothing() const {
    return words.empty() && required.empty() && filters.empty() && excluded.empty();
  }
};

Planner::Planner(Xapian::Database database, const PlannerFacts& facts, Analyzer& analyzer)
    : database_(std::move(database)),
      words_(
          {database_, facts.languages, *facts.spellings, *facts.rarity, analyzer, facts.stems_fit}),
      filters_(database_, *facts.columns, words_),
      rarity_(*facts.rarity) {
}

Plan Planner::plan(const Node& tree, const RankingSettings& settings) {
  notes_.clear();
  readings_.clear();
  rank_readings_.clear();
  leaves_.clear();
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
  if (const std::optional<Part> all = joined(top)) {
    plan.all = all->query;
    plan.all_cost = all->cost;
  }
  const Part any = relaxed(top, plan);
  plan.any = any.query;
  plan.any_cost = any.cost;
  plan.relaxable = top.words.size() > 1 || (top.words.size() == 1 && !top.required.empty());
  plan.only_words = top.required.empty() && top.filters.empty() && top.excluded.empty();
  plan.leaves = std::move(leaves_);
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
        if (const auto part = part_of(child, depth + 1)) group.excluded.push_back(*part);
      }
      inside_not_ = outer;
      words_.set_ranking(!outer);
      break;
    }
    case NodeKind::all:
    case NodeKind::any:
      if (const auto part =
              node.kind == NodeKind::any ? any_child(node, depth) : part_of(node, depth)) {
        group.required.push_back(boosted(*part, node.boost));
      }
      break;
  }
}

void Planner::add_words(Group& group, const Node& node) {
  std::vector<Wish> wishes = words_.wishes(node);
  if (wishes.empty()) {
    notes_.push_back({node.begin, quoted(node.text) + " has no letter or digit to look for."});
  }
  if (node.truncated && wishes.size() == 1 && wishes.front().part.matches == 0 &&
      begins_words(node.text)) {
    notes_.push_back({node.begin, truncation_hint(node.text)});
  }
  if (!wishes.empty() && wishes.front().parted) {
    notes_.push_back({node.begin, "No article has " + quoted(node.text) +
                                      " as it stands; its words were looked for."});
  }
  for (Wish& wish : wishes) {
    for (const WordNote& note : wish.readings) tell_reading(note, node.begin);
    add_ranked(wish, node.boost);
    wish.part = boosted(wish.part, node.boost);
    if (node.boost != 1) wish.stop_word = false;  // somebody means it
    if (wish.narrowed) {
      notes_.push_back({node.begin, quoted(wish.label) + " stands for too many words of the " +
                                        "archive; only the most frequent were looked for."});
    }
    if (wish.relaxable) {
      group.words.push_back(std::move(wish));
    } else {
      add_leaves(wish.leaves);
      group.required.push_back(wish.part);
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

void Planner::add_ranked(const Wish& wish, double boost) {
  if (inside_not_) return;
  const double rarity = rarity_.of("", wish.part.matches, wish.part.matches, 0);
  ranked_.push_back({wish.leaves, boost * rarity, wish.stop_word});
}

// Each once, however often it was typed.
void Planner::add_leaves(const std::vector<Leaf>& leaves) {
  if (inside_not_) return;
  for (const Leaf& leaf : leaves) {
    if (std::ranges::find(leaves_, leaf) == leaves_.end()) leaves_.push_back(leaf);
  }
}

std::optional<Part> Planner::part_of(const Node& node, int depth) {
  Group group = group_of(node, depth);
  return joined(group);
}

std::optional<Part> Planner::any_child(const Node& node, int depth) {
  std::vector<Part> parts;
  for (const Node& child : node.children) {
    if (const auto part = part_of(child, depth + 1)) parts.push_back(*part);
  }
  if (parts.empty()) return std::nullopt;
  return any_of(parts);
}

void Planner::leave_out_stop_words(Group& group) const {
  if (stop_words_count_) return;
  const bool has_content =
      !group.required.empty() || std::any_of(group.words.begin(), group.words.end(), is_content);
  if (!has_content) return;
  std::erase_if(group.words, [](const Wish& wish) { return !is_content(wish); });
}

// Everything wanted, nothing excluded. Stop words count where they are all there is.
std::optional<Part> Planner::joined(Group& group) {
  leave_out_stop_words(group);
  for (const Wish& wish : group.words) add_leaves(wish.leaves);
  if (group.asks_nothing()) return std::nullopt;

  std::vector<Part> wanted = parts_of(group.words);
  append(wanted, group.required);
  append(wanted, group.filters);
  Part positive = wanted.empty() ? everything(database_) : all_of(wanted);
  positive = supported_by(positive, support_of(group.words));
  return all_but(positive, any_of(group.excluded));
}

// At least one of the words; beside a phrase or a group, not even that.
Part Planner::relaxed(const Group& group, Plan& plan) {
  std::vector<Wish> words = group.words;
  for (const std::string& word : keep_affordable(words)) {
    plan.any_notes.push_back(
        {std::nullopt, quoted(word) + " is in so many articles that it was left out."});
  }
  for (const Wish& wish : words) {
    plan.words.push_back({wish.label, wish.part.query, wish.leaves});
  }

  std::vector<Part> wanted = group.required;
  append(wanted, group.filters);
  const Part part = any_of(parts_of(words));
  const Part narrow = supported_by(part, support_of(words));
  const Part widened = any_of({part, support_of(words)});
  const auto within = [&](const Part& ranked) {
    if (!group.required.empty()) return supported_by(all_of(wanted), ranked);
    std::vector<Part> all = wanted;
    if (!words.empty()) all.push_back(ranked);
    return all.empty() ? everything(database_) : all_of(all);
  };
  const Part unwanted = any_of(group.excluded);
  const Part any = all_but(within(narrow), unwanted);
  const Part any_piece = all_but(within(widened), unwanted);
  plan.any_piece = any_piece.cost <= affordable_cost ? any_piece.query : any.query;
  return any;
}

}  // namespace backfile
