// Looks for links: around the headlines, at the end, and everywhere.
#include "indexer/readers/html/several/teasers.h"

#include <string>
#include "indexer/readers/html/page/hints.h"

#include "indexer/readers/html/several/openings.h"

namespace backfile {
namespace {

// Whether the block around a link, no larger than the element `most`, holds nothing but the link,
// and is no sentence.
bool is_line_by_itself(const Page& page, std::size_t link, std::size_t most) {
  std::size_t block = link;
  while (block > most && !is_block(page.nodes[block])) block = page.nodes[block].parent;
  constexpr std::uint32_t a_sentence = 12;  // words
  const std::string line = page.line_of(link, longest_headline);
  if (words_in(line) >= a_sentence) return false;
  return block == most || page.line_of(block, longest_headline) == line;
}

}  // namespace

bool is_of_another_page(const Page& page, const Candidate& one) {
  if (one.heading == 0) return false;
  for (std::size_t i = one.heading; i < one.nodes.end; ++i) {
    const bool heading = i == one.heading || is_headline(page.nodes[i]);
    if (heading && leads_elsewhere(page, i)) return true;
  }
  return false;
}

bool ends_in_link(const Page& page, const NodeRange& nodes) {
  for (std::size_t i = nodes.end; --i > nodes.begin;) {
    if (!page.nodes[i].tag.empty() || page.nodes[i].characters == 0) continue;
    std::size_t around = i;
    while (around > nodes.begin && page.nodes[around].tag != "a")
      around = page.nodes[around].parent;
    return around > nodes.begin && leads_elsewhere(page, page.nodes[around].parent) &&
           is_line_by_itself(page, around, nodes.begin) &&
           page.nodes[around].attribute("rel") != "tag";
  }
  return false;
}

bool is_all_links(const Page& page, const std::vector<Prose>& prose, const NodeRange& nodes) {
  std::size_t links = 0;
  for (std::size_t i = nodes.begin; i < nodes.end; ++i) {
    if (prose[i].own > 0) return false;
    const PageNode& node = page.nodes[i];
    if (node.tag == "table" || node.tag == "figure") return false;
    links += node.tag == "a" || node.tag == "form" || node.tag == "input" ? 1 : 0;
  }
  return links > 0;
}

}  // namespace backfile
