// Counts words, sentences and links of every block, then adds up.
#include "indexer/readers/html/page/prose.h"

#include <algorithm>
#include <array>

#include "indexer/readers/html/page/hints.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// What the text of one block comes to, its inner blocks left aside.
struct Tally {
  double words = 0;
  std::uint32_t bytes = 0;
  std::uint32_t linked = 0;  // bytes in links to elsewhere
  std::uint32_t sentences = 0;
  bool ends = false;  // the last thing seen closed a sentence
};

bool is_dense(std::string_view character) {
  // Han and Kana (U+3040 to U+9FFF, U+F900 on) and Thai (U+0E00 to U+0E7F) know no spaces.
  const auto first = static_cast<std::uint8_t>(character[0]);
  if (first == 0xe0) return (static_cast<std::uint8_t>(character[1]) & 0xf8) == 0xb8;
  return (first >= 0xe3 && first <= 0xe9) || first == 0xef;
}

std::string_view character_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<std::uint8_t>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  return text.substr(at, length);
}

bool closes_sentence(std::string_view character) {
  if (character.size() == 1)
    return character[0] == '.' || character[0] == '!' || character[0] == '?';
  return character == "。" || character == "！" || character == "？" || character == "…" ||
         character == "؟" || character == "।" || character == "۔";
}

bool closes_quote(std::string_view character) {
  if (character.size() == 1)
    return character[0] == '"' || character[0] == '\'' || character[0] == ')' ||
           character[0] == ']';
  return character == "”" || character == "’" || character == "»" || character == "“" ||
         character == "」" || character == "』" || character == "）";
}

constexpr auto letters = [] {
  std::array<bool, 256> made{};
  for (std::size_t digit = '0'; digit <= '9'; ++digit) made[digit] = true;
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) made[letter] = made[letter - 32] = true;
  return made;
}();

// How many ASCII letters and digits stand at `at`: what most text is.
std::size_t letters_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && letters[static_cast<std::uint8_t>(text[end])]) ++end;
  return end - at;
}

void add_text(std::string_view text, bool in_link, Tally& tally) {
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii_space(text[at])) {
      if (tally.ends) ++tally.sentences;
      tally.ends = false;
      in_word = false;
      while (++at < text.size() && is_ascii_space(text[at])) continue;
      continue;
    }
    if (const std::size_t length = letters_at(text, at); length > 0) {
      tally.ends = false;
      tally.words += in_word ? 0 : 1;
      in_word = true;
      tally.bytes += static_cast<std::uint32_t>(length);
      if (in_link) tally.linked += static_cast<std::uint32_t>(length);
      at += length;
      continue;
    }
    const std::string_view character = character_at(text, at);
    at += character.size();
    if (closes_sentence(character)) {
      tally.ends = true;
      if (character.size() == 3) ++tally.sentences, tally.ends = false;  // no space follows in Han
    } else if (!closes_quote(character)) {
      tally.ends = false;
    }
    if (character.size() >= 3 && is_dense(character)) {
      tally.words += 0.5;
      in_word = false;
    } else if (!in_word) {
      tally.words += 1;
      in_word = true;
    }
    tally.bytes += static_cast<std::uint32_t>(character.size());
    if (in_link) tally.linked += static_cast<std::uint32_t>(character.size());
  }
}

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

// A paragraph that is one link is prose as well where it is a sentence of some length; a headline
// that leads elsewhere closes with no full stop.
bool is_prose(const PageNode& node, const Tally& tally) {
  constexpr double fewest_words = 8;
  constexpr double fewest_in_link = 12;
  constexpr std::uint32_t long_text = 250;  // in scripts and styles without full stops
  if (is_heading(node.tag) || tally.words < fewest_words) return false;
  const std::uint32_t sentences = tally.sentences + (tally.ends ? 1 : 0);
  if (2 * tally.linked >= tally.bytes) {
    return node.tag == "p" && tally.ends && tally.words >= fewest_in_link;
  }
  return sentences > 0 || (tally.bytes >= long_text && 5 * tally.linked < tally.bytes);
}

// Whether the last thing that can be seen of a node is a letter or a digit of ASCII, as in most
// blocks that are no sentence. Looks at no more than a few nodes, as boxes may stand in boxes.
bool ends_in_letter(const Page& page, std::size_t node) {
  constexpr std::size_t most_nodes = 100;
  constexpr std::size_t longest = 4000;  // bytes
  const std::size_t end = page.nodes[node].end;
  for (std::size_t i = end; i-- > std::max(node, end - std::min(end, most_nodes));) {
    if (page.nodes[i].characters == 0) continue;
    std::string_view text = page.nodes[i].text;
    if (text.size() > longest) return false;
    while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
    if (!text.empty()) return letters[static_cast<std::uint8_t>(text.back())];
  }
  return false;
}

}  // namespace

std::vector<Prose> prose_of(const Page& page, const std::vector<bool>& declared) {
  const std::size_t size = page.nodes.size();
  std::vector<Prose> prose(size);
  std::vector<Tally> tallies(size);
  std::vector<std::size_t> block(size, 0);
  std::vector<bool> in_link(size);
  for (std::size_t i = 1; i < size;) {
    const PageNode& node = page.nodes[i];
    const bool shown = !declared.empty() && declared[i];
    if (is_never_text(node) || (is_hidden_by_style(node) && !shown)) {
      i = node.end;
      continue;
    }
    block[i] = is_block(node) ? i : block[node.parent];
    in_link[i] =
        in_link[node.parent] || (node.tag == "a" && !node.attribute("href").starts_with('#'));
    if (node.tag.empty()) {
      add_text(node.text, in_link[i], tallies[block[i]]);
    } else if (node.tag == "br" && tallies[block[i]].ends) {
      ++tallies[block[i]].sentences;
      tallies[block[i]].ends = false;
    }
    ++i;
  }
  for (std::size_t i = size; i-- > 1;) {
    const PageNode& node = page.nodes[i];
    if (block[i] == i) {
      const auto words = static_cast<std::uint32_t>(tallies[i].words);
      prose[i].words += words;
      prose[i].own = is_prose(node, tallies[i]) ? words : 0;
      prose[i].prose += prose[i].own;
      prose[i].blocks += prose[i].own > 0 ? 1 : 0;
    }
    Prose& around = prose[node.parent];
    around.words += prose[i].words;
    around.prose += prose[i].prose;
    around.blocks += prose[i].blocks;
  }
  return prose;
}

std::uint32_t words_of_sentence(const Page& page, std::size_t node) {
  constexpr std::uint32_t fewest = 2;   // "It rains."
  constexpr std::size_t longest = 500;  // bytes
  const PageNode& block = page.nodes[node];
  if (block.tag != "p" && block.tag != "div" && block.tag != "td" && block.tag != "li" &&
      !(block.tag.empty() && is_block(page.nodes[block.parent])))
    return 0;
  if (page.nodes[block.parent].tag == "a" || ends_in_letter(page, node)) return 0;
  const std::string line = page.line_of(node, longest);
  if (!ends_with_stop(line)) return 0;
  for (std::size_t i = node + 1; i < block.end; ++i) {
    if (page.nodes[i].tag == "a" && page.line_of(i, longest) == line) return 0;
  }
  const std::uint32_t words = words_in(line);
  return words < fewest ? 0 : words;
}

bool has_sentence(const Page& page, NodeRange nodes) {
  constexpr std::uint32_t long_text = 100;  // characters
  for (std::size_t i = nodes.begin; i < nodes.end; ++i) {
    if (page.nodes[i].characters >= long_text || words_of_sentence(page, i) > 0) return true;
  }
  return false;
}

std::uint32_t words_in(std::string_view text) {
  Tally tally;
  add_text(text, false, tally);
  return static_cast<std::uint32_t>(tally.words);
}

bool ends_with_stop(std::string_view text) {
  bool ends = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view character = character_at(text, at);
    if (!closes_quote(character)) ends = closes_sentence(character);
    at += character.size();
  }
  return ends;
}

}  // namespace backfile
