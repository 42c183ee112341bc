// Each pattern is one pass over the tokens. A phrase is followed from its first word, position by
// position.
#include "query/matching/match_finder.h"

#include <algorithm>
#include <optional>

namespace backfile {
namespace {

// A word of a pattern with its stem in the language of the text, looked up once for all tokens.
struct Test {
  const WordPattern* word_pattern;
  const std::string* stem;

  bool operator()(const Token& token) const { return satisfies(token, *word_pattern, stem); }
};

std::vector<Test> tests_of(const MatchPattern& pattern, const std::string& language) {
  std::vector<Test> tests;
  tests.reserve(pattern.words.size());
  for (const WordPattern& word : pattern.words) tests.push_back({&word, stem_in(language, word)});
  return tests;
}

Range hull(Range a, Range b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

class Finder {
 public:
  Finder(std::span<const Token> tokens, std::vector<PatternMatch>& matches)
      : tokens_(tokens), matches_(matches) {}

  void find_word(std::uint32_t pattern, const Test& test) {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (const auto range = matched(i, test, true)) matches_.push_back({pattern, i, *range});
    }
  }

  void find_phrase(std::uint32_t pattern, std::span<const Test> tests) {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (!matched(i, tests[0], false)) continue;
      Range range = tokens_[i].range;
      if (follow_phrase(i, tests, range)) matches_.push_back({pattern, i, range});
    }
  }

 private:
  // The bytes of a token that match. If what was typed ends (`text_ends`) with a single character
  // of a script without spaces, any other may follow it in the article: the first half of a bigram
  // matches. Where more was typed, a compound is no word that is followed by its own second piece.
  std::optional<Range> matched(std::size_t index, const Test& test, bool text_ends) const {
    const Token& token = tokens_[index];
    if (!text_ends && token.pieces > test.word_pattern->pieces) return std::nullopt;
    if (test(token)) return token.range;
    const std::string& wanted = test.word_pattern->term;
    if (!text_ends || token.kind != TokenKind::bigram || wanted.empty()) return std::nullopt;
    if (token.term.size() <= wanted.size() || !token.term.starts_with(wanted)) return std::nullopt;
    const std::string_view rest = std::string_view(token.term).substr(wanted.size());
    for (std::size_t i = first_token(token.position + 1);
         i < tokens_.size() && tokens_[i].position == token.position + 1; ++i) {
      const Token& next = tokens_[i];
      if (next.kind == TokenKind::bigram && next.term.starts_with(rest)) {
        return Range{token.range.begin, next.range.begin};
      }
    }
    return std::nullopt;
  }

  // Whether the second to the last word follow, each right after the one before. Widens `range` up
  // to the last. Several tokens may have the same position.
  bool follow_phrase(std::size_t start, std::span<const Test> tests, Range& range) const {
    std::size_t i = start;
    std::uint32_t wanted = tokens_[start].position;
    for (std::size_t k = 1; k < tests.size(); ++k) {
      wanted += tests[k - 1].word_pattern->pieces;
      while (i < tokens_.size() && tokens_[i].position < wanted) ++i;
      bool found = false;
      for (std::size_t j = i; j < tokens_.size() && tokens_[j].position == wanted; ++j) {
        if (const auto bytes = matched(j, tests[k], k + 1 == tests.size())) {
          range = hull(range, *bytes);
          found = true;
        }
      }
      if (!found) return false;
    }
    return true;
  }

  std::uint32_t first_token(std::uint32_t position) const {
    return static_cast<std::uint32_t>(
        std::ranges::lower_bound(tokens_, position, {}, &Token::position) - tokens_.begin());
  }

  std::span<const Token> tokens_;
  std::vector<PatternMatch>& matches_;
};

}  // namespace

std::vector<PatternMatch> find_matches(std::span<const Token> tokens, std::string_view field,
                                       const std::string& language,
                                       std::span<const MatchPattern> patterns) {
  std::vector<PatternMatch> matches;
  Finder finder(tokens, matches);
  for (std::uint32_t i = 0; i < patterns.size(); ++i) {
    const MatchPattern& pattern = patterns[i];
    if (pattern.words.empty() || (!pattern.field.empty() && pattern.field != field)) continue;
    const std::vector<Test> tests = tests_of(pattern, language);
    if (tests.size() == 1) {
      finder.find_word(i, tests[0]);
    } else {
      finder.find_phrase(i, tests);
    }
  }
  return matches;
}

}  // namespace backfile
