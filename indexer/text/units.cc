// Compounds and characters laid out one after the other, then the sentences they stand in.
#include "indexer/text/units.h"

#include <algorithm>

#include "indexer/text/unicode.h"
#include "indexer/text/word_shape.h"

namespace backfile {

const std::vector<TextUnit>& UnitReader::read(std::string_view text, std::string_view language) {
  text_ = text;
  language_ = language;
  units_.clear();
  const std::vector<Word> all = tokenizer_.words_and_runs(text);
  for (std::span<const Word> words = all; !words.empty();) {
    words = words.subspan(words.front().kind == WordKind::ideographic ? read_run(words)
                                                                      : read_words(words));
  }
  mark_sentences();
  return units_;
}

std::size_t UnitReader::read_words(std::span<const Word> words) {
  const std::size_t used = read_compound(text_, words, language_, compound_);
  const std::size_t first = units_.size();
  for (Piece& piece : compound_.pieces) {
    if (!has_form(piece)) continue;
    TextUnit& unit = units_.emplace_back();
    unit.range = piece.range;
    unit.kind = piece.kind;
    unit.dotted = piece.dotted;
    unit.spelling = std::move(piece.text);
  }
  const bool complete = units_.size() - first == compound_.pieces.size();
  if (!compound_.joined || !complete) return used;
  for (std::size_t i = first; i + 1 < units_.size(); ++i) units_[i].joined = true;
  return used;
}

// All but words of invisible characters alone, which folding leaves nothing of.
bool UnitReader::has_form(const Piece& piece) {
  const std::string_view spelling = piece.text.empty() ? slice(text_, piece.range) : piece.text;
  std::size_t behind = 0;
  return is_sure_to_fold(take_code_point(spelling, behind)) ||
         !forms(spelling, language_).term.empty();
}

// Characters of a script without spaces, one unit each, over words that touch.
std::size_t UnitReader::read_run(std::span<const Word> words) {
  std::size_t used = 1;
  while (used < words.size() && words[used].kind == WordKind::ideographic &&
         words[used].range.begin == words[used - 1].range.end) {
    ++used;
  }
  const std::string_view run = text_.substr(0, words[used - 1].range.end);
  for (std::uint32_t begin = words[0].range.begin; begin < run.size();) {
    const auto end = static_cast<std::uint32_t>(character_end(run, begin));
    TextUnit& unit = units_.emplace_back();
    unit.range = {begin, end};
    unit.kind = WordKind::ideographic;
    begin = end;
  }
  return used;
}

void UnitReader::mark_sentences() {
  auto first = units_.begin();
  for (const Range& sentence : tokenizer_.sentences(text_)) {
    auto last = first;
    while (last != units_.end() && last->range.begin < sentence.end) ++last;
    if (last != first) {
      first->sentence_start = true;
      mark_if_shouted(sentence, {first, last});
    }
    first = last;
  }
}

void UnitReader::mark_if_shouted(Range sentence, std::span<TextUnit> units) {
  if (units.size() < fewest_shouted || has_small_letters(slice(text_, sentence))) return;
  const auto capitals = std::ranges::count_if(units, [&](const TextUnit& unit) {
    if (unit.kind == WordKind::ideographic) return false;
    const std::string_view spelling =
        unit.spelling.empty() ? slice(text_, unit.range) : unit.spelling;
    return in_capitals(forms(spelling, language_), unit.dotted);
  });
  if (capitals < std::ptrdiff_t{fewest_shouted}) return;
  for (TextUnit& unit : units) unit.shouted = true;
}

}  // namespace backfile
