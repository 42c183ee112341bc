// What snippets promise, whatever the article and the question: for property tests.
//
// Marks are all that matches in what is shown and nothing else; taken out and analyzed again each
// satisfies a pattern, and the shown text analyzed again has no other match; cuts go through no
// word, grapheme or match; the three units of offsets agree; the HTML without its tags is the text;
// passages keep their order and their width.
#pragma once

#include <span>

#include "indexer/article/article.h"
#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"
#include "query/snippet/snippet.h"

namespace backfile {

// Fails the running test where a promise is not kept.
void expect_promises_kept(const Article& article, std::span<const MatchPattern> patterns,
                          Analyzer& analyzer, const SnippetOptions& options);

}  // namespace backfile
