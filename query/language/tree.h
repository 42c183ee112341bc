// Builds the trees of ast.h and keeps them in a normal form.
//
// Nested levels of the same kind are merged, double negations cancel out, and weights are kept on
// words. Used by
// parser.h. Pure; safe on any thread.
#pragma once

#include <vector>

#include "query/ast/ast.h"

namespace backfile {

// `all` or `any` of the nodes, flat: (a b) c is a b c. The node itself if there is but one,
// `nothing` if there are no nodes.
Node join(NodeKind kind, std::vector<Node> nodes);

// Everything but `node`; of everything but something, that something.
Node exclude(Node node, std::size_t begin);

// What stands between two ORs, or between one and a bracket.
struct Operand {
  Node node;
  bool after_and = false;  // the operator was written, and binds it to its neighbour alone
};
using Side = std::vector<Operand>;

// One level of brackets: OR of its sides, AND in each. But filters, dates and exclusions at the
// beginning or end of the level hold for all of it, where no other side has its own:
// `storm OR flood date:2019` is (storm OR flood) date:2019.
Node join_level(std::vector<Side> sides);

// Multiplies the weight of every word and phrase in `node`; at most `most_boost` comes out.
inline constexpr double most_boost = 100;
void multiply_boost(Node& node, double boost);

// A word as typed, or a phrase if the bare word would be read as something else: "x^2.", "w/5".
Node word_node(std::string_view text);

// The words of a phrase, each of which is wanted as the phrase was.
std::vector<Node> words_of_phrase(const Node& phrase);

}  // namespace backfile
