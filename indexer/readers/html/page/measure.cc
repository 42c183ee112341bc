// Counts what an element holds: letters, commas, links, pictures.
#include "indexer/readers/html/page/measure.h"

#include <array>
#include <cstdint>

#include "indexer/readers/html/page/hints.h"

namespace backfile {
namespace {

constexpr double weight_of_inner_link = 0.3;
constexpr double whole = 0.9;

// What a byte of text is, as bits.
constexpr std::uint8_t begins = 1, space = 2, comma = 4, numeral = 8, high = 16;
constexpr auto kinds = [] {
  constexpr std::size_t first_of_other_numerals = 0xD9;  // Arabic, and what follows
  std::array<std::uint8_t, 256> made{};
  for (std::size_t byte = 0; byte < made.size(); ++byte) {
    if ((byte & 0xC0) != 0x80) made[byte] |= begins;
    if (byte >= 0x80) made[byte] |= high;
    if ((byte >= '0' && byte <= '9') || byte >= first_of_other_numerals) made[byte] |= numeral;
  }
  for (const char c : {' ', '\t', '\n', '\f', '\r'}) made[static_cast<std::size_t>(c)] |= space;
  made[','] |= comma;
  return made;
}();

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

// The comma of every other script: prose has many, menus have none.
std::uint32_t count_other_commas(std::string_view text) {
  std::uint32_t count = 0;
  for (const std::string_view sign : {"،", "﹐", "︐", "︑", "⁁", "⸴", "⸲", "，", "、"}) {
    for (std::size_t at = text.find(sign); at != std::string_view::npos;
         at = text.find(sign, at + sign.size())) {
      ++count;
    }
  }
  return count;
}

}  // namespace

// Most texts of a page are the line break and the indent between two tags, most others are short: a
// look at each byte without a branch costs less than taking sixteen at a time.
void read_measure(PageNode& node) {
  if (!node.tag.empty()) return;
  const auto kind_at = [&](std::size_t i) {
    return kinds[static_cast<std::uint8_t>(node.text[i])];
  };
  std::size_t i = 0;
  while (i < node.text.size() && (kind_at(i) & space) != 0) ++i;
  if (i == node.text.size()) return;
  std::uint32_t characters = 0, commas = 0, numerals = 0;
  std::uint8_t before = 0, all = 0;
  for (; i < node.text.size(); ++i) {
    const std::uint8_t kind = kind_at(i);
    const bool space_again = (kind & before & space) != 0;
    characters += (kind & begins) & (space_again ? 0U : 1U);
    commas += (kind & comma) / comma;
    numerals += (kind & numeral) / numeral;
    all |= kind;
    before = kind;
  }
  node.characters = characters - ((before & space) != 0 ? 1 : 0);
  node.commas = commas + ((all & high) != 0 ? count_other_commas(node.text) : 0);
  node.numerals = numerals;
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
    const PageNode& node = page.nodes[i];
    const bool blank = node.tag.empty() && node.characters == 0;
    if (out[i] || blank) continue;
    measures[i] = closed_measure(node, measures[i] + own_measure(node));
    measures[node.parent] = measures[node.parent] + measures[i];
  }
  return measures;
}

}  // namespace backfile
