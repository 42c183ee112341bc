// Sums up the text before each node once, so that the distance to the headline is a subtraction.
#include "indexer/readers/html/facts/place.h"

#include <algorithm>
#include <string>

#include "indexer/readers/evidence/byline.h"
#include "indexer/readers/html/facts/masthead.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_line = 300;  // bytes
constexpr std::size_t farthest_below = 1200;
constexpr std::size_t farthest_above = 120;
constexpr std::size_t most_linked = 40;  // a section's name; more is navigation

bool is_heading(const PageNode& node) {
  return node.tag.size() == 2 && node.tag[0] == 'h' && node.tag[1] >= '1' && node.tag[1] <= '6';
}

}  // namespace

HeadlinePlace::HeadlinePlace(const Page& page, std::string_view title) : page_(page) {
  measure();
  find(title);
}

void HeadlinePlace::measure() {
  text_before_.resize(page_.nodes.size() + 1);
  linked_before_.resize(page_.nodes.size() + 1);
  numerals_before_.resize(page_.nodes.size() + 1);
  std::size_t link_end = 0;
  for (std::size_t i = 0; i < page_.nodes.size(); ++i) {
    const PageNode& node = page_.nodes[i];
    if (node.tag == "a") link_end = std::max(link_end, node.end);
    const std::size_t length =
        node.tag.empty() && !is_never_text(page_.nodes[node.parent]) ? node.characters : 0;
    text_before_[i + 1] = text_before_[i] + length;
    numerals_before_[i + 1] = numerals_before_[i] + (length > 0 ? node.numerals : 0);
    linked_before_[i + 1] = linked_before_[i] + (i < link_end ? length : 0);
  }
}

void HeadlinePlace::find(std::string_view title) {
  constexpr std::size_t most_nodes = 12;
  const std::size_t title_length = code_point_length(title);
  const SameTitle says_title(title);
  std::size_t first_heading = 0, same_heading = 0, same_block = 0, same_small = 0;
  for (std::size_t i = 1; i < page_.nodes.size() && same_heading == 0; ++i) {
    const PageNode& node = page_.nodes[i];
    if (is_never_text(node)) {
      i = node.end - 1;
      continue;
    }
    const bool heading = node.tag == "h1" || node.tag == "h2";
    if (!is_block(node) || node.end - i > most_nodes) continue;
    // Far shorter or longer than the title, it cannot be that.
    const std::size_t length = text_in(i);
    const bool alike = 2 * length + 20 > title_length && length < 2 * title_length + 20;
    if (!alike && (first_heading != 0 || node.tag != "h1")) continue;
    const std::string line = page_.line_of(i, longest_line);
    if (line.empty()) continue;
    if (first_heading == 0 && node.tag == "h1") first_heading = i;
    if (title.empty() || !says_title(line)) continue;
    if (heading) same_heading = i;
    if (same_small == 0 && is_heading(node)) same_small = i;
    if (same_block == 0) same_block = i;
  }
  if (same_heading == 0) same_heading = same_small;
  node_ = same_heading != 0 ? same_heading : first_heading != 0 ? first_heading : same_block;
  if (node_ == 0 && !title.empty()) node_ = find_inline(says_title);
}

// Old pages write the headline in <font> or <b>: an element whose text alone says the title.
std::size_t HeadlinePlace::find_inline(const SameTitle& says_title) const {
  for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
    const PageNode& node = page_.nodes[i];
    const PageNode& around = page_.nodes[node.parent];
    if (!node.tag.empty() || node.text.size() > longest_line || around.tag == "a") continue;
    if (is_never_text(around) || !says_title(node.text)) continue;
    if (text_in(node.parent) == text_in(i)) return node.parent;
  }
  return 0;
}

bool HeadlinePlace::lies_in(std::size_t node) const {
  return node_ > node && node_ < page_.nodes[node].end;
}

bool HeadlinePlace::stands_over(std::size_t node) const {
  if (node_ == 0 || node < node_) return false;
  return text_before_[node] <= text_before_[page_.nodes[node_].end] + farthest_below;
}

bool HeadlinePlace::stands_under(std::size_t node) const {
  if (!ends_shortly_above(node)) return false;
  const std::size_t end = page_.nodes[node].end;
  if (linked_before_[node_] - linked_before_[end] > most_linked) return false;
  for (std::size_t k = node; k != 0 && !lies_in(k); k = page_.nodes[k].parent) {
    if (is_masthead(page_.nodes[k])) return false;
  }
  return true;
}

bool HeadlinePlace::ends_shortly_above(std::size_t node) const {
  if (node_ == 0 || node >= node_ || lies_in(node)) return false;
  return text_before_[node_] - text_before_[page_.nodes[node].end] <= farthest_above;
}

std::size_t HeadlinePlace::box_of_both(std::size_t node) const {
  while (node != 0 && !lies_in(node)) node = page_.nodes[node].parent;
  return node;
}

bool HeadlinePlace::stands_in_frame(std::size_t node) const {
  const std::size_t around = box_of_both(node);
  const bool above = node < node_;
  for (std::size_t k = node; k != around; k = page_.nodes[k].parent) {
    if (above ? is_frame_above(page_, k, around) : is_footer(page_, k, around)) return true;
  }
  return false;
}

bool HeadlinePlace::opens_story(std::size_t node, bool looks_like_today, bool has_clock) const {
  bool named = false, heading = false;
  const std::size_t around = box_of_both(node);
  for (std::size_t k = node; k != around; k = page_.nodes[k].parent) {
    const PageNode& box = page_.nodes[k];
    if (holds_masthead(page_, k)) return false;
    named = named || is_named_after_story(box);
    heading = heading || is_heading(box);
  }
  if (stands_in_frame(node) || is_in_parted_masthead(node, around)) return false;
  if (named || is_article(page_.nodes[around]) || is_row_over_story(node, around)) return true;
  if (is_told_in_box_of_own(around)) return !looks_like_today && heading;
  const PageNode& box = page_.nodes[around];
  return !looks_like_today || is_line_below_menu(node, around) ||
         (box.tag != "body" && (has_clock || is_named_after_story(box)));
}

// The box that holds `node` and stands in `around` directly.
std::size_t HeadlinePlace::child_of(std::size_t around, std::size_t node) const {
  while (page_.nodes[node].parent != around) node = page_.nodes[node].parent;
  return node;
}

// Whether a rule, or its place in the middle, parts the headline from the box that holds it, in which
// something else is said as well: the name of the paper.
bool HeadlinePlace::is_in_parted_masthead(std::size_t node, std::size_t around) const {
  if (is_article(page_.nodes[around])) return false;
  const PageNode& box = page_.nodes[child_of(around, node)];
  bool rule = is_centred(box), name = false;
  for (std::size_t i = box.end; i < node_; ++i) rule = rule || page_.nodes[i].tag == "hr";
  for (std::size_t i = child_of(around, node); i < box.end; ++i) {
    const PageNode& one = page_.nodes[i];
    name = name || (one.tag.empty() && one.characters > 0 && one.numerals == 0 &&
                    !says_who_wrote(one.text));
  }
  return rule && name;
}

// Whether it has the row above the story's to itself, the first of a table that lays out a story
// and no masthead.
bool HeadlinePlace::is_row_over_story(std::size_t node, std::size_t around) const {
  const PageNode& box = page_.nodes[around];
  if (box.tag != "table" && box.tag != "tbody") return false;
  const std::size_t row = child_of(around, node), next = child_of(around, node_);
  if (page_.nodes[row].tag != "tr" || text_in(row) != text_in(node)) return false;
  for (std::size_t i = around + 1; i < next; ++i) {
    const PageNode& other = page_.nodes[i];
    const bool inside = i >= row && i < page_.nodes[row].end;
    if (!inside && (other.characters > 0 || !other.tag.empty())) return false;
  }
  return true;
}

// Whether it has a line to itself between a bar of links and the headline, and so stands in neither
// the bar nor the masthead.
bool HeadlinePlace::is_line_below_menu(std::size_t node, std::size_t around) const {
  const std::size_t line = child_of(around, node);
  if (text_in(line) != text_in(node)) return false;
  if (text_before_[page_.nodes[line].end] != text_before_[node_]) return false;
  std::size_t before = around;
  for (std::size_t i = around + 1; i < line; i = page_.nodes[i].end)
    before = text_in(i) > 0 ? i : before;
  return before != around && is_menu(page_, before);
}

bool HeadlinePlace::stands_behind_story(std::size_t node) const {
  const std::size_t around = box_of_both(node);
  if (node < node_ || !is_told_in_box_of_own(around)) return false;
  for (std::size_t k = node; k != around; k = page_.nodes[k].parent) {
    if (is_named_after_story(page_.nodes[k])) return false;
  }
  const std::size_t before = text_before_[node] - text_before_[page_.nodes[node_].end];
  return text_before_.back() - text_before_[page_.nodes[node].end] < before;
}

bool HeadlinePlace::stands_outside_article(std::size_t node) const {
  const std::size_t around = box_of_both(node);
  if (!stands_behind_story(node)) return false;
  return is_article(page_.nodes[child_of(around, node_)]) && page_.nodes[node].parent != around;
}

bool HeadlinePlace::stands_in_side_box(std::size_t node) const {
  constexpr std::size_t some_story = 80;  // characters
  const std::size_t around = box_of_both(node);
  if (node_ == 0 || node < node_ || lies_in(node) || is_article(page_.nodes[around])) return false;
  for (std::size_t k = node; k != around; k = page_.nodes[k].parent) {
    if (is_side_box(page_.nodes[k]))
      return text_before_[k] - text_before_[page_.nodes[node_].end] >= some_story;
  }
  return false;
}

// Whether headline and story share a box that lies in `around`: what else stands there is outside
// of the story.
bool HeadlinePlace::is_told_in_box_of_own(std::size_t around) const {
  constexpr std::size_t some_story = 80;  // characters
  std::size_t box = node_;
  if (box <= around) return false;
  while (page_.nodes[box].parent != around) box = page_.nodes[box].parent;
  return text_before_[page_.nodes[box].end] - text_before_[page_.nodes[node_].end] >= some_story;
}

bool HeadlinePlace::is_near(std::size_t node) const {
  return stands_over(node) || stands_under(node) || lies_in(node);
}

bool HeadlinePlace::comes_after(std::size_t node) const {
  return node_ > node && !lies_in(node);
}

bool HeadlinePlace::may_hold_date(std::size_t node) const {
  constexpr std::size_t fewest = 3;
  return numerals_before_[page_.nodes[node].end] - numerals_before_[node] >= fewest;
}

std::size_t HeadlinePlace::text_in(std::size_t node) const {
  return text_before_[page_.nodes[node].end] - text_before_[node];
}

}  // namespace backfile
