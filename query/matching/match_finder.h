// Where patterns match in an analyzed text, and which bytes of it are marked.
//
// Reads tokens, never bytes: analyzer.h makes them, match_pattern.h says which token satisfies
// which word, and match_finder_near.h handles words that need not be adjacent. passage.h weighs the
// matches, snippet.h shows them. Pure functions; safe on any thread.
//
//   const auto tokens = analyzer.analyze(paragraph, article.language);
//   const auto marks = merge_marks(find_matches(tokens, "body", article.language, patterns));
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"

namespace backfile {

// A place where a pattern matches. A proximity unit has one PatternMatch for each word that takes
// part in it.
struct PatternMatch {
  std::uint32_t pattern = 0;  // its index
  std::uint32_t token = 0;    // index of the first token of the mark
  Range mark;                 // bytes: a word, a whole phrase, one word of a proximity unit
  Range extent;               // of the whole unit: a text cut inside it no longer matches
};

// All matches of the patterns of this field and of those without a field, in the order of patterns,
// then of the text.
std::vector<PatternMatch> find_matches(std::span<const Token> tokens, std::string_view field,
                                       const std::string& language,
                                       std::span<const MatchPattern> patterns);

// The marks in order; those that overlap or touch are merged.
std::vector<Range> merge_marks(std::span<const PatternMatch> matches);

}  // namespace backfile
