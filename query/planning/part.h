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

struct Part {
  Xapian::Query query;  // empty: matches nothing
  double matches = 0;   // articles, at most
  double cost = 0;      // postings read, at most
};

// Terms of one position of a phrase: any of them may stand there.
using Alternatives = std::vector<std::string>;

Part term_part(const Xapian::Database& database, const std::string& term);
Part everything(const Xapian::Database& database);

Part any_of(const std::vector<Part>& parts);
// Terms that are one word: they count together, as if they were one term.
Part same_word(const std::vector<Part>& terms);
Part all_of(const std::vector<Part>& parts);
// The first, less what the second matches.
Part all_but(const Part& wanted, const Part& unwanted);
// The same matches without a weight.
Part unranked(const Part& part);
// What `matching` matches, weighted by both.
Part supported_by(const Part& matching, const Part& ranking);
Part boosted(const Part& part, double factor);
// The positions one right after the other. One position needs no positions read.
Part phrase_part(const Xapian::Database& database, const std::vector<Alternatives>& positions);

}  // namespace backfile
