// Only plain words at the top of the tree are freed by `any`; everything else in it is required.
#include "query/answer/demands.h"

#include <algorithm>
#include <span>

namespace backfile {
namespace {

// What `any` makes optional.
bool can_be_missing(const Node& node) {
  return node.kind == NodeKind::word && !node.exact && node.field.empty();
}

// Filters and exclusions limit an answer; this is what it is about.
bool is_wanted(const Node& node) {
  switch (node.kind) {
    case NodeKind::word:
    case NodeKind::phrase:
    case NodeKind::all:
    case NodeKind::any:
      return true;
    case NodeKind::nothing:
    case NodeKind::exclude:
    case NodeKind::filter:
    case NodeKind::dates:
      return false;
  }
  return false;
}

// What stands side by side at the top.
std::span<const Node> parts_of(const Node& tree) {
  if (tree.kind == NodeKind::all) return tree.children;
  return {&tree, 1};
}

}  // namespace

std::string demand_note(const Node& tree) {
  const std::span<const Node> parts = parts_of(tree);
  if (std::ranges::count_if(parts, is_wanted) < 2) return "";
  std::string required;
  for (const Node& part : parts) {
    if (!is_wanted(part) || can_be_missing(part)) continue;
    required += (required.empty() ? "“" : ", “") + to_query(part) + "”";
  }
  if (required.empty()) return "";
  return "Still required: " + required +
         ". “Any of the words” applies only to plain words, not to phrases, brackets, words in a "
         "field or words behind “=”.";
}

bool asks_plain_words(const Node& tree) {
  return std::ranges::all_of(parts_of(tree), can_be_missing);
}

bool asks_one_word(const Node& tree) {
  const std::span<const Node> parts = parts_of(tree);
  return std::ranges::count_if(parts, is_wanted) == 1 && std::ranges::any_of(parts, can_be_missing);
}

}  // namespace backfile
