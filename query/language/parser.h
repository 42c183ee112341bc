// Text to tree: a parser that never fails.
//
// Whatever a person types gets a tree; what made no sense is read as plain words, or left out, with
// a note that names its position. Adjacent operands are required together and bind tighter than OR;
// filters and exclusions at the ends hold for the whole (tree.h). lexer.h cuts the text, leaf.h
// reads a single word or value, tree.h joins nodes, and other_syntax.h, hints.h and their
// neighbours know what other search languages mean; the planner decides what words mean. Pure; safe
// on any thread. Linear in the length of the query.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/ast/ast.h"
#include "query/language/lexemes/notes.h"

namespace backfile {

// Hard limits: a query beyond them is refused as a whole.
struct QueryLimits {
  std::size_t bytes = 1024;
  std::size_t operands = 64;
  std::size_t depth = 20;
};
// For the command line and batches, where the user is the operator.
inline constexpr QueryLimits generous_limits{65536, 1000, 50};

struct Parsed {
  std::string query;  // valid UTF-8: what all positions count in
  Node tree;
  std::vector<Note> notes;  // by position
  // How it was read what may be syntax of another search language or just text; `strict` lets these
  // pass.
  std::vector<Note> doubtful_notes;
  // Set if a hard limit was passed; `tree` then holds what came before the limit.
  bool refused = false;
  std::string refusal;  // a plain sentence
  std::optional<std::size_t> refusal_position;
  std::string hint;  // what to do about it
};

Parsed parse(std::string_view query, const QueryLimits& limits = {});

// Words without any syntax: whatever is between two spaces is a word. For the topics of
// experiments, which were written without a query language in mind.
Parsed parse_plain(std::string_view words);

}  // namespace backfile
