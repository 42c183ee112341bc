// Snippets of an article as if it were in an index: its record is made for the occasion.
//
// The last articles are remembered, for tests that put many questions to a few. For one thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/matching/match_finder.h"
#include "query/snippet/snippet.h"
#include "tests/indexer/forward/built.h"

namespace backfile {

inline const ForwardIndex& record_of(const Article& article) {
  struct Recorded {
    explicit Recorded(const Article& given) : article(given), built(std::span(&article, 1)) {}
    Article article;
    test::BuiltForward built;
  };
  constexpr std::size_t most = 32;
  static std::list<Recorded> recorded;
  const auto known = std::ranges::find(recorded, article, &Recorded::article);
  if (known != recorded.end()) return known->built.index();
  if (recorded.size() == most) recorded.pop_front();
  return recorded.emplace_back(article).built.index();
}

inline std::vector<Snippet> make_snippets(const Article& article,
                                          std::span<const MatchPattern> patterns,
                                          Analyzer& analyzer, const SnippetOptions& options = {}) {
  RecordPatterns asked(record_of(article), patterns, analyzer);
  return make_snippets(MatchedArticle(article, 1, asked), options);
}

inline std::vector<Snippet> mark_article(const Article& article,
                                         std::span<const MatchPattern> patterns,
                                         Analyzer& analyzer) {
  RecordPatterns asked(record_of(article), patterns, analyzer);
  return mark_article(MatchedArticle(article, 1, asked));
}

inline Snippet mark_title(const Article& article, std::span<const MatchPattern> patterns,
                          Analyzer& analyzer) {
  RecordPatterns asked(record_of(article), patterns, analyzer);
  return mark_title(MatchedArticle(article, 1, asked));
}

// Every place in the text where a pattern is satisfied, found by the analyzer alone: in order,
// merged where they overlap.
inline std::vector<Range> find_marks(std::string_view text, std::string_view field,
                                     const std::string& language,
                                     std::span<const MatchPattern> patterns, Analyzer& analyzer) {
  std::vector<Range> marks;
  for (const PatternMatch& match :
       find_matches(analyzer.analyze(text, language), field, language, patterns)) {
    marks.push_back(match.mark);
  }
  return merged_marks(std::move(marks));
}

}  // namespace backfile
