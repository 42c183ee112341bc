// Units made the plain way: all words, then compounds, then sentences. What UnitReader is held to.
//
// Slow and short: every step is a function of its own room, none takes a short cut of units.cc.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "indexer/text/analyzer.h"
#include "indexer/text/compound.h"
#include "indexer/text/tokenize.h"
#include "indexer/text/unicode.h"
#include "indexer/text/units.h"
#include "indexer/text/word_shape.h"

namespace backfile::test {

// A TextUnit that keeps its spelling.
struct PlainUnit {
  Range range;
  WordKind kind = WordKind::letters;
  bool dotted = false, joined = false, sentence_start = false, shouted = false;
  std::string spelling;

  friend bool operator==(const PlainUnit&, const PlainUnit&) = default;

  friend std::ostream& operator<<(std::ostream& out, const PlainUnit& unit) {
    return out << unit.range.begin << '-' << unit.range.end << " kind "
               << static_cast<int>(unit.kind) << " dotted " << unit.dotted << " joined "
               << unit.joined << " start " << unit.sentence_start << " shouted " << unit.shouted
               << " '" << unit.spelling << "'";
  }
};

inline std::vector<PlainUnit> kept(const std::vector<TextUnit>& units) {
  std::vector<PlainUnit> all;
  for (const TextUnit& unit : units) {
    all.push_back({unit.range, unit.kind, unit.dotted, unit.joined, unit.sentence_start,
                   unit.shouted, std::string(unit.spelling)});
  }
  return all;
}

class PlainUnitReader {
 public:
  std::vector<PlainUnit> read(std::string_view text, std::string_view language) {
    units_.clear();
    std::vector<Word> all;
    for (std::size_t at = 0; at < text.size();) {
      at = Tokenizer::add_words_and_runs(text, at, all);
    }
    for (std::span<const Word> words = all; !words.empty();) {
      words = words.subspan(words.front().kind == WordKind::ideographic
                                ? read_run(text, words)
                                : read_words(text, language, words));
    }
    for (const Range& sentence : analyzer_.sentences(text)) mark(text, language, sentence);
    return units_;
  }

 private:
  const Forms& forms(std::string_view text, std::string_view language, const PlainUnit& unit) {
    return analyzer_.forms(unit.spelling.empty() ? slice(text, unit.range) : unit.spelling,
                           language);
  }

  std::size_t read_words(std::string_view text, std::string_view language,
                         std::span<const Word> words) {
    Compound compound;
    const std::size_t used = read_compound(text, words, language, compound);
    const std::size_t first = units_.size();
    for (const Piece& piece : compound.pieces) {
      PlainUnit unit;
      std::tie(unit.range, unit.kind, unit.dotted, unit.spelling) =
          std::tie(piece.range, piece.kind, piece.dotted, piece.text);
      if (!forms(text, language, unit).term.empty()) units_.push_back(unit);
    }
    const bool complete = units_.size() - first == compound.pieces.size();
    for (std::size_t i = first; i + 1 < units_.size(); ++i) {
      units_[i].joined = compound.joined && complete;
    }
    return used;
  }

  std::size_t read_run(std::string_view text, std::span<const Word> words) {
    std::size_t used = 1;
    while (used < words.size() && words[used].kind == WordKind::ideographic &&
           words[used].range.begin == words[used - 1].range.end) {
      ++used;
    }
    const std::string_view run = text.substr(0, words[used - 1].range.end);
    for (std::size_t begin = words[0].range.begin; begin < run.size();) {
      const std::size_t end = character_end(run, begin);
      PlainUnit unit;
      unit.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
      unit.kind = WordKind::ideographic;
      units_.push_back(unit);
      begin = end;
    }
    return used;
  }

  void mark(std::string_view text, std::string_view language, Range sentence) {
    std::vector<PlainUnit*> inside;
    std::size_t capitals = 0;
    for (PlainUnit& unit : units_) {
      if (unit.range.begin < sentence.begin || unit.range.begin >= sentence.end) continue;
      inside.push_back(&unit);
      capitals += unit.kind != WordKind::ideographic &&
                          in_capitals(forms(text, language, unit), unit.dotted)
                      ? 1
                      : 0;
    }
    if (!inside.empty()) inside.front()->sentence_start = true;
    if (inside.size() < fewest_shouted || capitals < fewest_shouted) return;
    if (has_small_letters(slice(text, sentence))) return;
    for (PlainUnit* unit : inside) unit->shouted = true;
  }

  Analyzer analyzer_;
  std::vector<PlainUnit> units_;
};

}  // namespace backfile::test
