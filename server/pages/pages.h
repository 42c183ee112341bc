// The pages of the archive, as functions from answers to documents.
//
// site.h asks the searcher and hands the answer here; page_frame.h holds what pages share. Every
// link comes from addresses.h. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"
#include "query/answer/answer.h"
#include "query/search/alternatives.h"
#include "server/api/search_parameters.h"
#include "server/pages/html.h"
#include "server/pages/page_frame.h"

namespace backfile {

// What the front page asks of the archive: its newest articles, and counts to browse by.
Request front_page_request();
Html home_page(const PageContext& context, const Answer& newest);

// What the results page counts besides.
std::vector<std::string> results_page_facets();
// `others` are ways on from an answer without hits, or without hits that have all of the words.
Html results_page(const PageContext& context, const SearchParameters& parameters,
                  const Answer& answer, const std::vector<Alternative>& others = {});

// `passages` is the article as Searcher::marked() gives it; `question` is where the reader comes
// from, with an empty query for a reader who comes from elsewhere; `missing` are words of it that
// the article has not.
Html article_page(const PageContext& context, std::string_view key, const Article& article,
                  const std::vector<Snippet>& passages, const SearchParameters& parameters,
                  const std::vector<std::string>& missing = {});

// For everything that is none of these: not found, too busy, refused.
Html notice_page(const PageContext& context, std::string_view heading,
                 const std::vector<std::string>& sentences, const std::string& query = {});

}  // namespace backfile
