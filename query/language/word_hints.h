// All that is to be said of one word of a query and its place.
//
// Puts together hints.h, wildcards.h, other_syntax.h, field_marks.h and other_operators.h, for
// parser.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/lexer.h"
#include "query/language/wildcards.h"

namespace backfile {

// Of the word at `index`; `in_field`: a field is said already, by its own prefix or a bracket's;
// `prefixed`: - or = stands before it. Sentences, in no particular order.
std::vector<std::string> word_hints(std::string_view query, const std::vector<Lexeme>& lexemes,
                                    std::size_t index, Manner manner, bool in_field, bool prefixed);

}  // namespace backfile
