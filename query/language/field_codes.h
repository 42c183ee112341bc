// Codes of fields that stand before what they ask for: TI "crude oil", AU Smith AND oil.
//
// EBSCO and its like write a field so. In capitals most of these codes are acronyms, too (TI
// calculators, the AU summit), so what stands around a code decides: nothing is said of one that is
// an ordinary word as likely as not. Used by word_hints.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "query/language/lexemes/hints.h"
#include "query/language/lexemes/lexer.h"
#include "query/language/lexemes/wildcards.h"

namespace backfile {

// Of the word at `index`. Doubtful where the code may be a word after all.
Hint field_code_hint(const std::vector<Lexeme>& lexemes, std::size_t index, Manner manner);

}  // namespace backfile
