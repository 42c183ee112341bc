// Folds code points by a table and looks for the beginnings of words among them.
#include "query/snippet_look.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t most_wanted = 64;

// The code point at `offset`, which moves behind it. Text is valid UTF-8.
char32_t next(std::string_view text, std::size_t& offset) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(i < text.size() ? text[i] : 0));
  };
  const char32_t lead = byte(offset);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t c = length == 1 ? lead : lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) c = c << 6 | (byte(offset + i) & 0x3Fu);
  offset += length;
  return c;
}

void append(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else {
    out += static_cast<char>(0xC0u | c >> 6);
    out += static_cast<char>(0x80u | (c & 0x3Fu));
  }
}

// Letters of the alphabets that have case or accents, each folded on its own to one code point:
// not all that folding does, but near enough to choose where to look.
constexpr std::size_t alphabets_end = 0x600;

const std::array<char32_t, alphabets_end>& folded_letters() {
  static const auto table = [] {
    std::array<char32_t, alphabets_end> letters{};
    for (char32_t c = 1; c < alphabets_end; ++c) {
      std::string letter;
      append(letter, c);
      const std::string folded = fold(letter).term;
      std::size_t offset = 0;
      letters[c] = folded.empty() ? c : next(folded, offset);
    }
    return letters;
  }();
  return table;
}

std::u32string folded(std::string_view text) {
  const auto& letters = folded_letters();
  std::u32string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = next(text, offset);
    out += c < alphabets_end ? letters[c] : c;
  }
  return out;
}

// What the forms of a word have in common at their beginnings.
std::u32string stump(const WordPattern& pattern, const std::string& language) {
  std::u32string word = folded(pattern.term);
  if (const std::string* stem = stem_in(language, pattern)) {
    const std::u32string other = folded(*stem);
    const auto [end, unused] = std::ranges::mismatch(word, other);
    word.erase(end, word.end());
  }
  return word;
}

}  // namespace

QuickLook::QuickLook(std::span<const Leaf> leaves, const std::string& language) {
  for (const Leaf& leaf : leaves) {
    for (const WordPattern& pattern : leaf.words) {
      std::u32string word = stump(pattern, language);
      if (word.empty() || std::ranges::find(wanted_, word) != wanted_.end()) continue;
      if (wanted_.size() == most_wanted) return;
      begins_[word.front() & 0xFF] = true;
      wanted_.push_back(std::move(word));
    }
  }
}

std::size_t QuickLook::count(std::string_view text) const {
  const std::u32string characters = folded(text);
  const std::u32string_view all = characters;
  std::vector<bool> seen(wanted_.size());
  std::size_t found = 0;
  for (std::size_t i = 0; i < all.size() && found < wanted_.size(); ++i) {
    if (!begins_[all[i] & 0xFF]) continue;
    for (std::size_t k = 0; k < wanted_.size(); ++k) {
      if (seen[k] || !all.substr(i).starts_with(wanted_[k])) continue;
      seen[k] = true;
      ++found;
    }
  }
  return found;
}

}  // namespace backfile
