// Trees are built bottom up and normalized as they grow, so that no pass over the finished tree is
// needed.
#include "query/language/tree.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "query/language/lexemes/lexer.h"

namespace backfile {
namespace {

// Narrows down what the words beside it find.
bool narrows(const Operand& operand) {
  const NodeKind kind = operand.node.kind;
  return kind == NodeKind::filter || kind == NodeKind::dates || kind == NodeKind::exclude;
}

bool belongs_to_all(const Operand& operand) {
  return narrows(operand) && !operand.after_and;
}

// Takes off what narrows down at the end of a side, if something else is left of it.
std::vector<Node> take_end(Side& side) {
  auto first = side.end();
  while (first != side.begin() && belongs_to_all(*(first - 1))) --first;
  std::vector<Node> taken;
  if (first == side.begin()) return taken;
  for (auto operand = first; operand != side.end(); ++operand) {
    taken.push_back(std::move(operand->node));
  }
  side.erase(first, side.end());
  return taken;
}

// The same at its beginning.
std::vector<Node> take_beginning(Side& side) {
  const auto end = std::ranges::find_if_not(side, belongs_to_all);
  std::vector<Node> taken;
  if (end == side.end() || end->after_and) return taken;
  for (auto operand = side.begin(); operand != end; ++operand) {
    taken.push_back(std::move(operand->node));
  }
  side.erase(side.begin(), end);
  return taken;
}

Node join_side(Side side) {
  std::vector<Node> nodes;
  nodes.reserve(side.size());
  for (Operand& operand : side) nodes.push_back(std::move(operand.node));
  return join(NodeKind::all, std::move(nodes));
}

}  // namespace

Node join(NodeKind kind, std::vector<Node> nodes) {
  if (nodes.empty()) return {};
  if (nodes.size() == 1) return std::move(nodes.front());
  Node joined;
  joined.kind = kind;
  joined.begin = nodes.front().begin;
  joined.end = nodes.back().end;
  for (Node& node : nodes) {
    if (node.kind == kind) {
      std::ranges::move(node.children, std::back_inserter(joined.children));
    } else {
      joined.children.push_back(std::move(node));
    }
  }
  return joined;
}

Node exclude(Node node, std::size_t begin) {
  if (node.kind == NodeKind::exclude) return Node(std::move(node.children.front()));
  Node excluded;
  excluded.kind = NodeKind::exclude;
  excluded.begin = begin;
  excluded.end = node.end;
  excluded.children.push_back(std::move(node));
  return excluded;
}

Node join_level(std::vector<Side> sides) {
  const auto narrowed = std::ranges::count_if(
      sides, [](const Side& side) { return std::ranges::any_of(side, narrows); });
  std::vector<Node> all, end;
  if (sides.size() > 1 && narrowed == 1) {
    all = take_beginning(sides.front());
    end = take_end(sides.back());
  }
  std::vector<Node> any;
  any.reserve(sides.size());
  for (Side& side : sides) any.push_back(join_side(std::move(side)));
  if (!any.empty()) all.push_back(join(NodeKind::any, std::move(any)));
  std::ranges::move(end, std::back_inserter(all));
  return join(NodeKind::all, std::move(all));
}

void multiply_boost(Node& node, double boost) {
  if (node.kind == NodeKind::word || node.kind == NodeKind::phrase) {
    constexpr double steps = 100;  // two decimals, so that the number stays readable
    node.boost = std::min(most_boost, std::round(node.boost * boost * steps) / steps);
  }
  for (Node& child : node.children) multiply_boost(child, boost);
}

Node word_node(std::string_view text) {
  Node node;
  node.kind = reads_as_one_word(text) ? NodeKind::word : NodeKind::phrase;
  node.text = text;
  return node;
}

std::vector<Node> words_of_phrase(const Node& phrase) {
  std::vector<Node> words;
  for (const std::string_view text : plain_words(phrase.text)) {
    Node word = word_node(text);
    word.field = phrase.field;
    word.exact = phrase.exact;
    word.boost = phrase.boost;
    word.begin = phrase.begin;
    word.end = phrase.end;
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace backfile
