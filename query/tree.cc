#include "query/tree.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "query/lexer.h"

namespace backfile {

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

void multiply_boost(Node& node, double boost) {
  if (node.kind == NodeKind::word || node.kind == NodeKind::phrase) {
    constexpr double steps = 100;  // two decimals, so that the number stays readable
    node.boost = std::min(most_boost, std::round(node.boost * boost * steps) / steps);
  }
  for (Node& child : node.children) multiply_boost(child, boost);
}

Node word_node(std::string_view text) {
  Node node;
  node.kind = is_plain_word(text) ? NodeKind::word : NodeKind::phrase;
  node.text = text;
  return node;
}

}  // namespace backfile
