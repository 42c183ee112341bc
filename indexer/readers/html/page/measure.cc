// Counts what an element holds: letters, commas, links, pictures.
#include "indexer/readers/html/page/measure.h"

#include <algorithm>
#include <cstdint>

#include "indexer/readers/html/page/hints.h"

namespace backfile {
namespace {

constexpr double weight_of_inner_link = 0.3;
constexpr double whole = 0.9;

constexpr std::uint8_t first_of_other_numerals = 0xD9;  // Arabic, and what follows

unsigned is_space(std::uint8_t byte) {
  return (byte == ' ') | ((byte >= '\t') & (byte <= '\r') & (byte != '\v')) ? 1U : 0U;
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

// Without a branch, and in counts of a byte each: so the compiler takes 16 bytes at a time.
void read_measure(PageNode& node) {
  if (!node.tag.empty() || node.text.empty()) return;
  constexpr std::size_t block = 255;
  const std::string_view text = node.text;
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  std::uint32_t length = 1 - is_space(byte(0));  // of the first; below, of all behind another
  std::uint8_t all = 0;
  for (std::size_t begin = 0; begin < text.size(); begin += block) {
    const std::size_t end = std::min(begin + block, text.size());
    std::uint8_t characters = 0, commas = 0, numerals = 0;
    for (std::size_t i = std::max<std::size_t>(begin, 1); i < end; ++i) {
      const std::uint8_t c = byte(i), before = byte(i - 1);
      const unsigned begins = (c & 0xc0) != 0x80 ? 1U : 0U;
      characters =
          static_cast<std::uint8_t>(characters + (begins & ~(is_space(c) & is_space(before))));
    }
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint8_t c = byte(i);
      const bool numeral = ((c >= '0') & (c <= '9')) | (c >= first_of_other_numerals);
      commas = static_cast<std::uint8_t>(commas + (c == ',' ? 1U : 0U));
      numerals = static_cast<std::uint8_t>(numerals + (numeral ? 1U : 0U));
      all |= c;
    }
    length += characters;
    node.commas += commas;
    node.numerals += numerals;
  }
  node.characters = length - (length > 0 ? is_space(byte(text.size() - 1)) : 0);
  if (all >= 0x80) node.commas += count_other_commas(text);
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
