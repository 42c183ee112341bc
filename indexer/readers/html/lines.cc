// Tells a short line of a story from boilerplate by its place and its markup.
#include "indexer/readers/html/lines.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dated_line.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/phrases.h"
#include "indexer/readers/html/page/prose.h"

namespace backfile {
namespace {

constexpr std::size_t most_inside = 40;    // nodes of a line and its wrappers
constexpr std::size_t longest_line = 150;  // bytes

// What a line of a story never holds.
bool is_foreign(std::string_view tag) {
  constexpr std::string_view tags[] = {"a",      "audio",   "button", "canvas", "dl",       "embed",
                                       "figure", "form",    "iframe", "img",    "input",    "label",
                                       "ol",     "picture", "select", "svg",    "textarea", "time",
                                       "ul",     "video",   "object"};
  return std::ranges::find(tags, tag) != std::end(tags);
}

// Whether a line only labels what stands below or beside it: "Advertisement".
bool is_label(const std::string& line) {
  if (line.size() < 2) return true;  // "|", "0"
  if (kind_of_heading(line) != 0) return true;
  PageNode named;
  named.attributes.emplace_back("class", line);
  for (char& c : named.attributes.back().second) c = c == ' ' ? '-' : c;
  read_names(named);
  constexpr std::uint32_t several = 4;  // words, of which some say nothing: "Share this"
  const std::uint32_t kinds =
      named.sure_kinds | (words_in(line) < several ? named.doubtful_kinds : 0);
  return (kinds & (names::boilerplate | names::clutter)) != 0;
}

// Author, date, or minutes to read. They often stand between the standfirst and the story.
bool is_credit(const std::string& line) {
  if (line.front() >= '0' && line.front() <= '9') return true;
  return says_who_wrote(line) || !read_dated_line(line).published.empty();
}

}  // namespace

StoryLines::StoryLines(const Page& page, const Verdict& verdict, const Leavings& left)
    : page_(page),
      verdict_(verdict),
      first_(page.nodes.size()),
      second_(page.nodes.size()),
      last_(page.nodes.size()) {
  constexpr std::uint32_t a_paragraph = 80;  // characters of bare text beside boxes
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    const PageNode& node = page.nodes[i];
    if (left[i] != LeftOut::kept) continue;
    const Prose& prose = verdict.prose(i);
    const bool bare =
        node.tag.empty() && node.characters >= a_paragraph && verdict.prose(node.parent).own > 0;
    const bool told = prose.prose > 0 && prose.mostly() && verdict.promise(i) >= 0;
    if (!bare && !told) continue;
    if (first_[node.parent] == 0) {
      first_[node.parent] = i;
    } else if (second_[node.parent] == 0) {
      second_[node.parent] = i;
    }
    last_[node.parent] = i;
  }
}

bool StoryLines::is_line(std::size_t i) const {
  const std::size_t outer = outermost(i);
  const std::size_t around = page_.nodes[outer].parent;
  const std::size_t first = first_[around];
  const std::size_t last = last_[around];
  if (first == 0) return false;
  const std::string line = page_.line_of(i, longest_line);
  const bool sentence = ends_with_stop(line);
  if (!is_plain(outer, sentence)) return false;
  const bool inside = first < outer && outer < last;
  if (inside) return sentence || !(is_label(line) || (outer < second_[around] && is_credit(line)));
  const std::size_t nearest = outer < first ? first : last;
  return sentence && (is_like(outer, nearest) || is_next_to(outer, nearest));
}

// The outermost element around it without more prose: the box of the line, or that of a stanza.
std::size_t StoryLines::outermost(std::size_t i) const {
  for (std::size_t around = page_.nodes[i].parent; around != 0; around = page_.nodes[i].parent) {
    const bool prose = verdict_.prose(around).prose > verdict_.prose(i).prose;
    if (prose || page_.nodes[around].end - around > most_inside) break;
    i = around;
  }
  return i;
}

// Whether it holds nothing but text, in elements that are not named after boilerplate. A doubtful
// name (`share-price`) counts only against what is no sentence.
bool StoryLines::is_plain(std::size_t i, bool sentence) const {
  const std::size_t end = page_.nodes[i].end;
  if (end - i > most_inside) return false;
  std::size_t cells = 0;
  for (std::size_t inner = i; inner < end; ++inner) {
    const PageNode& node = page_.nodes[inner];
    const NameKinds kinds = kinds_of_names(node);
    const std::uint32_t named = kinds.sure | (sentence ? 0 : kinds.doubtful);
    if (is_foreign(node.tag) || (named & (names::boilerplate | names::clutter)) != 0) return false;
    cells += node.tag == "td" ? 1 : 0;
  }
  return cells <= 1;
}

// Whether both are the same element of the same class.
bool StoryLines::is_like(std::size_t i, std::size_t sibling) const {
  const PageNode& node = page_.nodes[i];
  const PageNode& other = page_.nodes[sibling];
  return node.tag == other.tag && node.attribute("class") == other.attribute("class");
}

// Whether nothing that holds text stands between the two, which have the same parent.
bool StoryLines::is_next_to(std::size_t i, std::size_t sibling) const {
  const std::size_t end = std::max(i, sibling);
  constexpr std::size_t farthest = 20;  // siblings
  std::size_t steps = 0;
  std::size_t at = page_.nodes[std::min(i, sibling)].end;
  for (; at < end && steps < farthest; at = page_.nodes[at].end, ++steps) {
    if (verdict_.prose(at).words > 0) return false;
  }
  return at == end;
}

}  // namespace backfile
