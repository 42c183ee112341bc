#include "query/snippet_cut.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t ellipsis_columns = 2;  // with its space
constexpr std::size_t most_starts = 200;     // places tried for the beginning of a cut

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::string_view bytes(const Reading& reading, Range range) {
  return reading.text.substr(range.begin, range.end - range.begin);
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
    if (display_width(text.substr(0, code_point_floor(text, middle))) <= width) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return grapheme_floor(text, low);
}

class Cutter {
 public:
  Cutter(const Reading& reading, Range stretch, std::size_t width)
      : reading_(reading), stretch_(stretch), width_(width) {
    find_words();
    for (const Match& match : reading.matches) {
      const bool inside = match.extent.begin >= stretch.begin && match.extent.end <= stretch.end;
      if (inside && display_width(bytes(reading, match.extent)) <= width)
        matches_.push_back(&match);
    }
    std::ranges::sort(matches_, {}, [](const Match* match) { return match->extent; });
  }

  Cut cut() const {
    Cut best;
    double best_value = -1;
    for (const std::size_t first : starts()) {
      Cut candidate;
      if (!cut_from(first, candidate)) continue;
      const double value = value_of(candidate);
      if (value > best_value) best = candidate, best_value = value;
    }
    return best_value >= 0 ? best : cut_anywhere();
  }

 private:
  struct Word {
    Range range;
    std::size_t begin_column = 0, end_column = 0;
  };

  // Words as a cut may leave them: compounds and what overlaps them as one.
  void find_words() {
    for (const Token& token : reading_.tokens) {
      if (token.kind == TokenKind::bigram || token.range.begin < stretch_.begin) continue;
      if (token.range.end > stretch_.end) break;
      if (!words_.empty() && token.range.begin < words_.back().range.end) {
        words_.back().range.end = std::max(words_.back().range.end, token.range.end);
      } else {
        words_.push_back({token.range});
      }
    }
    std::size_t column = 0;
    std::uint32_t at = stretch_.begin;
    for (Word& word : words_) {
      column += display_width(bytes(reading_, {at, word.range.begin}));
      word.begin_column = column;
      column += display_width(bytes(reading_, word.range));
      word.end_column = column;
      at = word.range.end;
    }
    end_column_ = column + display_width(bytes(reading_, {at, stretch_.end}));
  }

  // The first word, and for each match words before it that leave it some context.
  std::set<std::size_t> starts() const {
    std::set<std::size_t> starts;
    if (!words_.empty()) starts.insert(0);
    for (std::size_t i = 0; i < std::min(matches_.size(), most_starts); ++i) {
      const std::size_t word = word_at(matches_[i]->extent.begin);
      starts.insert(word);
      starts.insert(first_from_column(words_[word].begin_column, width_ / 3));
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
    cut.before = first > 0;
    cut.range.begin = cut.before ? with_opening_marks(first) : stretch_.begin;
    if (cut.before && splits_match(cut.range.begin)) return false;
    const std::size_t from = cut.before ? words_[first].begin_column : 0;
    const std::size_t room = width_ - (cut.before ? ellipsis_columns : 0);
    if (end_column_ - from <= room) {
      cut.range.end = stretch_.end;
      return true;
    }
    cut.after = true;
    for (std::size_t last = words_.size(); last-- > first;) {
      if (words_[last].end_column - from + ellipsis_columns > room) continue;
      cut.range.end = words_[last].range.end;
      if (!splits_match(cut.range.end)) return true;
    }
    return false;
  }

  // A bracket or a quotation mark right before a word belongs to it.
  std::uint32_t with_opening_marks(std::size_t word) const {
    const std::uint32_t begin = words_[word].range.begin;
    const std::uint32_t after = word == 0 ? stretch_.begin : words_[word - 1].range.end;
    const std::string_view between = bytes(reading_, {after, begin});
    const std::size_t space = between.find_last_of(" \n\t");
    return space == std::string_view::npos ? begin : after + static_cast<std::uint32_t>(space) + 1;
  }

  bool splits_match(std::uint32_t offset) const {
    return std::ranges::any_of(matches_, [&](const Match* match) {
      return match->extent.begin < offset && offset < match->extent.end;
    });
  }

  // Different leaves first, then a clean beginning, then more of the same.
  double value_of(const Cut& cut) const {
    std::set<std::uint32_t> leaves;
    double times = 0;
    for (const Match* match : matches_) {
      if (match->extent.begin < cut.range.begin || match->extent.end > cut.range.end) continue;
      leaves.insert(match->leaf);
      ++times;
    }
    return static_cast<double>(leaves.size()) + (cut.before ? 0 : 0.5) + (cut.after ? 0 : 0.2) +
           0.3 * times / (times + 2);
  }

  // Nothing fits between words: one match too wide, a word without end, or no words at all.
  Cut cut_anywhere() const {
    const Match* first = nullptr;
    for (const Match& match : reading_.matches) {
      const bool inside = match.extent.begin >= stretch_.begin && match.extent.end <= stretch_.end;
      if (inside && (first == nullptr || match.extent < first->extent)) first = &match;
    }
    if (first != nullptr && display_width(bytes(reading_, first->extent)) <= 4 * width_) {
      return {first->extent, first->extent.begin > stretch_.begin,
              first->extent.end < stretch_.end};
    }
    const std::size_t room = width_ - ellipsis_columns;
    const std::size_t length = fitting_prefix(bytes(reading_, stretch_), room);
    const std::uint32_t end = stretch_.begin + static_cast<std::uint32_t>(length);
    return {{stretch_.begin, end}, false, end < stretch_.end};
  }

  const Reading& reading_;
  Range stretch_;
  std::size_t width_;
  std::vector<Word> words_;
  std::vector<const Match*> matches_;  // that fit
  std::size_t end_column_ = 0;
};

// Copies text part by part with runs of spaces made one and controls dropped.
class TidyCopy {
 public:
  explicit TidyCopy(std::string begun) : out_(std::move(begun)) {}

  // `first` and `last`: whether spaces at that end are the text's own and fall away.
  Range add(std::string_view part, bool first, bool last) {
    // Letters at both ends keep tidy_line from trimming inside the text.
    std::string padded;
    if (!first) padded += 'x';
    padded += part;
    if (!last) padded += 'x';
    const std::string tidy = tidy_line(padded);
    const std::size_t left = first ? 0 : 1, right = last ? 0 : 1;
    const auto begin = static_cast<std::uint32_t>(out_.size());
    out_.append(tidy, left, tidy.size() - left - right);
    return {begin, static_cast<std::uint32_t>(out_.size())};
  }

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

}  // namespace

std::size_t columns(const Reading& reading, const Cut& cut) {
  return display_width(bytes(reading, cut.range)) + (cut.before ? ellipsis_columns : 0) +
         (cut.after ? ellipsis_columns : 0);
}

Cut uncut(const Reading& reading, Range stretch) {
  return {trim(reading, stretch), false, false};
}

Cut cut_to_fit(const Reading& reading, Range stretch, std::size_t width) {
  const Cut whole = uncut(reading, stretch);
  width = std::max<std::size_t>(width, 10);
  if (columns(reading, whole) <= width) return whole;
  return Cutter(reading, whole.range, width).cut();
}

std::vector<Range> marks_within(const Reading& reading, const Cut& cut, std::string_view field,
                                const std::string& language, std::span<const Leaf> leaves) {
  const auto inside = [&](Range range) {
    return range.begin >= cut.range.begin && range.end <= cut.range.end;
  };
  std::vector<Match> matches;
  bool unit_is_cut = false;
  for (const Match& match : reading.matches) {
    if (inside(match.extent)) {
      matches.push_back(match);
    } else if (inside(match.mark)) {
      unit_is_cut = true;
    }
  }
  if (unit_is_cut) {
    // Words of a proximity unit take part in several units; some may hold inside the cut.
    std::vector<Token> tokens;
    std::ranges::copy_if(reading.tokens, std::back_inserter(tokens),
                         [&](const Token& token) { return inside(token.range); });
    matches = find_matches(tokens, field, language, leaves);
  }
  return merge_marks(matches);
}

Snippet show(const Reading& reading, const Cut& cut, std::string field,
             std::span<const Range> marks) {
  Snippet snippet;
  snippet.field = std::move(field);
  snippet.paragraph = reading.paragraph;
  snippet.source = {reading.offset + cut.range.begin, reading.offset + cut.range.end};

  const auto spaced = [&](std::uint32_t offset) {
    return offset < reading.text.size() && is_space(reading.text[offset]);
  };
  TidyCopy copy(!cut.before ? "" : spaced(cut.range.begin - 1) ? "… " : "…");
  std::uint32_t at = cut.range.begin;
  for (const Range mark : marks) {
    if (mark.begin > at) copy.add(bytes(reading, {at, mark.begin}), at == cut.range.begin, false);
    snippet.marks.push_back(copy.add(bytes(reading, mark), false, false));
    at = mark.end;
  }
  copy.add(bytes(reading, {at, cut.range.end}), at == cut.range.begin, true);
  snippet.text = copy.take();
  if (cut.after) snippet.text.append(spaced(cut.range.end) ? " …" : "…");
  return snippet;
}

}  // namespace backfile
