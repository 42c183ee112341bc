// Which words of a query an article has nowhere.
//
// What is indexed of its text is evaluated as for a search; tags, authors and the section, which
// plain words do not search but readers see beside the title, are read. Used by searcher.h for hits and
// for the page of an article. For one thread.
#pragma once

#include <xapian.h>
#include <span>
#include <string>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/answer/answer.h"
#include "query/planning/planner.h"

namespace backfile {

// What is missing is looked up on pages for people, not in long runs for machines.
inline constexpr std::size_t most_hits_explained = 100;

// Fills in `missing` of every hit, in the order of `words`; of none where there are more than
// `most_hits_explained`. `docids` are those of the hits.
void name_missing_words(const Xapian::Database& database, const std::vector<PlannedWord>& words,
                        Analyzer& analyzer, std::span<const Xapian::docid> docids,
                        std::span<Hit> hits);

// The same of one article.
std::vector<std::string> missing_words(const Xapian::Database& database,
                                       const std::vector<PlannedWord>& words, Analyzer& analyzer,
                                       Xapian::docid docid, const Article& article);

}  // namespace backfile
