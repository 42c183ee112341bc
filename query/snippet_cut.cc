// Tries a few beginnings around the matches and keeps the cut that shows most of them.
#include "query/snippet_cut.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "indexer/text/compound.h"
#include "indexer/text/unicode.h"
#include "query/snippet_show.h"

namespace backfile {
namespace {

constexpr std::size_t most_starts = 200;  // places tried for the beginning of a cut

constexpr std::string_view clause_ends[] = {",",  ";",  ":",  ". ", "! ", "? ", ")", " –", "—", "”",
                                            "，", "；", "：", "。", "、", "）", "،", "؛",  "»"};

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

Range trim(const Reading& reading, Range range) {
  while (range.begin < range.end && is_space(reading.text[range.begin])) ++range.begin;
  while (range.begin < range.end && is_space(reading.text[range.end - 1])) --range.end;
  return range;
}

// The longest beginning of `text` that fits and does not cut a grapheme.
std::size_t fitting_prefix(std::string_view text, std::size_t width) {
  constexpr std::size_t longest_look = 4096;  // a column has seldom more than a few bytes
  text = text.substr(0, code_point_floor(text, std::min(text.size(), longest_look)));
  std::size_t low = 0, high = text.size();
  while (low < high) {
    const std::size_t middle = low + (high - low + 1) / 2;
    if (shown_width(text.substr(0, code_point_floor(text, middle))) <= width) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return grapheme_floor(text, low);
}

// The first offset from `offset` on that does not cut a grapheme, as words seldom do; `offset`
// where that is no grapheme but a heap of marks.
std::uint32_t grapheme_ceiling(std::string_view text, std::uint32_t offset) {
  constexpr std::uint32_t furthest = 64;
  for (std::uint32_t end = offset; end < offset + furthest && end < text.size(); ++end) {
    if (grapheme_floor(text, end) == end) return end;
  }
  return std::min(offset, static_cast<std::uint32_t>(text.size()));
}

std::uint32_t grapheme_begin(std::string_view text, std::uint32_t offset) {
  return static_cast<std::uint32_t>(grapheme_floor(text, offset));
}

class Cutter {
 public:
  Cutter(const Reading& reading, const Cut& whole, std::size_t width)
      : reading_(reading), whole_(whole), stretch_(whole.range), width_(width) {
    find_words();
    for (const LeafMatch& match : reading.matches) {
      const bool inside = match.extent.begin >= stretch_.begin && match.extent.end <= stretch_.end;
      if (inside && shown_width(reading.bytes(match.extent)) <= width) matches_.push_back(&match);
    }
    std::ranges::sort(matches_, {}, [](const LeafMatch* match) { return match->extent; });
  }

  Cut cut() const {
    if (matches_.empty()) {
      if (const auto wide = around_shortest_match()) return *wide;
    }
    Cut best;
    double best_value = -1;
    const auto consider = [&](std::size_t first, bool before) {
      Cut candidate{{}, before, false};
      if (!cut_from(first, candidate)) return;
      const bool new_clause = candidate.before && first > 0 && clause_ends_behind(first - 1);
      const double value = value_of(candidate) + (new_clause ? 0.1 : 0);
      if (value > best_value) best = candidate, best_value = value;
    };
    if (!words_.empty()) consider(0, whole_.before);
    for (const std::size_t first : starts()) consider(first, true);
    return best_value >= 0 ? best : cut_anywhere();
  }

 private:
  struct Word {
    Range range;
    bool stop_word = false;
    std::size_t begin_column = 0, end_column = 0;
  };

  // Words as a cut may leave them: what hyphens tie as one, since "Bahn-Hof-" of "Bahn-Hof-Uhr"
  // would be another word.
  void find_words() {
    for (const Token& token : reading_.tokens) {
      if (token.kind == TokenKind::bigram || token.range.begin < stretch_.begin) continue;
      if (token.range.end > stretch_.end) break;
      if (!words_.empty() && belongs_to(words_.back().range, token.range)) {
        words_.back().range.end = std::max(words_.back().range.end, token.range.end);
        words_.back().stop_word = false;
      } else {
        words_.push_back({token.range, token.stop_word});
      }
    }
    std::size_t column = 0;
    std::uint32_t at = stretch_.begin;
    for (Word& word : words_) {
      column += shown_width(reading_.bytes({at, word.range.begin}));
      word.begin_column = column;
      column += shown_width(reading_.bytes(word.range));
      word.end_column = column;
      at = word.range.end;
    }
    end_column_ = column + shown_width(reading_.bytes({at, stretch_.end}));
  }

  bool belongs_to(Range word, Range next) const {
    return next.begin < word.end || is_hyphen(reading_.bytes({word.end, next.begin}));
  }

  // For each match, the word that begins it and one before that leaves it some context.
  std::set<std::size_t> starts() const {
    std::set<std::size_t> starts;
    for (std::size_t i = 0; i < std::min(matches_.size(), most_starts); ++i) {
      const std::size_t word = word_at(matches_[i]->extent.begin);
      starts.insert(word);
      const std::size_t early = first_from_column(words_[word].begin_column, width_ / 3);
      starts.insert(early);
      for (std::size_t clause = early; clause < word; ++clause) {
        if (clause_ends_behind(clause)) {
          starts.insert(clause + 1);
          break;
        }
      }
    }
    // And the one from which all the rest fits.
    if (!words_.empty()) starts.insert(first_from_column(end_column_, width_ - ellipsis_columns));
    return starts;
  }

  std::size_t word_at(std::uint32_t offset) const {
    const auto after = std::ranges::upper_bound(words_, offset, {},
                                                [](const Word& word) { return word.range.begin; });
    return after == words_.begin() ? 0 : static_cast<std::size_t>(after - words_.begin()) - 1;
  }

  // The first word that begins at most `back` columns before `column`.
  std::size_t first_from_column(std::size_t column, std::size_t back) const {
    const std::size_t from = column > back ? column - back : 0;
    const auto word = std::ranges::lower_bound(words_, from, {}, &Word::begin_column);
    return word == words_.end() ? words_.size() - 1
                                : static_cast<std::size_t>(word - words_.begin());
  }

  // From this word as far as it fits; false if a match would be cut.
  bool cut_from(std::size_t first, Cut& cut) const {
    cut.range.begin = cut.before ? with_opening_marks(first) : stretch_.begin;
    cut.before = whole_.before || cut.range.begin > stretch_.begin;
    if (cut.before && splits_match(cut.range.begin)) return false;
    const std::size_t marks =
        shown_width(reading_.bytes({cut.range.begin, words_[first].range.begin}));
    const std::size_t from = words_[first].begin_column - marks;
    const std::size_t room = width_ - (cut.before ? ellipsis_columns : 0);
    if (end_column_ - from + (whole_.after ? ellipsis_columns : 0) <= room) {
      cut.range.end = stretch_.end;
      cut.after = whole_.after;
      return true;
    }
    cut.after = true;
    for (std::size_t last = words_.size(); last-- > first;) {
      if (words_[last].end_column - from + ellipsis_columns > room) continue;
      cut.range.end = grapheme_ceiling(reading_.text, words_[last].range.end);
      if (splits_match(cut.range.end)) continue;
      if (!end_with_clause(first, last, cut)) end_with_content(first, last, cut);
      return true;
    }
    return false;
  }

  // Back to where a clause ends, if that is near and loses no match: so would a person cut.
  bool end_with_clause(std::size_t first, std::size_t last, Cut& cut) const {
    const std::size_t furthest =
        words_[last].end_column - std::min(width_ / 4, words_[last].end_column);
    for (std::size_t i = last + 1; i-- > first && words_[i].end_column >= furthest;) {
      if (clause_ends_behind(i)) return end_behind(i, cut);
    }
    return false;
  }

  // "out of the Museum of the …" says no more than "out of the Museum …".
  void end_with_content(std::size_t first, std::size_t last, Cut& cut) const {
    while (last > first && words_[last].stop_word && end_behind(last - 1, cut)) --last;
  }

  // Unless a match would be lost.
  bool end_behind(std::size_t word, Cut& cut) const {
    const std::uint32_t end = grapheme_ceiling(reading_.text, words_[word].range.end);
    const bool loses = std::ranges::any_of(matches_, [&](const LeafMatch* match) {
      return match->extent.end > end && match->extent.end <= cut.range.end;
    });
    if (loses || splits_match(end)) return false;
    cut.range.end = end;
    return true;
  }

  bool clause_ends_behind(std::size_t word) const {
    const std::uint32_t begin = words_[word].range.end;
    const std::uint32_t end =
        word + 1 < words_.size() ? words_[word + 1].range.begin : stretch_.end;
    const std::string_view between = reading_.bytes({std::min(begin, end), end});
    return std::ranges::any_of(clause_ends, [&](std::string_view mark) {
      return between.find(mark) != std::string_view::npos;
    });
  }

  // A bracket or a quotation mark right before a word belongs to it.
  std::uint32_t with_opening_marks(std::size_t word) const {
    constexpr std::uint32_t longest = 8;  // bytes
    const std::uint32_t begin = grapheme_begin(reading_.text, words_[word].range.begin);
    const std::uint32_t after =
        std::min(begin, word == 0 ? stretch_.begin : words_[word - 1].range.end);
    const std::string_view between = reading_.bytes({after, begin});
    const std::size_t space = between.find_last_of(" \n\t");
    if (space == std::string_view::npos) return begin;
    const std::uint32_t marks = after + static_cast<std::uint32_t>(space) + 1;
    return begin - marks <= longest ? marks : begin;
  }

  bool splits_match(std::uint32_t offset) const {
    return std::ranges::any_of(matches_, [&](const LeafMatch* match) {
      return match->extent.begin < offset && offset < match->extent.end;
    });
  }

  // Different leaves first, then a clean beginning, then more of the same.
  double value_of(const Cut& cut) const {
    std::set<std::uint32_t> leaves;
    double times = 0;
    for (const LeafMatch* match : matches_) {
      if (match->extent.begin < cut.range.begin || match->extent.end > cut.range.end) continue;
      leaves.insert(match->leaf);
      ++times;
    }
    return static_cast<double>(leaves.size()) + (cut.before ? 0 : 0.5) + (cut.after ? 0 : 0.2) +
           0.3 * times / (times + 2);
  }

  // A match too wide for the passage is shown all the same, within bounds.
  std::optional<Cut> around_shortest_match() const {
    const auto length_of = [](Range range) { return range.end - range.begin; };
    const LeafMatch* shortest = nullptr;
    for (const LeafMatch& match : reading_.matches) {
      if (match.extent.begin < stretch_.begin || match.extent.end > stretch_.end) continue;
      if (shortest == nullptr || length_of(match.extent) < length_of(shortest->extent)) {
        shortest = &match;
      }
    }
    if (shortest == nullptr) return std::nullopt;
    const Range words = widened(shortest->extent);
    if (shown_width(reading_.bytes(words)) > 4 * width_) return std::nullopt;
    return Cut{words, whole_.before || words.begin > stretch_.begin,
               whole_.after || words.end < stretch_.end};
  }

  // Nothing fits between words: a word without end, or no words at all.
  Cut cut_anywhere() const {
    if (const auto wide = around_shortest_match()) return *wide;
    const std::size_t room = width_ - ellipsis_columns;
    const std::size_t length = fitting_prefix(reading_.bytes(stretch_), room);
    const std::uint32_t end = stretch_.begin + static_cast<std::uint32_t>(length);
    return {{stretch_.begin, end}, whole_.before, whole_.after || end < stretch_.end};
  }

  // With the rest of the words and matches that it begins and ends in.
  Range widened(Range range) const {
    const auto take_in = [&](Range other) {
      if (other.begin < range.begin && range.begin < other.end) range.begin = other.begin;
      if (other.begin < range.end && range.end < other.end) range.end = other.end;
    };
    for (Range before; before != range;) {
      before = range;
      for (const Word& word : words_) take_in(word.range);
      for (const LeafMatch* match : matches_) take_in(match->extent);
      range.begin = std::max(stretch_.begin, grapheme_begin(reading_.text, range.begin));
      range.end = std::min(stretch_.end, grapheme_ceiling(reading_.text, range.end));
    }
    return range;
  }

  const Reading& reading_;
  Cut whole_;
  Range stretch_;
  std::size_t width_;
  std::vector<Word> words_;
  std::vector<const LeafMatch*> matches_;  // that fit
  std::size_t end_column_ = 0;
};

}  // namespace

std::size_t columns(const Reading& reading, const Cut& cut) {
  return shown_width(reading.bytes(cut.range)) + (cut.before ? ellipsis_columns : 0) +
         (cut.after ? ellipsis_columns : 0);
}

Cut uncut(const Reading& reading, Range stretch) {
  return {trim(reading, stretch), reading.begin != Edge::sentence && stretch.begin == 0,
          reading.end != Edge::sentence && stretch.end == reading.text.size()};
}

Cut cut_to_fit(const Reading& reading, Range stretch, std::size_t width) {
  const Cut whole = uncut(reading, stretch);
  width = std::max<std::size_t>(width, 10);
  if (columns(reading, whole) <= width) return whole;
  return Cutter(reading, whole, width).cut();
}

}  // namespace backfile
