// Tries a few beginnings around the matches and a few ends for each of them, and keeps the cut that
// reads best.
#include "query/snippet/cut.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"
#include "query/snippet/cut_candidates.h"
#include "query/snippet/render_snippet.h"

namespace backfile {
namespace {

constexpr std::size_t most_starts = 200;  // places tried for the beginning of a cut

// What makes a cut good; the weights were set by judgement. Each pattern shown counts 1.
constexpr double whole_beginning = 0.5;  // of a sentence
constexpr double whole_end = 0.3;
constexpr double at_a_clause = 0.2;  // either end, where it is not whole
constexpr double again = 0.3;        // more of the same
constexpr double fullness = 0.6;     // of the width

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

class Cutter {
 public:
  Cutter(const MatchedText& matched, const Cut& whole, std::size_t width,
         const std::set<std::uint32_t>& shown)
      : matched_(matched),
        shown_(shown),
        whole_(whole),
        stretch_(whole.range),
        width_(width),
        words_(matched, whole.range) {
    for (const TextMatch& match : matched.matches) {
      if (contains(stretch_, match.extent) && shown_width(matched.bytes(match.extent)) <= width) {
        matches_.push_back(&match);
      }
    }
    std::ranges::sort(matches_, {}, [](const TextMatch* match) { return match->extent; });
  }

  Cut cut() {
    if (matches_.empty()) {
      if (const auto wide = around_shortest_match()) return *wide;
    }
    for (const std::size_t first : starts()) try_from(first);
    return best_value_ >= 0 ? best_ : cut_anywhere();
  }

 private:
  // Words to begin at: the first; the first word of each match and some before it that give it
  // context, preferably at the beginning of a sentence or a clause; and the first word from which
  // the whole rest fits.
  std::set<std::size_t> starts() const {
    if (words_.empty()) return {};
    std::set<std::size_t> starts{0};
    for (std::size_t i = 0; i < std::min(matches_.size(), most_starts); ++i) {
      const std::size_t word = words_.at(matches_[i]->extent.begin);
      starts.insert(word);
      const std::size_t column = words_[word].begin_column;
      const std::size_t early = words_.from_column(column - std::min(column, width_ / 3));
      starts.insert(early);
      bool has_clause = false;
      for (std::size_t j = early; j < word; ++j) {
        if (words_[j].ends_sentence || (words_[j].ends_clause && !has_clause)) starts.insert(j + 1);
        has_clause |= words_[j].ends_clause;
      }
    }
    const std::size_t room = width_ - ellipsis_columns;
    starts.insert(words_.from_column(words_.columns() - std::min(words_.columns(), room)));
    return starts;
  }

  // Tries the furthest end that fits and, before it, those where a sentence or a clause ends.
  void try_from(std::size_t first) {
    Cut cut{{}, false, false};
    cut.range.begin = first == 0 ? stretch_.begin : words_[first].with_marks.begin;
    cut.before = first == 0 ? whole_.before : !words_[first].begins_sentence;
    if (first > 0 && splits_match(cut.range.begin)) return;
    const std::size_t from = first == 0 ? 0 : words_[first].begin_column;
    const std::size_t room = width_ - (cut.before ? ellipsis_columns : 0);
    const double beginning = !cut.before                                  ? whole_beginning
                             : first > 0 && words_[first - 1].ends_clause ? at_a_clause
                                                                          : 0;
    if (words_.columns() - from + (whole_.after ? ellipsis_columns : 0) <= room) {
      cut.range.end = stretch_.end;
      cut.after = whole_.after;
      consider(cut, beginning + (cut.after ? 0 : whole_end), words_.columns() - from);
      return;
    }
    bool has_end = false, has_clause = false, has_sentence = false;
    const std::size_t furthest = furthest_fitting(first, from, room);
    for (std::size_t last = furthest; last-- > first && !has_sentence;) {
      const CutCandidate& word = words_[last];
      const bool is_end = word.ends_sentence || (word.ends_clause && !has_clause) ||
                          (!has_end && (!word.stop_word || last == first || ends_match(word)));
      if (!is_end || !ends_at(last, from, room, cut)) continue;
      consider(cut,
               beginning + (!cut.after         ? whole_end
                            : word.ends_clause ? at_a_clause
                                               : 0),
               word.end_column - from);
      has_end = true;
      has_clause |= word.ends_clause;
      has_sentence = word.ends_sentence;
    }
  }

  // The index behind the last word that fits.
  std::size_t furthest_fitting(std::size_t first, std::size_t from, std::size_t room) const {
    std::size_t behind = first;
    while (behind < words_.size() && words_[behind].end_column - from <= room) ++behind;
    return behind;
  }

  // Ends the cut behind a word, if it fits and cuts no match.
  bool ends_at(std::size_t last, std::size_t from, std::size_t room, Cut& cut) const {
    cut.after = !words_[last].ends_sentence;
    if (words_[last].end_column - from + (cut.after ? ellipsis_columns : 0) > room) return false;
    cut.range.end = words_[last].with_marks.end;
    return !splits_match(cut.range.end);
  }

  // Different patterns first, then clean ends, then more of the same and of the text.
  void consider(const Cut& cut, double ends, std::size_t columns) {
    std::set<std::uint32_t> patterns;
    double times = 0;
    for (const TextMatch* match : matches_) {
      if (!contains(cut.range, match->extent)) continue;
      patterns.insert(match->pattern);
      ++times;
    }
    double value_of_patterns = 0;
    for (const std::uint32_t pattern : patterns)
      value_of_patterns += shown_.contains(pattern) ? again : 1;
    const double value = value_of_patterns + ends + again * times / (times + 2) +
                         fullness * static_cast<double>(columns) / static_cast<double>(width_);
    if (value > best_value_) best_ = cut, best_value_ = value;
  }

  bool ends_match(const CutCandidate& word) const {
    return std::ranges::any_of(matches_, [&](const TextMatch* match) {
      return word.range.begin < match->extent.end && match->extent.end <= word.range.end;
    });
  }

  bool splits_match(std::uint32_t offset) const {
    return std::ranges::any_of(matches_, [&](const TextMatch* match) {
      return match->extent.begin < offset && offset < match->extent.end;
    });
  }

  // A match too wide for the passage is shown all the same, within bounds.
  std::optional<Cut> around_shortest_match() const {
    const auto length_of = [](Range range) { return range.end - range.begin; };
    const TextMatch* shortest = nullptr;
    for (const TextMatch& match : matched_.matches) {
      if (!contains(stretch_, match.extent)) continue;
      if (shortest == nullptr || length_of(match.extent) < length_of(shortest->extent)) {
        shortest = &match;
      }
    }
    if (shortest == nullptr) return std::nullopt;
    const Range words = widened(shortest->extent);
    if (shown_width(matched_.bytes(words)) > 4 * width_) return std::nullopt;
    return Cut{words, whole_.before || words.begin > stretch_.begin,
               whole_.after || words.end < stretch_.end};
  }

  // For text in which nothing fits without cutting a match, as when matches overlap in a chain:
  // whole words, beginning with the shortest match, or else a part of an endless word.
  Cut cut_anywhere() const {
    const auto wide = around_shortest_match();
    if (wide && (matches_.empty() || columns(matched_, *wide) <= width_)) return *wide;
    const std::size_t first = wide && !words_.empty() ? words_.at(wide->range.begin) : 0;
    const std::uint32_t begin = first == 0 ? stretch_.begin : words_[first].with_marks.begin;
    const std::size_t from = first == 0 ? 0 : words_[first].begin_column;
    const std::size_t room = width_ - 2 * ellipsis_columns;
    const std::size_t behind = furthest_fitting(first, from, room);
    const std::uint32_t end =
        behind > first ? words_[behind - 1].with_marks.end : end_of_some(begin, behind, room);
    return {
        {begin, end}, whole_.before || begin > stretch_.begin, whole_.after || end < stretch_.end};
  }

  // The end of what fits from `begin` on, without part of a word. Something too long to be a word
  // may come before one.
  std::uint32_t end_of_some(std::uint32_t begin, std::size_t next_word, std::size_t room) const {
    const std::size_t some = fitting_prefix(matched_.bytes({begin, stretch_.end}), room);
    const std::uint32_t end = begin + static_cast<std::uint32_t>(some);
    if (next_word == words_.size()) return end;
    const std::uint32_t next = words_[next_word].with_marks.begin;
    return begin < next && next < end ? without_spaces(matched_, {begin, next}).end : end;
  }

  // The range widened to whole words and matches at both ends.
  Range widened(Range range) const {
    const auto take_in = [&](Range other) {
      if (other.begin < range.begin && range.begin < other.end) range.begin = other.begin;
      if (other.begin < range.end && range.end < other.end) range.end = other.end;
    };
    for (Range before; before != range;) {
      before = range;
      for (std::size_t i = 0; i < words_.size(); ++i) take_in(words_[i].range);
      for (const TextMatch* match : matches_) take_in(match->extent);
      range.begin = std::max(stretch_.begin, grapheme_begin(matched_.text, range.begin));
      range.end = std::min(stretch_.end, grapheme_ceiling(matched_.text, range.end));
    }
    return range;
  }

  const MatchedText& matched_;
  const std::set<std::uint32_t>& shown_;
  Cut whole_;
  Range stretch_;
  std::size_t width_;
  CutCandidates words_;
  std::vector<const TextMatch*> matches_;  // that fit
  Cut best_;
  double best_value_ = -1;
};

}  // namespace

std::size_t columns(const MatchedText& matched, const Cut& cut) {
  return shown_width(matched.bytes(cut.range)) + (cut.before ? ellipsis_columns : 0) +
         (cut.after ? ellipsis_columns : 0);
}

Cut uncut(const MatchedText& matched, Range stretch) {
  const auto& sentences = matched.sentences;
  const auto has_edge = [&](std::uint32_t offset, std::uint32_t Range::*edge) {
    const auto found = std::ranges::lower_bound(sentences, offset, {}, edge);
    return sentences.empty() || (found != sentences.end() && (*found).*edge == offset);
  };
  Cut cut{without_spaces(matched, stretch)};
  cut.before = stretch.begin == 0 ? matched.begin != Edge::sentence
                                  : !has_edge(stretch.begin, &Range::begin);
  cut.after = stretch.end == matched.text.size() ? matched.end != Edge::sentence
                                                 : !has_edge(stretch.end, &Range::end);
  if (cut.after) cut.range = without_spaces(matched, without_last_comma(matched, cut.range));
  return cut;
}

Cut cut_to_fit(const MatchedText& matched, Range stretch, std::size_t width,
               const std::set<std::uint32_t>& shown) {
  const Cut whole = uncut(matched, stretch);
  width = std::max<std::size_t>(width, 10);
  if (columns(matched, whole) <= width) return whole;
  return Cutter(matched, whole, width, shown).cut();
}

}  // namespace backfile
