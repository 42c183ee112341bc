// Arithmetic of parts: Xapian's operators, each with the bound on its cost.
#include "query/planning/part.h"

#include <algorithm>

namespace backfile {
namespace {

using Xapian::Query;

// What it takes to look for one article in a posting list and to read a word's positions there,
// in postings read one after the other. Measured, roughly.
constexpr double cost_of_skip = 4;
constexpr double cost_of_positions = 6;

std::vector<Query> queries_of(const std::vector<Part>& parts) {
  std::vector<Query> queries;
  for (const Part& part : parts) queries.push_back(part.query);
  return queries;
}

Query combine(Query::op operation, const std::vector<Part>& parts) {
  if (parts.size() == 1) return parts.front().query;
  const std::vector<Query> queries = queries_of(parts);
  return Query(operation, queries.begin(), queries.end());
}

double fewest_matches(const std::vector<Part>& parts) {
  double fewest = parts.front().matches;
  for (const Part& part : parts) fewest = std::min(fewest, part.matches);
  return fewest;
}

}  // namespace

Part term_part(const Xapian::Database& database, const std::string& term) {
  const double frequency = database.get_termfreq(term);
  if (frequency == 0) return {};
  return {Query(term), frequency, frequency};
}

Part everything(const Xapian::Database& database) {
  const double documents = database.get_doccount();
  return {Query::MatchAll, documents, documents};
}

Part any_of(const std::vector<Part>& parts) {
  Part sum;
  std::vector<Part> matching;
  for (const Part& part : parts) {
    if (part.query.empty()) continue;
    matching.push_back(part);
    sum.matches += part.matches;
    sum.cost += part.cost;
  }
  if (!matching.empty()) sum.query = combine(Query::OP_OR, matching);
  return sum;
}

Part same_word(const std::vector<Part>& terms) {
  Part sum = any_of(terms);
  std::vector<Part> matching = terms;
  std::erase_if(matching, [](const Part& part) { return part.query.empty(); });
  if (matching.size() > 1) sum.query = combine(Query::OP_SYNONYM, matching);
  return sum;
}

Part all_of(const std::vector<Part>& parts) {
  if (parts.empty()) return {};
  Part product;
  product.matches = fewest_matches(parts);
  if (product.matches == 0) return {};
  for (const Part& part : parts) {
    product.cost += std::min(
        part.cost, part.matches == product.matches ? part.cost : product.matches * cost_of_skip);
  }
  product.query = combine(Query::OP_AND, parts);
  return product;
}

Part all_but(const Part& wanted, const Part& unwanted) {
  if (unwanted.query.empty()) return wanted;
  return {Query(Query::OP_AND_NOT, wanted.query, unwanted.query), wanted.matches,
          wanted.cost + std::min(unwanted.cost, wanted.matches * cost_of_skip)};
}

Part unranked(const Part& part) {
  if (part.query.empty()) return {};
  return {Query(Query::OP_SCALE_WEIGHT, part.query, 0), part.matches, part.cost};
}

Part supported_by(const Part& matching, const Part& ranking) {
  if (matching.query.empty() || ranking.query.empty()) return matching;
  return {Query(Query::OP_AND_MAYBE, matching.query, ranking.query), matching.matches,
          matching.cost + std::min(ranking.cost, matching.matches * cost_of_skip)};
}

Part boosted(const Part& part, double factor) {
  if (part.query.empty() || factor == 1) return part;
  return {Query(Query::OP_SCALE_WEIGHT, part.query, factor), part.matches, part.cost};
}

Part phrase_part(const Xapian::Database& database, const std::vector<Alternatives>& positions) {
  std::vector<Part> words;
  for (const Alternatives& alternatives : positions) {
    std::vector<Part> terms;
    for (const std::string& term : alternatives) terms.push_back(term_part(database, term));
    words.push_back(any_of(terms));
    if (words.back().query.empty()) return {};
  }
  if (words.size() <= 1) return words.empty() ? Part{} : words.front();
  Part phrase = all_of(words);
  phrase.cost += phrase.matches * cost_of_positions * static_cast<double>(words.size());
  const std::vector<Query> queries = queries_of(words);
  phrase.query = Query(Query::OP_PHRASE, queries.begin(), queries.end(),
                       static_cast<Xapian::termcount>(queries.size()));
  return phrase;
}

}  // namespace backfile
