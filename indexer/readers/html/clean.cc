// Removes from a story what is not prose: lists of links, forms, boxes of pictures.
#include "indexer/readers/html/clean.h"

#include <algorithm>

#include "indexer/readers/html/lines.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/measure.h"
#include "indexer/readers/html/page/title.h"

namespace backfile {
namespace {

constexpr double longest_share = 500;
constexpr std::size_t longest_title = 1000;
constexpr double prose_commas = 10;

bool is_heading(std::string_view tag) {
  return tag == "h1" || tag == "h2" || tag == "h3" || tag == "h4" || tag == "h5" || tag == "h6";
}

// Inside what: decided for all nodes on the way down.
struct Surroundings {
  std::vector<bool> figure, code, data_table;
};

// A table of values rather than of layout: it has a caption or header cells, or says so.
bool is_data_table(const Page& page, std::size_t table) {
  const PageNode& node = page.nodes[table];
  if (node.attribute("role") == "presentation" || node.attribute("datatable") == "0") return false;
  if (!node.attribute("summary").empty()) return true;
  std::size_t rows = 0;
  std::size_t cells = 0;
  for (std::size_t i = table + 1; i < node.end; ++i) {
    const std::string& tag = page.nodes[i].tag;
    if (tag == "caption" || tag == "th" || tag == "thead" || tag == "tfoot" || tag == "colgroup")
      return true;
    if (tag == "table") return false;
    rows += tag == "tr" ? 1 : 0;
    cells += tag == "td" ? 1 : 0;
  }
  constexpr std::size_t many = 10;
  return cells > rows && (rows >= many || cells > many * 1);
}

Surroundings look_around(const Page& page) {
  const std::size_t size = page.nodes.size();
  Surroundings inside{std::vector<bool>(size), std::vector<bool>(size), std::vector<bool>(size)};
  std::size_t table_end = 0;
  for (std::size_t i = 1; i < size; ++i) {
    const PageNode& node = page.nodes[i];
    inside.figure[i] = inside.figure[node.parent] || node.tag == "figure";
    inside.code[i] = inside.code[node.parent] || node.tag == "code" || node.tag == "pre";
    if (node.tag == "table" && i >= table_end) {
      const bool data = is_data_table(page, i);
      table_end = data ? node.end : i + 1;
      inside.data_table[i] = data;
    }
    inside.data_table[i] = inside.data_table[i] || inside.data_table[node.parent];
  }
  return inside;
}

// Headlines of other stories, each a link, each with a line or two of its own.
bool is_river(const Measure& held) {
  constexpr double fewest = 3;
  constexpr double longest_teaser = 400;
  return held.linked_headings >= fewest && held.characters < held.linked_headings * longest_teaser;
}

// What a box, list or table is other than prose; LeftOut::kept if it is prose.
LeftOut clutter_of(const PageNode& node, const Measure& held, const Prose& prose, bool in_figure,
                   int promise) {
  if (is_river(held)) return LeftOut::related;
  constexpr std::uint32_t a_story = 60;  // words; a form around less is for its fields
  if (prose.mostly() && prose.prose > (held.fields > 0 ? a_story : 0)) return LeftOut::kept;
  if (promise < 0) return LeftOut::clutter;
  if (held.commas >= prose_commas) return LeftOut::kept;
  const bool list = node.tag == "ul" || node.tag == "ol" || held.in_lists > 0.9 * held.characters;
  const double items = held.items - 100;
  const double links = held.link_density();
  if (held.images > 1 && held.paragraphs / held.images < 0.5 && !in_figure && !list)
    return LeftOut::pictures;
  if (!list && items > held.paragraphs) return LeftOut::links;
  if (held.fields > held.paragraphs / 3) return LeftOut::form;
  if (!list && held.heading_density() < 0.9 && held.characters < 25 &&
      (held.images == 0 || held.images > 2) && !in_figure) {
    return LeftOut::clutter;
  }
  if (!list && promise < 25 && links > 0.2) return LeftOut::links;
  if (promise >= 25 && links > 0.5) return LeftOut::links;
  const bool embeds = (held.embeds == 1 && held.characters < 75) || held.embeds > 1;
  return embeds ? LeftOut::pictures : LeftOut::kept;
}

// A caption, or a picture with one, however small and whatever the box is called: "widget image".
bool is_captioned(const Page& page, std::size_t i, const Measure& held) {
  constexpr double longest = 500;
  constexpr std::size_t most_nodes = 60;
  if (held.characters > longest || held.link_density() > 0.2 || held.fields > 0) return false;
  if (is_caption(page.nodes[i])) return true;
  if (held.images != 1 || page.nodes[i].end - i > most_nodes) return false;
  const auto begin = page.nodes.begin();
  return std::any_of(begin + static_cast<std::ptrdiff_t>(i),
                     begin + static_cast<std::ptrdiff_t>(page.nodes[i].end), is_caption);
}

bool is_conditional(std::string_view tag) {
  return tag == "div" || tag == "ul" || tag == "table" || tag == "form" || tag == "fieldset" ||
         tag == "section" || tag == "ol";
}

}  // namespace

void clean_story(const Page& page, const Verdict& verdict, const CleanOptions& options,
                 Leavings& left) {
  const Surroundings inside = look_around(page);
  std::vector<bool> out(page.nodes.size());
  for (std::size_t i = 1; i < out.size(); ++i)
    out[i] = left[i] != LeftOut::kept || out[page.nodes[i].parent];
  const StoryLines lines(page, verdict, left);
  const auto again = [&](std::size_t i) {
    return !options.title.empty() && same_title(page.line_of(i, longest_title), options.title);
  };
  std::vector<Measure> sums(page.nodes.size());
  // From the last node to the first, so that everything inside a node is judged before the node.
  for (std::size_t i = page.nodes.size(); i-- > 1;) {
    const PageNode& node = page.nodes[i];
    if (out[i]) continue;
    if (node.tag.empty()) {
      if (node.characters > 0) sums[node.parent] = sums[node.parent] + own_measure(node);
      continue;
    }
    const Measure held = closed_measure(node, sums[i]);
    const Measure whole = closed_measure(node, sums[i] + own_measure(node));
    const int promised = options.use_names ? verdict.promise(i) : 0;
    if (is_heading(node.tag)) {
      left[i] = again(i) ? LeftOut::heading : promised < 0 ? LeftOut::clutter : LeftOut::kept;
    } else if (options.use_names && verdict.boilerplate(i) == LeftOut::share) {
      left[i] = held.characters < longest_share ? LeftOut::share : LeftOut::kept;
    } else if (options.conditional && is_conditional(node.tag)) {
      if (!inside.code[i] && !inside.data_table[i])
        left[i] = clutter_of(node, held, verdict.prose(i), inside.figure[i], promised);
      if (left[i] == LeftOut::clutter &&
          (is_captioned(page, i, held) || (!again(i) && lines.is_line(i))))
        left[i] = LeftOut::kept;
    }
    if (left[i] == LeftOut::kept) sums[node.parent] = sums[node.parent] + whole;
  }
}

}  // namespace backfile
