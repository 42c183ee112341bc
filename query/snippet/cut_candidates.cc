// Takes the words of the text, adds the punctuation that touches them, then tells where clauses
// and sentences end.
#include "query/snippet/cut_candidates.h"

#include <algorithm>
#include <string_view>

#include "indexer/text/compound.h"
#include "indexer/text/unicode.h"
#include "query/snippet/render_snippet.h"

namespace backfile {
namespace {

constexpr std::string_view clause_ends[] = {",",  ";",  ":",  "! ", "? ", ")",  " –", "—", "”",
                                            "，", "；", "：", "。", "、", "）", "،",  "؛", "»"};

// Right behind a word, without a space, they close what was opened before it.
constexpr std::string_view closing_marks[] = {"\"", "'", "”",  "’",  "»",  "›",
                                              ")",  "]", "」", "』", "）", "》"};

// A bracket or a quotation mark right before a word belongs to it.
std::uint32_t with_opening_marks(std::string_view text, std::uint32_t after, std::uint32_t begin) {
  constexpr std::uint32_t longest = 8;  // bytes
  const std::string_view between = text.substr(after, begin - after);
  const std::size_t space = between.find_last_of(" \n\t");
  if (space == std::string_view::npos) return begin;
  const std::uint32_t marks = after + static_cast<std::uint32_t>(space) + 1;
  return begin - marks <= longest ? marks : begin;
}

std::uint32_t with_closing_marks(std::string_view text, std::uint32_t end, std::uint32_t before) {
  for (;;) {
    const std::string_view rest = text.substr(end, before - end);
    const auto mark = std::ranges::find_if(
        closing_marks, [&](std::string_view candidate) { return rest.starts_with(candidate); });
    if (mark == std::end(closing_marks)) return end;
    end += static_cast<std::uint32_t>(mark->size());
  }
}

// Whether a word that begins at or close behind the end of another is one word with it.
bool is_tied(const MatchedText& matched, std::uint32_t end, Range next) {
  if (next.begin < end) return true;
  const std::string_view gap = matched.bytes({end, next.begin});
  if (is_hyphen(gap)) return true;
  const auto is_digit = [&](std::uint32_t offset) {
    return matched.text[offset] >= '0' && matched.text[offset] <= '9';
  };
  if ((gap == ":" || gap == "/") && is_digit(end - 1) && is_digit(next.begin)) return true;
  if (!gap.starts_with('.') || !std::ranges::all_of(gap.substr(1), is_ascii_space)) return false;
  const auto sentence = std::ranges::upper_bound(matched.sentences, end, {}, &Range::begin);
  return sentence == matched.sentences.end() || sentence->begin > next.begin;
}

// The words of the stretch; of a run of characters those that a dictionary finds, each as one.
std::vector<TextWord> words_of(const MatchedText& matched, Range stretch) {
  std::vector<TextWord> words;
  const auto take = [&](const TextWord& word) {
    if (contains(stretch, word.range)) words.push_back(word);
  };
  const auto& all = matched.words;
  for (std::size_t i = 0; i < all.size() && all[i].range.begin < stretch.end;) {
    const std::size_t first = i++;
    if (!all[first].is_character || matched.analyzer == nullptr) {
      take(all[first]);
      continue;
    }
    while (i < all.size() && all[i].is_character && all[i].range.begin == all[i - 1].range.end) ++i;
    const Range run = {all[first].range.begin, all[i - 1].range.end};
    if (run.end <= stretch.begin) continue;
    TextWord word = all[first];
    for (const Range found : matched.analyzer->words_of_run(matched.bytes(run))) {
      word.range = {run.begin + found.begin, run.begin + found.end};
      take(word);
    }
  }
  return words;
}

// Whether nothing parts two words of a script with spaces: S and 400 of "S400".
bool is_piece(const CutCandidate& word, const TextWord& next) {
  return !word.unspaced && !next.is_character && word.range.end == next.range.begin;
}

bool has_clause_end(std::string_view between) {
  return std::ranges::any_of(clause_ends, [&](std::string_view mark) {
    return between.find(mark) != std::string_view::npos;
  });
}

}  // namespace

CutCandidates::CutCandidates(const MatchedText& matched, Range stretch) {
  find(matched, stretch);
  take_in_marks(matched, stretch);
  find_ends(matched, stretch);
  measure(matched, stretch);
}

// Words joined by hyphens are one, since "Bahn-Hof-" cut from "Bahn-Hof-Uhr" would be another word,
// and so is "8:00". An abbreviation stays with the word behind it.
void CutCandidates::find(const MatchedText& matched, Range stretch) {
  for (const TextWord& next : words_of(matched, stretch)) {
    const bool belongs =
        !words_.empty() &&
        (is_tied(matched, words_.back().range.end, next.range) || is_piece(words_.back(), next));
    if (belongs) {
      words_.back().range.end = std::max(words_.back().range.end, next.range.end);
      words_.back().stop_word = false;
    } else {
      CutCandidate& word = words_.emplace_back();
      word.range = next.range;
      word.stop_word = next.stop_word;
      word.unspaced = next.is_character;
    }
  }
}

void CutCandidates::take_in_marks(const MatchedText& matched, Range stretch) {
  std::uint32_t after = stretch.begin;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    CutCandidate& word = words_[i];
    const std::uint32_t before = i + 1 < words_.size() ? words_[i + 1].range.begin : stretch.end;
    const std::uint32_t begin = std::max(after, grapheme_begin(matched.text, word.range.begin));
    const std::uint32_t end = std::min(before, grapheme_ceiling(matched.text, word.range.end));
    word.with_marks.begin = with_opening_marks(matched.text, after, begin);
    word.with_marks.end =
        grapheme_ceiling(matched.text, with_closing_marks(matched.text, end, before));
    after = std::max(word.range.end, word.with_marks.end);
  }
}

void CutCandidates::find_ends(const MatchedText& matched, Range stretch) {
  auto sentence = matched.sentences.begin();
  const auto last = matched.sentences.end();
  for (std::size_t i = 0; i < words_.size(); ++i) {
    CutCandidate& word = words_[i];
    const bool is_last = i + 1 == words_.size();
    const std::uint32_t before = is_last ? stretch.end : words_[i + 1].range.begin;
    const std::string_view between = matched.bytes({std::min(word.range.end, before), before});
    word.ends_clause = has_clause_end(between) || (word.unspaced && between.starts_with(' '));
    while (sentence != last && sentence->end < word.range.end) ++sentence;
    if (is_last || sentence == last || sentence->end > before) continue;
    const std::uint32_t end = without_spaces(matched, {word.range.begin, sentence->end}).end;
    if (grapheme_begin(matched.text, end) != end) continue;
    word.ends_clause = word.ends_sentence = true;
    word.with_marks.end = std::max(word.range.end, end);
    words_[i + 1].begins_sentence = true;
    words_[i + 1].with_marks.begin =
        std::min(words_[i + 1].range.begin,
                 without_spaces(matched, {sentence->end, words_[i + 1].range.end}).begin);
  }
}

void CutCandidates::measure(const MatchedText& matched, Range stretch) {
  std::uint32_t at = stretch.begin;
  const auto go_to = [&](std::uint32_t offset) {
    if (offset > at) columns_ += shown_width(matched.bytes({at, offset})), at = offset;
    return columns_;
  };
  for (CutCandidate& word : words_) {
    word.begin_column = go_to(word.with_marks.begin);
    word.end_column = go_to(word.with_marks.end);
  }
  go_to(stretch.end);
}

std::size_t CutCandidates::at(std::uint32_t offset) const {
  const auto after = std::ranges::upper_bound(words_, offset, {},
                                              [](const CutCandidate& w) { return w.range.begin; });
  return after == words_.begin() ? 0 : static_cast<std::size_t>(after - words_.begin()) - 1;
}

std::size_t CutCandidates::from_column(std::size_t column) const {
  const auto word = std::ranges::lower_bound(words_, column, {}, &CutCandidate::begin_column);
  return word == words_.end() ? words_.size() - 1 : static_cast<std::size_t>(word - words_.begin());
}

std::uint32_t grapheme_begin(std::string_view text, std::uint32_t offset) {
  return static_cast<std::uint32_t>(grapheme_floor(text, offset));
}

// Words seldom end inside a grapheme. Anything that goes on for long is not a grapheme but a heap
// of combining marks.
std::uint32_t grapheme_ceiling(std::string_view text, std::uint32_t offset) {
  constexpr std::uint32_t furthest = 64;
  for (std::uint32_t end = offset; end < offset + furthest && end < text.size(); ++end) {
    if (grapheme_floor(text, end) == end) return end;
  }
  return std::min(offset, static_cast<std::uint32_t>(text.size()));
}

Range without_last_comma(const MatchedText& matched, Range range) {
  constexpr std::string_view commas[] = {",",  ";",  ":",  " –", "—", "，",
                                         "；", "：", "、", "،",  "؛"};
  const std::string_view text = matched.bytes(range);
  for (const std::string_view comma : commas) {
    if (text.size() <= comma.size() || !text.ends_with(comma)) continue;
    const std::uint32_t end = range.end - static_cast<std::uint32_t>(comma.size());
    if (grapheme_begin(matched.text, end) == end) return {range.begin, end};
  }
  return range;
}

Range without_spaces(const MatchedText& matched, Range range) {
  while (range.begin < range.end && is_ascii_space(matched.text[range.begin])) ++range.begin;
  while (range.begin < range.end && is_ascii_space(matched.text[range.end - 1])) --range.end;
  return range;
}

}  // namespace backfile
