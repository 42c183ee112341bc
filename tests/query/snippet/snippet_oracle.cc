// Collects every occurrence of each pattern, token by token, before it decides what is marked.
#include "tests/query/snippet/snippet_oracle.h"

#include <algorithm>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

struct Candidate {
  std::uint32_t position;
  Range range;
};

class Enumeration {
 public:
  Enumeration(const MatchPattern& pattern, std::size_t index,
              std::vector<std::vector<Candidate>> places, std::vector<Occurrence>& out)
      : pattern_(pattern), index_(index), places_(std::move(places)), out_(out) {}

  void run() { extend(); }

 private:
  void extend() {
    if (chosen_.size() == places_.size()) {
      if (is_phrase_whole()) report();
      return;
    }
    for (const Candidate& candidate : places_[chosen_.size()]) {
      chosen_.push_back(candidate);
      if (may_hold()) extend();
      chosen_.pop_back();
    }
  }

  // Only what every unit must satisfy anyway, so that the enumeration ends before the test does.
  bool may_hold() const {
    const auto [low, high] = std::ranges::minmax(chosen_, {}, &Candidate::position);
    std::size_t width = 0;
    for (const WordPattern& word : pattern_.words) width += word.pieces;
    return high.position - low.position < width;
  }

  // A compound that is wanted as so many pieces takes up as many positions.
  bool is_phrase_whole() const {
    for (std::size_t i = 1; i < chosen_.size(); ++i) {
      const std::uint32_t behind = chosen_[i - 1].position + pattern_.words[i - 1].pieces;
      if (chosen_[i].position != behind) return false;
    }
    return true;
  }

  void report() {
    Occurrence occurrence;
    occurrence.pattern = index_;
    std::vector<Candidate> in_order = chosen_;
    std::ranges::sort(in_order, {}, &Candidate::position);
    for (const Candidate& c : in_order) occurrence.words.push_back(c.range);
    out_.push_back(std::move(occurrence));
  }

  const MatchPattern& pattern_;
  std::size_t index_;
  std::vector<std::vector<Candidate>> places_;
  std::vector<Occurrence>& out_;
  std::vector<Candidate> chosen_;
};

bool takes(const WordPattern& word_pattern, const Token& token, const std::string& language) {
  if (word_pattern.pieces > 1 && token.pieces != word_pattern.pieces) return false;
  if (word_pattern.capitals_only && !token.capitals && !token.shouted) return false;
  const std::string& form = token.accented.empty() ? token.term : token.accented;
  if (!word_pattern.accented.empty()) return form == word_pattern.accented;
  const bool as_written =
      token.term == word_pattern.term ||
      std::ranges::find(word_pattern.forms, token.term) != word_pattern.forms.end();
  if (!word_pattern.family) return as_written;
  if (!word_pattern.stems.contains(language) || word_pattern.stems.at(language).empty())
    return false;
  return as_written ||
         (!word_pattern.capitals_only && token.stem == word_pattern.stems.at(language));
}

// The character that a bigram begins with, where the text that was asked for is just that.
bool is_first_character(std::string_view text, const std::string& wanted,
                        std::span<const Token> tokens, const Token& bigram,
                        const std::string& language, Range& character) {
  if (bigram.kind != TokenKind::bigram) return false;
  for (const Token& other : tokens) {
    const bool next = other.kind == TokenKind::bigram && other.position == bigram.position + 1;
    if (!next || other.range.begin >= bigram.range.end) continue;
    character = {bigram.range.begin, other.range.begin};
    const auto bytes = text.substr(character.begin, character.end - character.begin);
    return fold(bytes, language).term == wanted;
  }
  return false;
}

}  // namespace

Range Occurrence::extent() const {
  Range range = words.front();
  for (const Range word : words) {
    range = {std::min(range.begin, word.begin), std::max(range.end, word.end)};
  }
  return range;
}

std::vector<Occurrence> every_occurrence(std::string_view text, std::span<const Token> tokens,
                                         Range shown, std::string_view field,
                                         const std::string& language,
                                         std::span<const MatchPattern> patterns) {
  std::vector<Occurrence> occurrences;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    if (patterns[i].words.empty() || (!patterns[i].field.empty() && patterns[i].field != field))
      continue;
    std::vector<std::vector<Candidate>> places;
    for (std::size_t k = 0; k < patterns[i].words.size(); ++k) {
      const WordPattern& word_pattern = patterns[i].words[k];
      const bool open_ended = k + 1 == patterns[i].words.size();
      std::vector<Candidate>& here = places.emplace_back();
      for (const Token& token : tokens) {
        Range range = token.range;
        const bool taken = takes(word_pattern, token, language) ||
                           (open_ended && is_first_character(text, word_pattern.term, tokens, token,
                                                             language, range));
        if (taken && range.begin >= shown.begin && range.end <= shown.end) {
          here.push_back({token.position, range});
        }
      }
    }
    Enumeration(patterns[i], i, std::move(places), occurrences).run();
  }
  return occurrences;
}

std::vector<Range> marks_for(std::span<const Occurrence> occurrences) {
  std::vector<bool> marked;
  const auto mark = [&](Range range) {
    if (marked.size() < range.end) marked.resize(range.end);
    for (std::uint32_t i = range.begin; i < range.end; ++i) marked[i] = true;
  };
  for (const Occurrence& occurrence : occurrences) {
    mark(occurrence.extent());
  }
  std::vector<Range> marks;
  for (std::uint32_t i = 0; i < marked.size(); ++i) {
    if (!marked[i]) continue;
    if (!marks.empty() && marks.back().end == i) {
      marks.back().end = i + 1;
    } else {
      marks.push_back({i, i + 1});
    }
  }
  return marks;
}

std::string field_of_stand_in(const Article& article) {
  const auto is_seen = [](const std::string& text) { return display_width(tidy_line(text)) > 0; };
  if (std::ranges::any_of(article.body, is_seen)) return "body";
  return is_seen(article.subtitle) ? "subtitle" : "caption";
}

}  // namespace backfile
