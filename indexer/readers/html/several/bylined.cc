// Takes the headings of one rank below which a byline or a date stands, and cuts the page before
// each: at the box that it opens, or at the heading itself.
#include "indexer/readers/html/several/bylined.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/evidence/dated_line.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/phrases.h"
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

// A date and nothing else.
bool is_date_alone(const PageNode& node, std::string_view line) {
  if (node.tag == "time" && node.has_attribute("datetime")) return true;
  if (!names_year(line)) return false;
  const DatedLine read = read_dated_line(line);
  return !read.published.empty() && read.rest.empty();
}

enum class Facts : std::uint8_t { none, date, byline };

// What stands between a heading and the text. Looks at a few nodes.
Facts facts_below(const Page& page, std::size_t heading) {
  constexpr std::size_t near = 40;     // nodes
  constexpr std::size_t a_text = 100;  // bytes
  Facts found = Facts::none;
  const std::size_t end = std::min(page.nodes.size(), page.nodes[heading].end + near);
  for (std::size_t i = page.nodes[heading].end; i < end; ++i) {
    const PageNode& node = page.nodes[i];
    if (is_ranked(node) || node.text.size() >= a_text || is_text(page, i)) return found;
    if (node.never_text || node.hidden) {
      i = node.end - 1;
      continue;
    }
    const bool named = !node.tag.empty() && (node.tag == "address" || is_byline(node));
    if (!named && node.characters == 0 && node.tag != "time") continue;
    const std::string line = line_around(page, i);
    if (found == Facts::none && is_date_alone(node, line)) found = Facts::date;
    if (!named && ends_with_stop(line)) return found;
    if (!line.empty() && (named || says_who_wrote(line))) return Facts::byline;
  }
  return found;
}

bool has_byline_below(const Page& page, std::size_t heading) {
  return facts_below(page, heading) == Facts::byline;
}

class Sections {
 public:
  Sections(const Page& page, const std::vector<Prose>& prose, std::string_view title)
      : page_(page), prose_(prose), title_(title) {
    for (std::size_t i = 1; i < page.nodes.size();) {
      const bool aside = is_aside(page.nodes[i]);
      if (!aside && is_ranked(page.nodes[i])) headings_.push_back(i);
      i = aside ? page.nodes[i].end : i + 1;
    }
  }

  std::vector<Candidate> find() {
    for (const char rank : {'1', '2', '3', '4'}) {
      const std::size_t bylines = find_openings(rank);
      if (openings_.size() < 2 || openings_.size() > most_stories || are_parts(rank)) continue;
      if (bylines < 2 && (rank == '4' || are_chapters(rank))) continue;
      add_bare(rank);
      return stories();
    }
    return {};
  }

 private:
  // How many of them have a byline, and not only a date.
  std::size_t find_openings(char rank) {
    openings_.clear();
    std::size_t bylines = 0;
    for (const std::size_t i : headings_) {
      if (page_.nodes[i].tag[1] != rank || leads_elsewhere(page_, i)) continue;
      const Facts facts = facts_below(page_, i);
      if (facts == Facts::none) continue;
      openings_.push_back(i);
      bylines += facts == Facts::byline ? 1 : 0;
    }
    return bylines;
  }

  // Dates alone: below a headline that says what the page is about they are days of one story.
  bool are_chapters(char rank) const {
    return std::ranges::any_of(headings_, [&](std::size_t i) {
      return i < openings_.front() && page_.nodes[i].tag[1] <= rank &&
             says_title(title_, page_.line_of(i, longest_headline));
    });
  }

  // Adds headings of the same rank and in the same place as all the others where these few have
  // neither byline nor date: what follows was written by nobody who is named above.
  void add_bare(char rank) {
    std::vector<std::size_t> bare;
    for (const std::size_t i : headings_) {
      if (page_.nodes[i].tag[1] != rank || i < openings_.front()) continue;
      if (std::ranges::binary_search(openings_, i) || leads_elsewhere(page_, i)) continue;
      if (kind_of_heading(page_.line_of(i, longest_headline)) == 0) bare.push_back(i);
    }
    if (bare.size() >= openings_.size()) return;
    std::erase_if(bare, [&](std::size_t i) { return !stands_like_openings(i); });
    const auto middle = openings_.insert(openings_.end(), bare.begin(), bare.end());
    std::ranges::inplace_merge(openings_, middle);
  }

  // In the one box that holds them all, or in a box of its own like that of each.
  bool stands_like_openings(std::size_t i) const {
    const std::size_t box = page_.nodes[i].parent;
    const std::size_t first = page_.nodes[openings_.front()].parent;
    if (std::ranges::all_of(
            openings_, [&](std::size_t opening) { return page_.nodes[opening].parent == first; }))
      return box == first;
    return std::ranges::all_of(openings_, [&](std::size_t opening) {
      const std::size_t other = page_.nodes[opening].parent;
      return other != box && page_.nodes[other].parent == page_.nodes[box].parent &&
             page_.nodes[other].tag == page_.nodes[box].tag &&
             page_.nodes[other].names == page_.nodes[box].names;
    });
  }

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
  std::string_view title_;
  std::vector<std::size_t> headings_;
  std::vector<std::size_t> openings_;  // those of one rank that open a story
};

}  // namespace

bool has_byline(const Page& page, std::size_t heading) {
  return is_ranked(page.nodes[heading]) && !leads_elsewhere(page, heading) &&
         has_byline_below(page, heading);
}

bool may_open_bylined_story(const Page& page, std::size_t i) {
  return is_ranked(page.nodes[i]) && !leads_elsewhere(page, i) &&
         facts_below(page, i) != Facts::none;
}

std::vector<Candidate> bylined_stories(const Page& page, const std::vector<Prose>& prose,
                                       std::string_view title) {
  return Sections(page, prose, title).find();
}

}  // namespace backfile
