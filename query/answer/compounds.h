// The compounds of a query, whose parts must stand side by side: bridge/harbour, out-of-date.
//
// Where nothing is found, whoever typed a sign instead of a space is told so, and offered the parts
// as words of their own. Used by searcher.h and alternatives.h. Pure; safe on any thread.
#pragma once

#include <string>
#include <vector>

#include "query/ast/ast.h"
#include "query/language/lexemes/notes.h"

namespace backfile {

// As they were typed, in the order of the query; not those that are excluded, nor numbers and dates.
std::vector<std::string> compounds_of(const Node& tree);

// Adds a note for each.
void tell_compounds(const Node& tree, std::vector<Note>& notes);

// The query in which the parts of each may stand anywhere.
Node with_parts_apart(Node tree);

}  // namespace backfile
