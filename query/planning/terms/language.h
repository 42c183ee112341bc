// Which of the archive's languages a query is probably in.
//
// Readers are not asked for it. Each language is judged by how frequent the words of the query are
// in its articles; stop words tell the most. The result is a guess and used as one: it tells
// English "war" from German "war" and ranks the likelier language somewhat higher, but excludes
// nothing. Used by planner.h; for one thread.
#pragma once

#include <xapian.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/forward/lexicon.h"
#include "indexer/text/analyzer.h"
#include "query/ranking/idf.h"

namespace backfile {

// By language; 1 for the likeliest.
using Likelihoods = std::map<std::string, double>;

Likelihoods likely_languages(std::string_view words, const std::vector<std::string>& languages,
                             const Xapian::Database& database, const Lexicon& lexicon,
                             const Idf& idf, Analyzer& analyzer, double trust);

}  // namespace backfile
