// Takes the headings of one rank below which a byline stands, and cuts the page before each: at the
// box that it opens, or at the heading itself.
#include "indexer/readers/html/several/bylined.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/several/openings.h"

namespace backfile {
namespace {

constexpr std::size_t longest_byline = 150;  // bytes
constexpr std::size_t most_stories = 500;

bool is_ranked(const PageNode& node) {
  return node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '4';
}

// Whether an element is a paragraph of the text.
bool is_text(const Page& page, std::size_t i) {
  const PageNode& node = page.nodes[i];
  if (node.tag != "p" && node.tag != "li" && node.tag != "blockquote" && node.tag != "dd")
    return false;
  std::size_t characters = 0;
  for (std::size_t inner = i + 1; inner < node.end && characters <= longest_byline; ++inner)
    characters += page.nodes[inner].characters;
  return characters > longest_byline;
}

// The whole line that a piece of text stands in, where that is short; else the piece alone.
std::string line_around(const Page& page, std::size_t i) {
  std::size_t block = i;
  while (block != 0 && !is_block(page.nodes[block])) block = page.nodes[block].parent;
  std::string line = block == 0 ? std::string() : page.line_of(block, longest_byline);
  return line.empty() ? page.line_of(i, longest_byline) : line;
}

// Looks at a few nodes, as far as the text.
bool has_byline_below(const Page& page, std::size_t heading) {
  constexpr std::size_t near = 40;     // nodes
  constexpr std::size_t a_text = 100;  // bytes
  const std::size_t end = std::min(page.nodes.size(), page.nodes[heading].end + near);
  for (std::size_t i = page.nodes[heading].end; i < end; ++i) {
    const PageNode& node = page.nodes[i];
    if (is_ranked(node) || node.text.size() >= a_text || is_text(page, i)) return false;
    if (node.never_text || node.hidden) {
      i = node.end - 1;
      continue;
    }
    const bool named = !node.tag.empty() && (node.tag == "address" || is_byline(node));
    if (!named && node.characters == 0) continue;
    const std::string line = line_around(page, i);
    if (!named && ends_with_stop(line)) return false;
    if (!line.empty() && (named || says_who_wrote(line))) return true;
  }
  return false;
}

class Sections {
 public:
  Sections(const Page& page, const std::vector<Prose>& prose) : page_(page), prose_(prose) {
    for (std::size_t i = 1; i < page.nodes.size();) {
      const bool aside = is_aside(page.nodes[i]);
      if (!aside && is_ranked(page.nodes[i])) headings_.push_back(i);
      i = aside ? page.nodes[i].end : i + 1;
    }
  }

  std::vector<Candidate> find() {
    for (const char rank : {'1', '2', '3', '4'}) {
      openings_.clear();
      for (const std::size_t i : headings_) {
        if (page_.nodes[i].tag[1] == rank && may_open_bylined_story(page_, i))
          openings_.push_back(i);
      }
      if (openings_.size() >= 2 && openings_.size() <= most_stories && !are_parts(rank))
        return stories();
    }
    return {};
  }

 private:
  // Whether a heading above all of them opens a story of its own: it has a byline, or a text.
  bool are_parts(char rank) const {
    constexpr std::uint32_t an_introduction = 25;  // words
    for (const std::size_t i : headings_) {
      if (i > openings_.front()) break;
      if (page_.nodes[i].tag[1] >= rank) continue;
      if (has_byline_below(page_, i)) return true;
      std::uint32_t words = 0;
      for (std::size_t inner = i; inner < openings_.front(); ++inner) words += prose_[inner].own;
      if (words >= an_introduction) return true;
    }
    return false;
  }

  std::vector<Candidate> stories() const {
    std::vector<NodeRange> boxes;
    for (const std::size_t i : openings_) boxes.push_back(box_of(i));
    std::vector<Candidate> all;
    for (std::size_t n = 0; n < boxes.size(); ++n) {
      Candidate one{boxes[n], openings_[n], page_.line_of(openings_[n], longest_headline)};
      // Where the box of the heading has no text, the text follows it.
      if (prose_in(one.nodes) == 0) {
        const std::size_t end = page_.nodes[page_.nodes[one.nodes.begin].parent].end;
        const bool last = n + 1 == boxes.size();
        one.nodes.end = last ? end : std::min(end, boxes[n + 1].begin);
      }
      measure_candidate(page_, prose_, one);
      if (!one.headline.empty() && one.prose > 0) all.push_back(std::move(one));
    }
    if (all.size() < 2) all.clear();
    return all;
  }

  std::uint32_t prose_in(const NodeRange& nodes) const {
    std::uint32_t words = 0;
    for (std::size_t i = nodes.begin; i < nodes.end; i = page_.nodes[i].end)
      words += prose_[i].prose;
    return words;
  }

  // The largest element that the heading opens and that holds no other of them.
  NodeRange box_of(std::size_t heading) const {
    std::size_t box = heading;
    for (std::size_t around = page_.nodes[heading].parent; around != 0;
         around = page_.nodes[around].parent) {
      const std::string& tag = page_.nodes[around].tag;
      if (tag == "body" || tag == "html" || holds_other(around, heading) ||
          has_prose(around, heading))
        break;
      box = around;
    }
    return {box, page_.nodes[box].end};
  }

  bool holds_other(std::size_t around, std::size_t heading) const {
    const auto inside = std::ranges::lower_bound(openings_, around);
    return inside == openings_.end() || *inside != heading ||
           (inside + 1 != openings_.end() && *(inside + 1) < page_.nodes[around].end);
  }

  bool has_prose(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (prose_[i].own > 0) return true;
    }
    return false;
  }

  const Page& page_;
  const std::vector<Prose>& prose_;
  std::vector<std::size_t> headings_;
  std::vector<std::size_t> openings_;  // those of one rank with a byline
};

}  // namespace

bool may_open_bylined_story(const Page& page, std::size_t i) {
  return is_ranked(page.nodes[i]) && has_byline_below(page, i) && !leads_elsewhere(page, i);
}

std::vector<Candidate> bylined_stories(const Page& page, const std::vector<Prose>& prose) {
  return Sections(page, prose).find();
}

}  // namespace backfile
