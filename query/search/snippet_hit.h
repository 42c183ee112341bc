// What is shown of a hit: title and passages, marked; falls back to plain text if anything fails.
//
// Between snippet.h, which makes passages, and searcher.h, which found the article. For one thread.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/answer/answer.h"
#include "query/matching/match_pattern.h"

namespace backfile {

// The title as it stands and no passages: where nobody asked for them.
void show_title(Hit& hit);

using PassageMaker = std::function<std::vector<Snippet>(const Article&)>;
using PatternMaker = std::function<std::vector<MatchPattern>()>;

// Fills title and passages of a hit whose article is there. Never throws for what is in an article
// or in its postings: if they cannot be made, the hit has its plain title and opening words, and a
// note says so.
void show_passages(Hit& hit, const PatternMaker& make_patterns, Analyzer& analyzer,
                   std::vector<Note>& notes);
// The same with passages made by somebody else.
void show_passages(Hit& hit, const PassageMaker& make_title, const PassageMaker& make_passages,
                   std::vector<Note>& notes);

}  // namespace backfile
