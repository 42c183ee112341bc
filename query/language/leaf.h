// One word, phrase or value of a query: the node that it becomes and the notes that it gets.
//
// What stands before it, field, = or -, is known already. Used by parser.h, which decides what an
// operand is and where it belongs; field_value.h reads values, word_hints.h knows what words mean
// elsewhere. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "query/ast/ast.h"
#include "query/language/lexemes/lexer.h"
#include "query/language/lexemes/notes.h"
#include "query/language/lexemes/wildcards.h"

namespace backfile {

// Where it stands.
struct LeafPlace {
  std::string_view query;
  const std::vector<Lexeme>& lexemes;
  std::size_t index;  // of its last lexeme; a date may have several
  Manner manner;
};

// What stands before it, or before the bracket around it.
struct LeafPrefix {
  const QueryField* field = nullptr;
  bool exact = false;
  bool any = false;  // it has a prefix of its own, be it NOT
};

// `nothing` for an invalid date. `lexeme` may stand for several: a date with its marks left out.
Node leaf(const LeafPlace& place, const Lexeme& lexeme, const LeafPrefix& prefix, NoteTaker& notes);

}  // namespace backfile
