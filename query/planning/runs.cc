// Runs of Han, Kana and Thai: where WordPlanner decides whether one is a word or several.
#include <utility>

#include "query/planning/words.h"

namespace backfile {

// A short run is wanted as it stands; where no article has it so, its dictionary words are.
std::vector<Wish> WordPlanner::run(const Node& node, const Field& field,
                                   const std::vector<Reading>& readings) {
  const std::vector<Token>& tokens = readings.front().front().tokens;
  std::vector<Wish> wishes = pieces(node, field, readings, pieces_of(tokens));
  if (wishes.size() > 1 || !is_nowhere(wishes.front().part)) return wishes;
  const std::vector<Range> smaller = dictionary_pieces_of(tokens);
  if (smaller.size() <= 1) return wishes;
  wishes = pieces(node, field, readings, smaller);
  for (Wish& wish : wishes) wish.parted = true;
  return wishes;
}

bool WordPlanner::is_nowhere(const Part& part) const {
  constexpr double most_looked_at = 2'000'000;
  if (part.query.empty() || part.cost > most_looked_at) return part.query.empty();
  Xapian::Enquire enquire(context_.database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(part.query);
  return enquire.get_mset(0, 1).empty();
}

std::vector<Wish> WordPlanner::pieces(const Node& node, const Field& field,
                                      const std::vector<Reading>& readings,
                                      const std::vector<Range>& ranges) {
  const std::vector<Token>& tokens = readings.front().front().tokens;
  // Where the dictionary may be wrong, pieces decide what matches and the whole text how well.
  const bool apart = ranks() && field.words->prefix.empty() && ranges.size() > 1;
  const bool ranking = std::exchange(ranking_, ranking_ && !apart);
  std::vector<Wish> wishes;
  for (const Range range : ranges) {
    wishes.push_back(phrase(node, field, readings, range));
    wishes.back().relaxable = field.words->prefix.empty();
  }
  ranking_ = ranking;
  if (ranges.size() > 1 && !wishes.empty()) {
    // Where the run stands as it was typed, all of it is marked.
    for (Leaf& leaf : phrase(node, field, readings, whole_range(tokens)).leaves) {
      leaf.label = wishes.front().label;
      wishes.front().leaves.push_back(std::move(leaf));
    }
  }
  if (!apart) return wishes;
  std::vector<Part> support;
  for (const Reading& reading : readings) {
    support.push_back(ranking_of(reading, whole_range(tokens)));
  }
  wishes.front().support = any_of(support);
  return wishes;
}

}  // namespace backfile
