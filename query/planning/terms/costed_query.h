// A piece of a plan: a Xapian query together with what running it may cost.
//
// The planner puts parts together from the leaves up, so that the cost of a whole query is known
// before anything of it runs. Costs are upper bounds in postings read, from term frequencies.
// Plain values and pure functions; one thread per Xapian::Query.
#pragma once

#include <xapian.h>
#include <string>
#include <vector>

namespace backfile {

struct CostedQuery {
  Xapian::Query query;  // empty: matches nothing
  double matches = 0;   // articles, at most
  double cost = 0;      // postings read, at most
};

// What it takes to read a word's positions in one article, in postings read one after the other.
// Measured, roughly.
inline constexpr double cost_of_positions = 6;

// Terms of one position of a phrase: any of them may stand there.
using Alternatives = std::vector<std::string>;

CostedQuery term_query(const Xapian::Database& database, const std::string& term);
CostedQuery everything(const Xapian::Database& database);

CostedQuery any_of(const std::vector<CostedQuery>& queries);
// Terms that are one word: they count together, as if they were one term.
CostedQuery same_word(const std::vector<CostedQuery>& terms);
CostedQuery all_of(const std::vector<CostedQuery>& queries);
// The first, less what the second matches.
CostedQuery all_but(const CostedQuery& wanted, const CostedQuery& unwanted);
// The same matches without a weight.
CostedQuery unranked(const CostedQuery& costed);
// What `matching` matches, weighted by both.
CostedQuery supported_by(const CostedQuery& matching, const CostedQuery& ranking);
CostedQuery boosted(const CostedQuery& costed, double factor);
// The positions one right after the other. One position needs no positions read.
CostedQuery phrase_query(const Xapian::Database& database,
                         const std::vector<Alternatives>& positions);

}  // namespace backfile
