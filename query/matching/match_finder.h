// Where patterns match in a text that is in no index: a tag, the name of an author.
//
// Reads tokens, never bytes: analyzer.h makes them, match_pattern.h says which token satisfies
// which word. What stands in an article is found in its record (records/), which tests hold to this.
// Pure functions; safe on any thread.
//
//   const auto tokens = analyzer.analyze(tag, article.language);
//   const auto matches = find_matches(tokens, "tag", article.language, patterns);
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"

namespace backfile {

// A place where a pattern matches.
struct PatternMatch {
  std::uint32_t pattern = 0;  // its index
  std::uint32_t token = 0;    // index of its first token
  Range mark;                 // bytes: a word, a whole phrase
};

// All matches of the patterns of this field and of those without a field, in the order of patterns,
// then of the text.
std::vector<PatternMatch> find_matches(std::span<const Token> tokens, std::string_view field,
                                       const std::string& language,
                                       std::span<const MatchPattern> patterns);

}  // namespace backfile
