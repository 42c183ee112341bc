// A simple second implementation of marks: it tries every start and every combination, and shares
// nothing with match_finder.h. Only for tests; far too slow for anything else.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"

namespace backfile {

// One way in which a leaf holds: the bytes of each of its words, in order of position.
struct Occurrence {
  std::size_t pattern = 0;
  std::vector<Range> words;

  Range extent() const;
};

// Every occurrence that lies within `shown`.
std::vector<Occurrence> every_occurrence(std::string_view text, std::span<const Token> tokens,
                                         Range shown, std::string_view field,
                                         const std::string& language,
                                         std::span<const MatchPattern> patterns);

// Where the words come from that stand for a title.
std::string field_of_stand_in(const Article& article);

// What has to be marked for them: in order, overlapping and touching ones merged.
std::vector<Range> marks_for(std::span<const Occurrence> occurrences);

}  // namespace backfile
