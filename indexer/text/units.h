// What takes a position in a text: the units that the forward index stores in reading order.
//
// The first half of the analyzer's chain. A unit is a word or a piece of a compound (compound.h) as
// it is written, or one character of a script without spaces, whose words an analyzer finds anew
// where they are wanted. Units stand in the order of the text and never overlap; the n-th has the
// position n of analyzer.h, which a test holds the two to. Forms are the second half: they depend
// on the spelling and the language alone, so they are asked for once a unit, not once a place.
// A UnitReader is for one thread.
//
//   UnitReader reader;
//   for (const TextUnit& unit : reader.read("Dr. Smith's S-400s", "en")) ...
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/compound.h"
#include "indexer/text/forms.h"
#include "indexer/text/stem.h"
#include "indexer/text/tokenize.h"

namespace backfile {

struct TextUnit {
  Range range;  // bytes of the text
  WordKind kind = WordKind::letters;
  bool dotted = false;          // "U.S.": what makes an acronym beside capitals
  bool joined = false;          // one compound with the next unit: S and 400 of "S-400"
  bool sentence_start = false;  // the first of a sentence
  bool shouted = false;         // in a sentence all in capitals, where they say nothing
  std::string_view spelling;    // what compound.h reads; empty: what the range holds
};

class UnitReader {
 public:
  // `text` is one paragraph or one-line field, valid UTF-8 of less than 2 GiB. Units and spellings
  // are valid until the next call.
  const std::vector<TextUnit>& read(std::string_view text, std::string_view language);

  // The forms of a spelling, as the analyzer has them. Valid until the next call.
  const Forms& forms(std::string_view spelling, std::string_view language) {
    return memo_.forms(spelling, language, stemmer_);
  }

 private:
  std::size_t read_by_rules(std::size_t begin);
  std::size_t read_words(std::span<const Word> words);
  std::size_t read_run(std::span<const Word> words);
  void add_unit(std::size_t begin, std::size_t end, WordKind kind);
  void add_spelling(std::string_view spelling);
  void set_spellings();
  bool has_form(const Piece& piece);
  void mark_sentences();
  void mark_if_shouted(Range sentence, std::span<TextUnit> units);

  struct Spelling {
    std::uint32_t unit;
    std::size_t begin, end;  // in spellings_
  };

  FormMemo memo_;
  Stemmer stemmer_;
  Compound compound_;
  std::string_view text_, language_;
  std::vector<Word> words_;
  std::vector<TextUnit> units_;
  std::vector<Spelling> spelled_;
  std::string spellings_;
};

// Whether a unit by itself counts as an acronym: in two capitals or more, or with dots.
inline bool in_capitals(const Forms& forms, bool dotted) {
  return dotted || forms.capitals;
}

}  // namespace backfile
