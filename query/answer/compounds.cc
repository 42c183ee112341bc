// A compound is told by a hyphen, a slash or a low line between two letters or digits.
#include "query/answer/compounds.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/text/ascii.h"
#include "query/ast/quoted.h"
#include "query/language/tree.h"

namespace backfile {
namespace {

using namespace std::string_view_literals;

bool is_wordlike(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_joint(std::string_view text, std::size_t at) {
  if ("-/_"sv.find(text[at]) == text.npos || at == 0 || at + 1 == text.size()) return false;
  const char left = text[at - 1], right = text[at + 1];
  return is_wordlike(left) && is_wordlike(right) &&
         !(is_ascii_digit(left) && is_ascii_digit(right));
}

bool is_compound(const Node& node) {
  if (node.kind != NodeKind::word || node.text.find("://") != node.text.npos) return false;
  for (std::size_t at = 0; at < node.text.size(); ++at) {
    if (is_joint(node.text, at)) return true;
  }
  return false;
}

void collect(const Node& tree, std::vector<const Node*>& found) {
  if (tree.kind == NodeKind::exclude) return;
  if (is_compound(tree)) found.push_back(&tree);
  for (const Node& child : tree.children) collect(child, found);
}

std::vector<const Node*> compound_nodes(const Node& tree) {
  std::vector<const Node*> found;
  collect(tree, found);
  return found;
}

}  // namespace

std::vector<std::string> compounds_of(const Node& tree) {
  std::vector<std::string> texts;
  for (const Node* node : compound_nodes(tree)) texts.push_back(node->text);
  return texts;
}

void tell_compounds(const Node& tree, std::vector<Note>& notes) {
  for (const Node* node : compound_nodes(tree)) {
    notes.push_back({node->begin, "The parts of " + shortly_quoted(node->text) +
                                      " were looked for side by side. With a space between them "
                                      "they may stand anywhere."});
  }
}

Node with_parts_apart(Node tree) {
  if (tree.kind == NodeKind::exclude) return tree;
  if (is_compound(tree)) {
    std::string parts = tree.text;
    for (std::size_t at = 0; at < parts.size(); ++at) {
      if (is_joint(tree.text, at)) parts[at] = ' ';
    }
    tree.text = std::move(parts);
    return join(NodeKind::all, words_of_phrase(tree));
  }
  for (Node& child : tree.children) child = with_parts_apart(std::move(child));
  return tree;
}

}  // namespace backfile
