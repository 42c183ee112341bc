// Looks for a sentence that can be seen, and where there is none, for one that cannot.
#include "indexer/readers/html/page/unseen.h"

#include <algorithm>
#include <string>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/prose.h"
#include "indexer/text/ascii.h"

namespace backfile {
namespace {

constexpr std::size_t longest_request = 400;  // bytes: "Please turn on JavaScript"

bool names_scripts(std::string_view text) {
  constexpr std::string_view name = "javascript";
  const auto same = [](char c, char small) { return ascii_lowered(c) == small; };
  return std::search(text.begin(), text.end(), name.begin(), name.end(), same) != text.end();
}

bool has_visible_sentence(const Page& page) {
  for (std::size_t i = 1; i < page.nodes.size();) {
    const PageNode& node = page.nodes[i];
    if (is_never_text(node) || is_hidden_by_style(node)) {
      i = node.end;
      continue;
    }
    if (words_of_sentence(page, i) > 0) return true;
    ++i;
  }
  return false;
}

// Elements of one kind, the outermost of each that tells something; whether there was any.
template <class IsKind>
bool show(Page& page, IsKind is_kind) {
  bool shown = false;
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    PageNode& node = page.nodes[i];
    if (node.tag.empty() || !is_kind(node) || !has_sentence(page, {i + 1, node.end})) continue;
    if (node.never_text && !tells_unscripted(page, i)) continue;
    node.never_text = node.hidden = false;
    if (node.tag == "textarea") node.tag = "pre", node.block = true;  // its lines are paragraphs
    shown = true;
  }
  return shown;
}

}  // namespace

bool tells_unscripted(const Page& page, std::size_t i) {
  if (!is_stand_in(page.nodes[i]) || !has_sentence(page, {i + 1, page.nodes[i].end})) return false;
  const std::string text = page.text_of(i);
  return text.size() > longest_request || !names_scripts(text);
}

std::uint32_t unseen_prose(const Page& page, std::size_t i) {
  Page part;
  part.nodes.reserve(page.nodes[i].end - i + 1);
  part.nodes.emplace_back().end = page.nodes[i].end - i + 1;
  for (std::size_t inner = i; inner < page.nodes[i].end; ++inner) {
    PageNode& node = part.nodes.emplace_back(page.nodes[inner]);
    node.parent = inner == i ? 0 : node.parent - i + 1;
    node.end = node.end - i + 1;
  }
  part.nodes[1].never_text = part.nodes[1].hidden = false;
  return prose_of(part, {})[0].prose;
}

void show_unseen_story(Page& page) {
  constexpr std::uint32_t a_sentence = 8;  // words
  if (has_visible_sentence(page) || prose_of(page, {})[0].prose >= a_sentence) return;
  if (show(page, [](const PageNode& node) { return node.tag == "noscript"; })) return;
  if (show(page, [](const PageNode& node) { return is_stand_in(node); })) return;
  show(page, [](const PageNode& node) { return is_hidden_by_style(node); });
}

}  // namespace backfile
