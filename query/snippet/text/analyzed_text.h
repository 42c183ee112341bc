// An article's text read for a snippet: analyzed, with its matches, at a bounded cost.
//
// parts.h decides how much of a body is read, and in which parts; match_finder.h finds the matches;
// passage.h chooses from these texts, which point into the article. For one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_finder.h"
#include "query/matching/match_pattern.h"
#include "query/snippet/text/parts.h"

namespace backfile {

// How much of one body is analyzed, in bytes.
inline constexpr std::size_t most_read = std::size_t{256} << 10;

// A one-line field, a paragraph, or a part of a very long paragraph.
struct AnalyzedText {
  std::string_view text;
  Edge begin = Edge::sentence, end = Edge::sentence;
  std::size_t paragraph = 0;
  std::uint32_t offset = 0;  // of the text in its paragraph
  std::vector<Token> tokens;
  std::vector<PatternMatch> matches;
  // Without gaps. In a body, sentences that a match reaches across are one.
  std::vector<Range> sentences;
  std::size_t first_sentence = 0;  // how many sentences were read before

  std::string_view bytes(Range range) const {
    return text.substr(range.begin, range.end - range.begin);
  }
};

// Whether a token is a word of its own, as opposed to another form of a word beside it.
inline bool counts_as_word(const Token& token) {
  return token.kind != TokenKind::bigram && token.kind != TokenKind::joined;
}

// The range widened to whole sentences.
Range sentences_around(const AnalyzedText& analyzed, Range range);

struct AnalyzedBody {
  // In the order of the article: the first parts with words in them, then those with matches.
  std::vector<AnalyzedText> texts;
  std::size_t openings = 0;   // how many are first parts
  std::size_t sentences = 0;  // of all that was read
  std::size_t words = 0;
  bool whole = true;
};

AnalyzedText analyze_field(std::string_view text, std::string_view field,
                           const std::string& language, std::span<const MatchPattern> patterns,
                           Analyzer& analyzer);

AnalyzedBody analyze_body(const Article& article, std::span<const MatchPattern> patterns,
                          Analyzer& analyzer);

}  // namespace backfile
