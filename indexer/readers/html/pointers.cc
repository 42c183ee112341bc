// Tells text in links from text beside them, looking no further than the length of a line.
#include "indexer/readers/html/pointers.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/phrases.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_label = 60;  // bytes, "Read more on this story:"
constexpr std::size_t longest_line = 300;
constexpr std::size_t most_nodes = 40;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

// A short line, as what stands in its links and what stands beside them.
struct Line {
  std::string linked, beside;
  std::size_t links = 0;
  bool whole = false;  // else it is long, or holds more than a line
};

Line line_at(const Page& page, std::size_t i) {
  Line line;
  const std::size_t end = page.nodes[i].end;
  if (end - i > most_nodes || end - i < 3) return line;
  std::size_t link_end = 0;
  for (std::size_t inner = i; inner < end; ++inner) {
    const PageNode& node = page.nodes[inner];
    if (inner > i && node.block) return line;
    const std::string_view href = node.attribute("href");
    if (node.tag == "a" && !href.empty() && href.front() != '#') {
      link_end = std::max(link_end, node.end);
      ++line.links;
    }
    if (!node.tag.empty()) continue;
    if (inner >= link_end && is_blank(node.text)) continue;
    const bool in_link = inner < link_end;
    std::string& part = in_link ? line.linked : line.beside;
    if (part.size() + node.text.size() > (in_link ? longest_line : 2 * longest_label)) return line;
    part += node.text;
  }
  line.whole = !is_blank(line.linked);
  return line;
}

bool says_related(std::string_view text) {
  const std::string label = tidy_line(text);
  return label.size() <= longest_label && kind_of_heading(label) == names::related;
}

// "Read more: Ferrymen buy hats" in one link, "Read more:" before it, or nothing else in it.
bool is_pointer(const Page& page, std::size_t i) {
  if (i + 1 == page.nodes[i].end || page.nodes[i + 1].text.size() > 2 * longest_label) return false;
  const Line line = line_at(page, i);
  if (!line.whole) return false;
  if (!line.beside.empty()) return says_related(line.beside);
  if (line.links != 1) return false;
  const std::string_view text = line.linked;
  for (const std::string_view mark : {":", "：", " –", " —", " -", " »", " |"}) {
    const std::size_t at = text.find(mark);
    if (at != std::string_view::npos && says_related(text.substr(0, at))) return true;
  }
  return says_related(text);
}

bool has_no_letters(std::string_view text) {
  return text.find_first_not_of(" \t\r\n|/-[]().,>") == std::string_view::npos ||
         is_one_of(tidy_line(text), {"·", "•", "»", "–", "—"});
}

bool breaks_line(const PageNode& node) {
  return node.block || node.tag == "br" || node.tag == "hr";
}

// The next thing in a direction that is not blank text ends the line.
bool is_line_of_its_own(const Page& page, std::size_t i) {
  const std::size_t around = page.nodes[i].parent;
  const PageNode& next = page.nodes[std::min(page.nodes[i].end, page.nodes.size() - 1)];
  if (page.nodes[i].end < page.nodes[around].end && !breaks_line(next) && !is_blank(next.text))
    return false;
  for (std::size_t before = i; --before > around;) {
    const PageNode& node = page.nodes[before];
    if (node.tag.empty() && is_blank(node.text)) continue;
    for (std::size_t out = before; out != around; out = page.nodes[out].parent) {
      if (breaks_line(page.nodes[out])) return true;
    }
    return false;
  }
  return page.nodes[around].block;
}

// Several links with bars between them, outside of paragraphs.
bool is_row_of_links(const Page& page, std::size_t i) {
  const PageNode& around = page.nodes[page.nodes[i].parent];
  if (!is_one_of(around.tag, {"td", "div", "center", "body", "section"})) return false;
  const Line line = line_at(page, i);
  return line.whole && line.links > 1 && has_no_letters(line.beside) && is_line_of_its_own(page, i);
}

// "3 comments", leading down to them.
bool leads_to_comments(const Page& page, std::size_t i) {
  return page.nodes[i].attribute("href").starts_with('#') &&
         kind_of_heading(page.line_of(i, longest_label)) == names::comments;
}

}  // namespace

LeftOut pointer(const Page& page, std::size_t i) {
  const std::string& tag = page.nodes[i].tag;
  if (tag.empty()) return LeftOut::kept;
  if (tag == "a") return leads_to_comments(page, i) ? LeftOut::comments : LeftOut::kept;
  const bool low_heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '4' && tag[1] <= '6';
  if (tag == "p" || tag == "div" || low_heading)
    return is_pointer(page, i) ? LeftOut::related : LeftOut::kept;
  if (tag == "font" || tag == "span" || tag == "small")
    return is_row_of_links(page, i) ? LeftOut::links : LeftOut::kept;
  return LeftOut::kept;
}

}  // namespace backfile
