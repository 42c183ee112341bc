// All the hints about one word of a query.
//
// Puts together hints.h, wildcards.h and the files on other search languages: other_syntax.h,
// other_operators.h, other_notations.h, field_marks.h and field_codes.h. Used by parser.h. Pure;
// safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "query/language/lexemes/hints.h"
#include "query/language/lexemes/lexer.h"
#include "query/language/lexemes/wildcards.h"

namespace backfile {

// Of the word at `index`; `in_field`: a field is given already, by its own prefix or a bracket's;
// `prefixed`: - or = stands before it. In no particular order; some may be empty.
std::vector<Hint> word_hints(std::string_view query, const std::vector<Lexeme>& lexemes,
                             std::size_t index, Manner manner, bool in_field, bool prefixed);

}  // namespace backfile
