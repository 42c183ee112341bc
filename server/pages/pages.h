// The pages of the archive, as functions from answers to documents.
//
// site.h asks the searcher and hands the answer here; page_frame.h holds what pages share. Every
// link comes from addresses.h. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/answer/answer.h"
#include "query/search/alternatives.h"
#include "server/api/search_parameters.h"
#include "server/pages/html.h"
#include "server/pages/page_frame.h"

namespace backfile {

// The search behind the front page: the newest articles, and counts to browse by.
Request front_page_request();
Html home_page(const PageContext& context, const Answer& newest);

// The facets that the results page shows.
std::vector<std::string> results_page_facets();
// `others` are searches to offer where nothing has all of the words.
Html results_page(const PageContext& context, const SearchParameters& parameters,
                  const Answer& answer, const std::vector<Alternative>& others = {});

// `parameters` are those of the search that led to the article; their query is empty for a reader
// who has come from elsewhere.
Html article_page(const PageContext& context, std::string_view key, const MarkedArticle& marked,
                  const SearchParameters& parameters);

// The page for a request that has no other: not found, too busy, refused.
Html notice_page(const PageContext& context, std::string_view heading,
                 const std::vector<std::string>& sentences, const std::string& query = {});

}  // namespace backfile
