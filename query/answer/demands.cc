// Only plain words at the top of the tree are freed by `any`; everything else in it is demanded.
#include "query/answer/demands.h"

#include <algorithm>
#include <span>

namespace backfile {
namespace {

bool is_plain_word(const Node& node) {
  return node.kind == NodeKind::word && !node.exact && node.field.empty();
}

// Filters and exclusions limit an answer; this is what it is about.
bool is_wanted(const Node& node) {
  return node.kind == NodeKind::word || node.kind == NodeKind::phrase ||
         node.kind == NodeKind::all || node.kind == NodeKind::any;
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
  std::string demanded;
  for (const Node& part : parts) {
    if (!is_wanted(part) || is_plain_word(part)) continue;
    demanded += (demanded.empty() ? "“" : ", “") + to_query(part) + "”";
  }
  if (demanded.empty()) return "";
  return "Still demanded: " + demanded +
         ". “Any of the words” is for plain words, not for phrases, brackets, words in a field or "
         "words behind “=”.";
}

bool asks_plain_words(const Node& tree) {
  return std::ranges::all_of(parts_of(tree), is_plain_word);
}

bool asks_one_word(const Node& tree) {
  const std::span<const Node> parts = parts_of(tree);
  return std::ranges::count_if(parts, is_wanted) == 1 && std::ranges::any_of(parts, is_plain_word);
}

}  // namespace backfile
