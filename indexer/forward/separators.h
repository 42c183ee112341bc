// What stands between the words of a record, wherever it is not what one would expect.
//
// Behind a word one expects a space, behind a character of Han, Kana or Thai nothing, at the end of
// a paragraph a full stop. Everything else is an entry: how many positions since the last entry,
// and which separator. A separator is a string with flags, listed once in the lexicon, the most
// frequent first. An entry is one byte for the usual ones:
//
//     7 6 5 4   3 2 1 0
//     which     gap         each 0 to 14; 15: a varint with what goes beyond 14 follows, of the
//                           gap first
//
// Position p's separator stands behind position p: behind an opening (format.h) it is what the
// paragraph begins with. Uses format.h and varint.h; used by article_text.h and by whoever looks
// for sentences. Pure functions and values; safe on any thread.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "indexer/forward/format.h"

namespace backfile {

enum SeparatorFlag : std::uint8_t {
  begins_sentence = 1,  // the word behind it is the first of a sentence
  joins_compound = 2,   // the words beside it are pieces of one compound: the hyphen of S-400
  begins_shouted = 4,   // the sentence that begins is all in capitals
};

struct Separator {
  std::string_view text;
  std::uint8_t flags = 0;

  friend bool operator==(const Separator&, const Separator&) = default;
};

// What a separator stands next to.
enum class Side : std::uint8_t { word, character, edge };  // edge: an opening, or the record's end

// What need not be stored. An opening begins a sentence, if any word follows.
constexpr Separator expected_separator(Side left, Side right, Opening field) {
  if (left == Side::edge && right == Side::edge) return {{}, 0};
  if (left == Side::edge) return {{}, begins_sentence};
  const bool prose = field == Opening::body || field == Opening::paragraph;
  using namespace std::string_view_literals;
  if (right == Side::edge && prose) return {left == Side::word ? "."sv : "。"sv, 0};
  return {left == Side::word && right == Side::word ? " "sv : ""sv, 0};
}

struct SeparatorEntry {
  std::uint32_t position = 0;
  SeparatorId separator = 0;
};

inline constexpr std::uint32_t separator_escape = 15;  // of a gap, of a number

class SeparatorEncoder {
 public:
  // In the order of positions.
  void add(SeparatorEntry entry);
  const std::string& bytes() const { return bytes_; }
  void clear();

 private:
  std::string bytes_;
  std::uint32_t next_ = 0;  // the first position that an entry may have
};

class SeparatorDecoder {
 public:
  explicit SeparatorDecoder(std::string_view bytes) : rest_(bytes) {}

  // False at the end, and where the bytes are damaged.
  bool next(SeparatorEntry& entry) {
    if (rest_.empty() || damaged_) return false;
    const auto byte = static_cast<unsigned char>(rest_.front());
    const std::uint32_t gap = byte & separator_escape, separator = byte >> 4U;
    if (gap == separator_escape || separator == separator_escape) return next_long(entry);
    rest_.remove_prefix(1);
    return found(next_ + gap, separator, entry);
  }
  bool damaged() const { return damaged_; }

 private:
  bool next_long(SeparatorEntry& entry);
  bool found(std::uint64_t position, std::uint64_t separator, SeparatorEntry& entry) {
    constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
    damaged_ = damaged_ || position > most || separator > most;
    if (damaged_) return false;
    entry = {static_cast<std::uint32_t>(position), static_cast<SeparatorId>(separator)};
    next_ = position + 1;
    return true;
  }

  std::string_view rest_;
  std::uint64_t next_ = 0;
  bool damaged_ = false;
};

}  // namespace backfile
