// Which of the archive's languages a query is probably in.
//
// Nobody is asked for it. Each language is judged by how frequent the query's words are among
// its articles, stop words above all. A guess, and used as one: it tells "war" from "war", and
// ranks the likelier language somewhat higher; it excludes nothing. Used by planner.h; one thread.
#pragma once

#include <xapian.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/ranking/idf.h"

namespace backfile {

// By language, 1 for the likeliest.
using Likelihoods = std::map<std::string, double>;

Likelihoods likely_languages(std::string_view words, const std::vector<std::string>& languages,
                             const Xapian::Database& database, const Idf& idf, Analyzer& analyzer,
                             double trust);

}  // namespace backfile
