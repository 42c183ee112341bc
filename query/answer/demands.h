// What a query requires even if any of its words will do.
//
// `any` and `topic` make only plain words optional; these functions tell how far that went.
// Used by resolved_request.h, render.h and the server's pages. Pure; safe on any thread.
#pragma once

#include <string>

#include "query/ast/ast.h"

namespace backfile {

// Names the phrases, brackets, words in a field and words behind "=" that were required beside
// other words; empty if there are none, or if nothing else was asked for.
std::string demand_note(const Node& tree);

// Whether `topic` looks for more than what matches: no field, exclusion, phrase, bracket or "=".
bool asks_plain_words(const Node& tree);

// Whether a single plain word is wanted, whatever filters and exclusions stand beside it.
bool asks_one_word(const Node& tree);

}  // namespace backfile
