// Notations of other search languages that are told by their shape alone.
//
// Regular expressions, ranges in brackets, numbers of earlier searches, subject headings with a
// slash, SQL. Each sentence says how it was read and what to write here instead. Operators are in
// other_operators.h, fields in field_marks.h and field_codes.h. Used by word_hints.h. Pure; safe on
// any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "query/language/lexemes/hints.h"
#include "query/language/lexemes/lexer.h"
#include "query/language/lexemes/wildcards.h"

namespace backfile {

// `/oi.*/`, with a sign in it that no path has.
Hint regular_expression_hint(std::string_view query, const Lexeme& word);

// `'oil price'`, single quotation marks around two words or more; not in a headline, which quotes so
// what somebody said. Doubtful.
Hint single_quotes_hint(std::string_view query, const Lexeme& word, Manner manner);

// `[1987 TO 1988]`, `{a TO b}` and the bare range of years `1987..1988`. Not behind date:, where
// field_value.h tells of it.
Hint range_hint(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t index);

// `#1 AND #2`, `S1 OR S2`, `1 AND 2`, `or/1-5`: what earlier searches found.
Hint earlier_search_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                         std::size_t index, Manner manner);

// `exp oil/`, `oil/ AND price`, `[mh oil]`, `'oil'/exp`.
Hint heading_hint(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t index,
                  Manner manner);

// `title LIKE '%oil%'`, `date BETWEEN 1987 AND 1988`, `SELECT * FROM articles`.
Hint sql_hint(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t index,
              Manner manner);

}  // namespace backfile
