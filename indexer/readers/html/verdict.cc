// Weighs what an element is called against what it holds.
#include "indexer/readers/html/verdict.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "indexer/readers/html/askings.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/phrases.h"
#include "indexer/readers/html/page/unseen.h"
#include "indexer/readers/html/several/openings.h"

namespace backfile {
namespace {

constexpr std::size_t longest_heading = 150;  // bytes
// How far a search goes, so that pages made to waste time waste little of it.
constexpr std::size_t longest_asking = 1000;
constexpr std::size_t most_siblings = 1000;
constexpr std::size_t most_inside = 3000;
constexpr std::size_t most_levels = 20;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Elements with text of their own: their names are a matter of style.
bool is_text_tag(std::string_view tag) {
  return is_one_of(tag, {"p", "blockquote", "pre", "dd", "dt", "figure", "q", "h1", "h2", "h3"});
}

// The most telling name.
LeftOut reason_of(std::uint32_t kinds) {
  if ((kinds & names::comments) != 0) return LeftOut::comments;
  if ((kinds & names::related) != 0) return LeftOut::related;
  if ((kinds & names::ask) != 0) return LeftOut::ask;
  if ((kinds & names::advert) != 0) return LeftOut::advert;
  if ((kinds & names::share) != 0) return LeftOut::share;
  if ((kinds & names::navigation) != 0) return LeftOut::navigation;
  if ((kinds & names::frame) != 0) return LeftOut::frame;
  return LeftOut::clutter;
}

}  // namespace

Verdict::Verdict(const Page& page, std::vector<bool> declared, std::vector<Prose> prose)
    : page_(page),
      declared_(std::move(declared)),
      prose_(std::move(prose)),
      headed_(page.nodes.size()),
      walled_(page.nodes.size()) {
  names_.reserve(page.nodes.size());
  for (const PageNode& node : page.nodes) {
    const std::size_t i = names_.size();
    names_.push_back(kinds_of_names(node));
    walled_[i] = walled_[node.parent] || (!node.tag.empty() && may_be_offer(i));
  }
  find_headed_boxes();
  first_prose_ = find_first_prose();
}

const Measure& Verdict::measured(std::size_t i) const {
  if (measures_.empty()) {
    Leavings left(page_.nodes.size());
    for (std::size_t node = 1; node < left.size(); ++node) left[node] = unseen(node);
    measures_ = measure(page_, left);
  }
  return measures_[i];
}

LeftOut Verdict::unseen(std::size_t i) const {
  const PageNode& node = page_.nodes[i];
  if (is_never_text(node))
    return tells_unscripted(page_, i) ? LeftOut::unscripted : LeftOut::no_text;
  if (node.attributes.empty() || (!declared_.empty() && declared_[i])) return LeftOut::kept;
  if (is_hidden_by_style(node)) return LeftOut::hidden;
  return node.attribute("aria-hidden") == "true" && prose_[i].prose == 0 ? LeftOut::hidden
                                                                         : LeftOut::kept;
}

// The outermost box that begins with the heading.
void Verdict::find_headed_boxes() {
  for (std::size_t i = 1; i < page_.nodes.size(); ++i) {
    const std::string& tag = page_.nodes[i].tag;
    if (tag.size() != 2 || tag[0] != 'h' || tag[1] < '2' || tag[1] > '6') continue;
    const std::uint32_t kind = kind_of_heading(page_.line_of(i, longest_heading));
    if (kind == 0) continue;
    std::size_t box = i;
    for (std::size_t level = 0; level < most_levels; ++level) {
      const std::size_t around = page_.nodes[box].parent;
      if (!is_one_of(page_.nodes[around].tag, {"div", "section", "aside", "header"})) break;
      if (!begins_with(around, box)) break;
      box = around;
    }
    if (box != i) headed_[box] |= kind;
  }
}

// Whether an element has no text before one of its children.
bool Verdict::begins_with(std::size_t around, std::size_t inner) const {
  constexpr std::size_t most_before = 20;
  std::size_t children = 0;
  for (std::size_t child = around + 1; child < inner; child = page_.nodes[child].end) {
    if (prose_[child].words > 0 || ++children > most_before) return false;
    if (page_.nodes[child].tag.empty() && words_in(page_.nodes[child].text) > 0) return false;
  }
  return true;
}

LeftOut Verdict::by_tag(std::size_t i) const {
  const PageNode& node = page_.nodes[i];
  if (node.tag == "nav") return LeftOut::navigation;
  if (node.tag == "aside") return LeftOut::aside;
  if (node.tag == "footer") return LeftOut::frame;
  if (node.tag == "dialog") return LeftOut::ask;
  if (node.attributes.empty()) return LeftOut::kept;
  const std::string_view role = node.attribute("role");
  if (role.empty()) return LeftOut::kept;
  if (is_one_of(role, {"menu", "menubar", "navigation"})) return LeftOut::navigation;
  if (role == "complementary") return LeftOut::aside;
  if (is_one_of(role, {"alert", "alertdialog", "dialog"})) return LeftOut::ask;
  if (role == "contentinfo") return LeftOut::frame;
  return role == "search" ? LeftOut::form : LeftOut::kept;
}

// "article-header" holds the headline, "article-comments" no article.
std::uint32_t Verdict::boilerplate_names(std::size_t i) const {
  std::uint32_t kinds = names_[i].sure & names::boilerplate;
  if ((names_[i].sure & names::story) != 0) kinds &= ~names::frame;
  return kinds;
}

LeftOut Verdict::boilerplate(std::size_t i) const {
  const PageNode& node = page_.nodes[i];
  constexpr std::uint32_t little = 60;  // words
  const std::uint32_t all = prose_[0].prose;
  const bool most = prose_[i].prose >= little && 5 * prose_[i].prose > 2 * all;
  if (const LeftOut why = by_tag(i); why != LeftOut::kept) return most ? LeftOut::kept : why;
  if (node.tag == "article" && (names_[i].sure & names::comments) != 0) {
    const bool column = 5 * prose_[i].prose > 2 * all;  // comment and opinion
    return column ? LeftOut::kept : LeftOut::comments;
  }
  if (is_one_of(node.tag, {"html", "body", "a", "article", "main"})) return LeftOut::kept;
  if (is_gallery(i)) return LeftOut::pictures;
  if (walled_[i] && !most && is_offer(i)) return LeftOut::ask;
  const std::uint32_t named = boilerplate_names(i);
  const std::uint32_t headed = headed_[i];
  if ((named | headed) == 0) return LeftOut::kept;
  if (prose_[i].prose == 0) {
    if (named == 0 && headed == names::related && measured(i).link_density() < 0.3)
      return LeftOut::kept;
    return reason_of(named | headed);
  }
  if (is_text_tag(node.tag)) {
    const bool wants = (named & names::ask) != 0 && asks(page_.line_of(i, longest_asking));
    return wants ? LeftOut::ask : LeftOut::kept;
  }
  if (most && !((named & names::comments) != 0 && holds_comments(i))) return LeftOut::kept;
  return against_prose(i, named, headed);
}

// A box with a name, or with a heading, of boilerplate, and with prose.
LeftOut Verdict::against_prose(std::size_t i, std::uint32_t named, std::uint32_t headed) const {
  constexpr std::uint32_t a_line = 20;  // words
  const bool amid = is_amid_prose(i);
  const std::uint32_t either = named | headed;
  const bool links = measured(i).link_density() > 0.2 || measured(i).linked_headings > 0;
  if ((either & names::comments) != 0) {
    if (!amid || (named & headed & names::comments) != 0 || holds_comments(i))
      return LeftOut::comments;
  }
  if ((either & names::related) != 0) {
    const bool sure = (named & names::related) != 0 && (!amid || prose_[i].prose < a_line);
    if (links || sure || (named & headed & names::related) != 0) return LeftOut::related;
  }
  if ((either & names::ask) != 0) {
    const bool brief = (named & names::ask) != 0 && (!amid || prose_[i].prose < a_line);
    if (brief || asks(page_.line_of(i, longest_asking)) || holds_fields(i)) return LeftOut::ask;
  }
  if ((named & names::advert) != 0 && (!amid || prose_[i].prose < a_line)) return LeftOut::advert;
  if ((named & names::share) != 0 && !is_beside_paragraph(i)) return LeftOut::share;
  if ((named & (names::navigation | names::frame)) != 0 && !amid) return reason_of(named);
  return LeftOut::kept;
}

// A form, or called after a paywall or the like, as the story behind one may be and the offer
// before it.
bool Verdict::may_be_offer(std::size_t i) const {
  constexpr std::uint32_t either = names::offer | names::ask;
  const std::string& tag = page_.nodes[i].tag;
  if (((names_[i].sure | names_[i].doubtful) & either) == 0)
    return tag.size() == 4 && tag[0] == 'f' && tag == "form";
  return !is_one_of(tag, {"html", "body", "main", "article"});
}

// Inside of such a box a paragraph that opens with the offer; or the box whole, where its sentences
// ask and hardly any tells something else.
bool Verdict::is_offer(std::size_t i) const {
  constexpr std::uint32_t longest = 150;  // words
  constexpr std::uint32_t a_line = 20;
  if (is_text_tag(page_.nodes[i].tag)) return begins_asking(page_.line_of(i, longest_asking));
  if (!may_be_offer(i) || prose_[i].prose > longest) return false;
  if (!asks(page_.line_of(i, longest_asking))) return false;
  std::uint32_t rest = 0;
  const std::size_t end = std::min(page_.nodes[i].end, i + most_inside);
  for (std::size_t inner = i; inner < end && rest <= a_line; ++inner) {
    if (prose_[inner].own > 0 && !asks(page_.line_of(inner, longest_asking)))
      rest += prose_[inner].own;
  }
  return rest <= a_line;
}

// Whether prose that has no such name stands on either side of it, in whatever holds it and more.
bool Verdict::is_amid_prose(std::size_t i) const {
  const auto is_story = [&](std::size_t sibling) {
    return prose_[sibling].own > 0 || (prose_[sibling].mostly() && prose_[sibling].prose > 0 &&
                                       boilerplate_names(sibling) == 0 && headed_[sibling] == 0 &&
                                       by_tag(sibling) == LeftOut::kept);
  };
  std::size_t inner = i;
  for (std::size_t level = 0; level < most_levels && inner != 0; ++level) {
    const std::size_t around = page_.nodes[inner].parent;
    std::size_t children = 0;
    bool before = false;
    bool behind = false;
    bool alone = true;
    for (std::size_t child = around + 1; child < page_.nodes[around].end;
         child = page_.nodes[child].end) {
      if (++children > most_siblings) return false;
      if (child == inner) continue;
      alone = alone && prose_[child].words == 0;
      if (is_story(child)) (child < inner ? before : behind) = true;
    }
    if (!alone) return before && behind;
    inner = around;
  }
  return false;
}

// Whether what stands next to it on either side is a paragraph.
bool Verdict::is_beside_paragraph(std::size_t i) const {
  const std::size_t around = page_.nodes[i].parent;
  bool last = false;
  std::size_t children = 0;
  for (std::size_t child = around + 1; child < page_.nodes[around].end;
       child = page_.nodes[child].end) {
    if (++children > most_siblings) return false;
    if (child == i) {
      if (last) return true;
      last = false;
    } else if (prose_[child].words > 0) {
      if (child > i) return prose_[child].own > 0;
      last = prose_[child].own > 0;
    }
  }
  return false;
}

// A gallery with captions beside a story that can do without it.
bool Verdict::is_gallery(std::size_t i) const {
  if (((names_[i].sure | names_[i].doubtful) & names::gallery) == 0) return false;
  constexpr std::uint32_t a_story = 150;  // words
  const bool pictures = measured(i).images >= 2 || measured(i).items >= 2;
  return pictures && prose_[0].prose >= prose_[i].prose + a_story;
}

bool Verdict::holds_comments(std::size_t i) const {
  std::size_t named = 0;
  const std::size_t end = std::min(page_.nodes[i].end, i + most_inside);
  for (std::size_t inner = i + 1; inner < end; ++inner) {
    if (page_.nodes[inner].tag == "textarea") return true;
    named += (names_[inner].sure & names::comments) != 0 ? 1 : 0;
  }
  constexpr std::size_t several = 2;
  return named >= several;
}

// A paragraph behind the first <h1>, or behind the first <h2> of a page without.
std::size_t Verdict::find_first_prose() const {
  std::size_t headline = 0;
  for (std::size_t i = 1; i < page_.nodes.size() && page_.nodes[headline].tag != "h1"; ++i) {
    const std::string& tag = page_.nodes[i].tag;
    if (tag == "h1" || (headline == 0 && tag == "h2")) headline = i;
  }
  if (headline == 0) return 0;
  const auto told = std::ranges::find_if(prose_.begin() + static_cast<std::ptrdiff_t>(headline),
                                         prose_.end(), [](const Prose& p) { return p.own > 0; });
  return told == prose_.end() ? 0 : static_cast<std::size_t>(told - prose_.begin());
}

bool Verdict::is_comments_below_story(std::size_t i) const {
  const PageNode& node = page_.nodes[i];
  if (node.names.empty() || first_prose_ == 0 || first_prose_ >= i || prose_[i].prose == 0)
    return false;
  if (is_text_tag(node.tag) || is_one_of(node.tag, {"html", "body", "a", "article", "main"}))
    return false;
  const bool named = (names_[i].sure & names::comments) != 0 || has_any(node, {"| discussion |"});
  return named && (holds_comments(i) || holds_dated_posts(i));
}

// Two boxes or more that each have a short line with a year above their prose.
bool Verdict::holds_dated_posts(std::size_t i) const {
  constexpr std::size_t several = 2;
  std::size_t posts = 0;
  const std::size_t end = std::min(page_.nodes[i].end, i + most_inside);
  bool dated = false;
  for (std::size_t inner = i + 1; inner < end && posts < several; ++inner) {
    if (prose_[inner].own == 0) {
      dated = dated || names_year(page_.nodes[inner].text) || page_.nodes[inner].tag == "time";
      continue;
    }
    posts += dated ? 1 : 0;
    dated = false;
    inner = page_.nodes[inner].end - 1;
  }
  return posts >= several;
}

bool Verdict::holds_fields(std::size_t i) const {
  const std::size_t end = std::min(page_.nodes[i].end, i + most_inside);
  for (std::size_t inner = i; inner < end; ++inner) {
    if (is_one_of(page_.nodes[inner].tag, {"input", "select", "textarea", "form"})) return true;
  }
  return false;
}

int Verdict::promise(std::size_t i) const {
  constexpr int step = 25;
  const std::uint32_t kinds = names_[i].sure | names_[i].doubtful;
  int sum = (kinds & names::story) != 0 ? step : 0;
  if ((kinds & (names::boilerplate | names::clutter)) != 0) sum -= step;
  return sum;
}

}  // namespace backfile
