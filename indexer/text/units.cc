// Compounds and characters laid out one after the other, then the sentences they stand in.
#include "indexer/text/units.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "indexer/text/ascii.h"
#include "indexer/text/boundaries.h"
#include "indexer/text/properties.h"
#include "indexer/text/unicode.h"
#include "indexer/text/word_shape.h"

namespace backfile {

namespace {

constexpr std::size_t longest_lone_word = 256;  // bytes; tokenize.cc leaves out much longer ones

// A character, and where the next begins.
struct Look {
  Stance stance;
  std::size_t end;
};

inline Look look_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {remembered<stance_of>(byte), at + 1};
  const char32_t c = take_code_point(text, at);
  return {remembered<stance_of>(c), at};
}

// Eight bytes at a time.
std::size_t ascii_letters_end(std::string_view text, std::size_t at) {
  constexpr std::uint64_t each = 0x0101010101010101u;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    // The high bit of a byte says: not below a, beyond z, beyond ASCII.
    const std::uint64_t small = (bytes & each * 0x7F) | each * 0x20;
    const std::uint64_t from_a = small + each * (0x80 - 'a');
    const std::uint64_t beyond_z = small + each * (0x80 - 'z' - 1);
    const std::uint64_t others = (~from_a | beyond_z | bytes) & each * 0x80;
    if (others != 0) return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
  }
  while (at < text.size() && is_ascii_letter(text[at])) ++at;
  return at;
}

bool parts_words(Stance stance) {
  return stance == Stance::sign || stance == Stance::inner || stance == Stance::tie;
}

// From `begin`, which is a boundary, over the signs that follow; not over the last of them where the
// rules may take what is behind it for a part of it.
std::size_t behind_signs(std::string_view text, std::size_t begin) {
  std::size_t last = begin;
  for (std::size_t at = begin; at < text.size();) {
    const Look look = look_at(text, at);
    if (!parts_words(look.stance)) return look.stance == Stance::uncertain ? last : at;
    last = at;
    at = look.end;
  }
  return text.size();
}

// Where a word ends that begins at `begin` and is a unit by itself, whatever is around it. 0 where
// rules must say, which they do for one word of twelve.
std::size_t lone_word_end(std::string_view text, std::size_t begin) {
  const Look first = look_at(text, begin);
  if (first.stance > Stance::digit) return 0;
  Look next = first;
  std::size_t end = first.stance == Stance::letter ? ascii_letters_end(text, begin) : first.end;
  if (end == begin) end = first.end;
  for (; end < text.size(); end = next.end) {
    next = look_at(text, end);
    if (next.stance != first.stance) break;
  }
  if (end - begin > longest_lone_word) return 0;
  if (end == text.size() || next.stance == Stance::sign || next.stance == Stance::dictionary) {
    return end;
  }
  if (next.stance != Stance::inner) return 0;
  return next.end == text.size() || parts_words(look_at(text, next.end).stance) ? end : 0;
}

}  // namespace

const std::vector<TextUnit>& UnitReader::read(std::string_view text, std::string_view language) {
  text_ = text;
  language_ = language;
  units_.clear();
  spelled_.clear();
  spellings_.clear();
  for (std::size_t at = 0; (at = behind_signs(text, at)) < text.size();) {
    if (const std::size_t end = lone_word_end(text, at); end != 0) {
      const bool digits = is_ascii_digit(text[at]);
      add_unit(at, end, digits ? WordKind::number : WordKind::letters);
      at = end;
    } else {
      at = read_by_rules(at);
    }
  }
  set_spellings();
  mark_sentences();
  return units_;
}

void UnitReader::add_unit(std::size_t begin, std::size_t end, WordKind kind) {
  TextUnit& unit = units_.emplace_back();
  unit.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  unit.kind = kind;
}

// Of the last unit.
void UnitReader::add_spelling(std::string_view spelling) {
  const std::size_t begin = spellings_.size();
  spellings_ += spelling;
  spelled_.push_back({static_cast<std::uint32_t>(units_.size() - 1), begin, spellings_.size()});
}

// Once spellings_ stays where it is.
void UnitReader::set_spellings() {
  for (const Spelling& spelling : spelled_) {
    units_[spelling.unit].spelling =
        std::string_view(spellings_).substr(spelling.begin, spelling.end - spelling.begin);
  }
}

// From `begin` to the next space: nothing that the rules tie together has one in it.
std::size_t UnitReader::read_by_rules(std::size_t begin) {
  words_.clear();
  const std::size_t end = Tokenizer::add_words_and_runs(text_, begin, words_);
  for (std::span<const Word> words = words_; !words.empty();) {
    words = words.subspan(words.front().kind == WordKind::ideographic ? read_run(words)
                                                                      : read_words(words));
  }
  return end;
}

std::size_t UnitReader::read_words(std::span<const Word> words) {
  const std::size_t used = read_compound(text_, words, language_, compound_);
  const std::size_t first = units_.size();
  for (const Piece& piece : compound_.pieces) {
    if (!has_form(piece)) continue;
    add_unit(piece.range.begin, piece.range.end, piece.kind);
    units_.back().dotted = piece.dotted;
    if (!piece.text.empty()) add_spelling(piece.text);
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
    add_unit(begin, end, WordKind::ideographic);
    begin = end;
  }
  return used;
}

void UnitReader::mark_sentences() {
  auto first = units_.begin();
  for (std::size_t begin = 0; first != units_.end();) {
    const std::size_t end = sentence_end(text_, begin);
    auto last = first;
    while (last != units_.end() && last->range.begin < end) ++last;
    if (last != first) {
      first->sentence_start = true;
      mark_if_shouted({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                      {first, last});
    }
    first = last;
    begin = end;
  }
}

void UnitReader::mark_if_shouted(Range sentence, std::span<TextUnit> units) {
  if (units.size() < fewest_shouted || has_small_letters(slice(text_, sentence))) return;
  const auto capitals = std::ranges::count_if(units, [&](const TextUnit& unit) {
    if (unit.kind == WordKind::ideographic) return false;
    const std::string_view spelling =
        unit.spelling.empty() ? slice(text_, unit.range) : unit.spelling;
    return unit.dotted || has_capitals_alone(spelling);
  });
  if (capitals < std::ptrdiff_t{fewest_shouted}) return;
  for (TextUnit& unit : units) unit.shouted = true;
}

}  // namespace backfile
