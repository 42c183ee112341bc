// Words and sentences of a text as byte ranges of that text.
//
// Word boundaries are UAX #29's (ICU, root rules of locale "sv", see the note on the colon in
// tokenize.cc), tailored: hyphens, apostrophes and the like as documented there. Words of Han, Kana
// and Thai script come from ICU's dictionaries. Uses unicode.h; analyzer.h uses this.
// A Tokenizer holds ICU's iterators: one per thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace backfile {

// A half-open byte range of a text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend auto operator<=>(const Range&, const Range&) = default;
};

inline bool contains(Range outer, Range inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

inline std::string_view slice(std::string_view text, Range range) {
  return text.substr(range.begin, range.end - range.begin);
}

enum class WordKind : std::uint8_t {
  letters,
  number,
  ideographic,  // of a script written without spaces: Han, Kana, Thai
};

struct Word {
  Range range;
  WordKind kind;
  bool plain = false;  // letters alone, or ASCII digits alone: nothing inside to look at
};

class Tokenizer {
 public:
  Tokenizer();
  ~Tokenizer();
  Tokenizer(const Tokenizer&) = delete;
  Tokenizer& operator=(const Tokenizer&) = delete;

  // In order, never overlapping; punctuation and spaces are left out. `text` is valid UTF-8 of
  // less than 2 GiB. A "word" of more than 256 code points is left out: it is no word.
  std::vector<Word> words(std::string_view text);

  // Adds the words from `begin` on, which is a boundary, up to the next that stands before a space.
  // Returns where that is. Runs of scripts without spaces are left whole: no dictionary is asked.
  static std::size_t add_words_and_runs(std::string_view text, std::size_t begin,
                                        std::vector<Word>& words);

  // Sentences cover the text without gaps (UAX #29, with common abbreviations held together).
  std::vector<Range> sentences(std::string_view text);

 private:
  struct Iterators;
  std::unique_ptr<Iterators> iterators_;
};

}  // namespace backfile
