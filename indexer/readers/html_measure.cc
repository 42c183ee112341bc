// Counts what an element holds: letters, commas, links, pictures.
#include "indexer/readers/html_measure.h"

#include <cstdint>

#include "indexer/readers/html_hints.h"

namespace backfile {
namespace {

constexpr double weight_of_inner_link = 0.3;
constexpr double whole = 0.9;

constexpr std::uint8_t first_of_other_numerals = 0xD9;  // Arabic, and what follows

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

// The comma of every other script: prose has many, menus have none.
std::uint32_t count_other_commas(std::string_view text) {
  std::uint32_t count = 0;
  for (const std::string_view comma : {"،", "﹐", "︐", "︑", "⁁", "⸴", "⸲", "，", "、"}) {
    for (std::size_t at = text.find(comma); at != std::string_view::npos;
         at = text.find(comma, at + comma.size())) {
      ++count;
    }
  }
  return count;
}

}  // namespace

void read_measure(PageNode& node) {
  if (!node.tag.empty()) return;
  std::uint32_t length = 0, commas = 0;
  bool after_space = true, ascii = true;
  for (const char c : node.text) {
    const bool space = is_space(c);
    const auto byte = static_cast<std::uint8_t>(c);
    ascii = ascii && byte < 0x80;
    if ((byte & 0xc0) == 0x80) continue;
    length += space && after_space ? 0 : 1;
    commas += c == ',' ? 1 : 0;
    node.numerals += (c >= '0' && c <= '9') || byte >= first_of_other_numerals ? 1 : 0;
    after_space = space;
  }
  node.characters = length - (length > 0 && after_space ? 1 : 0);
  node.commas = ascii ? commas : commas + count_other_commas(node.text);
}

Measure operator+(const Measure& a, const Measure& b) {
  return {.characters = a.characters + b.characters,
          .linked = a.linked + b.linked,
          .in_headings = a.in_headings + b.in_headings,
          .in_lists = a.in_lists + b.in_lists,
          .commas = a.commas + b.commas,
          .paragraphs = a.paragraphs + b.paragraphs,
          .images = a.images + b.images,
          .items = a.items + b.items,
          .fields = a.fields + b.fields,
          .embeds = a.embeds + b.embeds,
          .linked_headings = a.linked_headings + b.linked_headings};
}

Measure own_measure(const PageNode& node) {
  Measure own;
  if (node.tag.empty()) {
    own.characters = node.characters;
    own.commas = node.commas;
    return own;
  }
  if (node.tag == "p") own.paragraphs = 1;
  if (node.tag == "img") own.images = 1;
  if (node.tag == "li") own.items = 1;
  if (node.tag == "input" || node.tag == "select" || node.tag == "textarea") own.fields = 1;
  if (node.tag == "object" || node.tag == "embed" || node.tag == "iframe") own.embeds = 1;
  return own;
}

Measure closed_measure(const PageNode& node, Measure sum) {
  if (node.tag == "a") {
    const bool inner = node.attribute("href").starts_with('#');
    sum.linked = sum.characters * (inner ? weight_of_inner_link : 1);
  }
  if (is_heading(node.tag)) {
    sum.in_headings = sum.characters;
    sum.linked_headings = sum.link_density() > whole ? 1 : 0;
  }
  if (node.tag == "ul" || node.tag == "ol") sum.in_lists = sum.characters;
  return sum;
}

std::vector<Measure> measure(const Page& page, const Leavings& left) {
  std::vector<Measure> measures(page.nodes.size());
  std::vector<bool> out(page.nodes.size());
  for (std::size_t i = 1; i < out.size(); ++i)
    out[i] = left[i] != LeftOut::kept || out[page.nodes[i].parent];
  for (std::size_t i = page.nodes.size(); i-- > 1;) {
    if (out[i]) continue;
    const PageNode& node = page.nodes[i];
    measures[i] = closed_measure(node, measures[i] + own_measure(node));
    measures[node.parent] = measures[node.parent] + measures[i];
  }
  return measures;
}

}  // namespace backfile
