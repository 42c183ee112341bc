// Operators of other search languages, or slips of the pen, that are plain words here.
//
// `ANDNOT`, `not` among operators, `--price` and `oil^abc` look as if they had an effect; each
// sentence says that they have none. Connectors and functions are in other_syntax.h. Used by
// word_hints.h and parser.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/lexemes/hints.h"
#include "query/language/lexemes/lexer.h"
#include "query/language/lexemes/wildcards.h"

namespace backfile {

// Of the word at `index`: ANDNOT, AND-NOT, XOR, ODER, and where capitals show that operators are
// meant, `not` and `or`. Empty for everything else, as are all of these.
std::string word_operator_hint(const std::vector<Lexeme>& lexemes, std::size_t index,
                               Manner manner);

// `near`, `same`, `next`, `n5`, `w5`, `~5` and `+5` between two operands. Between phrases or
// brackets they connect; among plain words they are words ("a house near the sea"), unless the
// query has operators or consists of nothing else, and then doubtful.
Hint small_connector_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                          std::size_t index, Manner manner);

// `oil (3n) price`, `oil(w)price`, as Dialog has it.
Hint bracketed_distance_hint(const std::vector<Lexeme>& lexemes, std::size_t index);

// `oil w/in 5 price`, `oil within 5 price`; doubtful without operators, since "w/in 5 minutes" is how
// some write. "won within 5 games" is left alone, and so is every `within` in a longer query.
Hint within_hint(const std::vector<Lexeme>& lexemes, std::size_t index, Manner manner);

// `~oil`
std::string tilde_hint(std::string_view query, const Lexeme& word);

// `DATE IS 1987`, `PUBYEAR AFT 2010`, `date from 20190101`, where it begins the query or stands
// among operators.
std::string date_is_hint(const std::vector<Lexeme>& lexemes, std::size_t index, bool alone);

// `--price`, and `--` alone right before a phrase or bracket; not a dash between words. Doubtful in
// a headline.
Hint double_minus_hint(std::string_view query, const Lexeme& word, Manner manner);

// `–price` and `—price`, which phones and word processors make of a minus; not a dash between spaces,
// nor a pair of them around words. Doubtful.
Hint long_dash_hint(std::string_view query, const Lexeme& word);

// `oil <near> price`, `oil <and> price`, as Verity has it. Doubtful.
Hint angle_hint(std::string_view query, const Lexeme& word);

// `*:*`, a lexeme without a word, which elsewhere stands for every article.
std::string everything_hint(std::string_view query, const Lexeme& lexeme);

// `oil^abc`, `oil^` and `oil ^2`.
std::string weight_hint(std::string_view query, const Lexeme& word);

}  // namespace backfile
