// Each question looks at a few nodes before, in and behind a heading.
#include "indexer/readers/html/several/openings.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/readers/html/page/phrases.h"
#include "indexer/readers/html/page/title.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Whether signs part a headline from what a title has before and behind it: "The Tide | The
// Lantern".
bool stand_apart(std::string_view before, std::string_view behind) {
  static constexpr std::array<std::string_view, 7> signs = {" | ", " - ", " – ", " — ",
                                                            " » ", " · ", " • "};
  const auto any = [](auto is_there) { return std::ranges::any_of(signs, is_there); };
  return (before.empty() || any([&](std::string_view sign) { return before.ends_with(sign); })) &&
         (behind.empty() || any([&](std::string_view sign) { return behind.starts_with(sign); }));
}

}  // namespace

bool names_year(std::string_view text) {
  constexpr std::size_t longest = 100;
  if (text.size() > longest) return false;
  const auto is_digit = [&](std::size_t i) {
    return i < text.size() && text[i] >= '0' && text[i] <= '9';
  };
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if ((text[i] != '1' && text[i] != '2') || (i > 0 && is_digit(i - 1))) continue;
    const std::string_view century = text.substr(i, 2);
    if (century != "18" && century != "19" && century != "20") continue;
    if (is_digit(i + 2) && is_digit(i + 3) && !is_digit(i + 4)) return true;
  }
  return false;
}

bool is_headline(const PageNode& node) {
  const std::string& tag = node.tag;
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '3';
}

bool says_title(std::string_view title, std::string_view headline) {
  constexpr std::size_t long_headline = 12;  // bytes
  if (title.empty() || headline.empty()) return false;
  if (same_title(headline, title)) return true;
  const std::size_t at = title.find(headline);
  if (at == std::string_view::npos) return false;
  return headline.size() >= long_headline ||
         stand_apart(title.substr(0, at), title.substr(at + headline.size()));
}

bool has_facts_near(const Page& page, const std::vector<Prose>& prose, std::size_t begin,
                    std::size_t heading, std::size_t end) {
  constexpr std::size_t near = 60;  // nodes
  bool told = false;                // the story has begun; it may speak of any year
  for (std::size_t i = begin; i < std::min(end, heading + near); ++i) {
    const PageNode& node = page.nodes[i];
    told = told || (i > heading && prose[i].own > 0);
    const bool dated = node.tag.empty()
                           ? !told && i >= page.nodes[heading].end && names_year(node.text)
                           : node.tag == "time" || is_dateline(node);
    if (dated || (!node.tag.empty() && is_byline(node))) return true;
  }
  return false;
}

bool may_open_story(const Page& page, std::size_t heading) {
  constexpr std::size_t near = 40;     // nodes
  constexpr std::size_t a_text = 100;  // bytes
  const std::size_t end = std::min(page.nodes.size(), page.nodes[heading].end + near);
  bool facts = false;
  for (std::size_t i = page.nodes[heading].end; i < end; ++i) {
    const PageNode& node = page.nodes[i];
    if (is_headline(node)) return false;
    if (node.tag.empty() && node.text.size() >= a_text) return facts;
    facts = facts || node.tag == "time" || names_year(node.text) ||
            (!node.attributes.empty() && (is_byline(node) || is_dateline(node)));
  }
  return false;
}

std::size_t label_before(const Page& page, std::size_t i) {
  constexpr std::size_t longest_label = 60;
  constexpr std::size_t most_before = 8;  // nodes
  for (std::size_t before = i; --before > page.nodes[i].parent && i - before < most_before;) {
    if (page.nodes[before].parent != page.nodes[i].parent || page.nodes[before].tag.empty())
      continue;
    const std::string label = page.line_of(before, longest_label);
    return kind_of_heading(label) == names::related ? before : 0;
  }
  return 0;
}

bool leads_elsewhere(const Page& page, std::size_t i) {
  const auto is_link = [](const PageNode& node) {
    const std::string_view href = node.attribute("href");
    return node.tag == "a" && !href.empty() && href.find('#') == std::string_view::npos;
  };
  for (std::size_t inner = i + 1; inner < page.nodes[i].end; ++inner) {
    if (is_link(page.nodes[inner])) return true;
  }
  constexpr int most_levels = 6;  // a card is a link around boxes
  std::size_t around = page.nodes[i].parent;
  for (int level = 0; level < most_levels && around != 0; ++level) {
    if (is_link(page.nodes[around])) return true;
    around = page.nodes[around].parent;
  }
  return false;
}

bool opens_another(const Page& page, std::size_t i) {
  return leads_elsewhere(page, i) || label_before(page, i) != 0;
}

}  // namespace backfile
