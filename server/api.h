// The API's answers: JSON documents, and problems in the form of RFC 9457.
//
// site.h finds the route and the searcher; the shapes of answers are those of query/render.h. Safe
// on any thread, with a searcher of one's own.
#pragma once

#include <string_view>

#include "query/searcher.h"
#include "server/addresses.h"
#include "server/enquiry.h"
#include "server/http/message.h"

namespace backfile {

// "/api/v1/search": `query` is the query string as sent.
HttpResponse api_search(Searcher& searcher, const RankingSettings& ranking,
                        const Addresses& addresses, std::string_view query);

// "/api/v1/articles/{key}".
HttpResponse api_article(Searcher& searcher, std::string_view key, std::string_view query);

// "/healthz": whether it serves, and which generation. `failing`: searches do, so that a proxy may
// go elsewhere. `trouble` is why a newer generation is not served.
HttpResponse api_health(const ArchiveFacts& archive, bool failing, const std::string& trouble);

// application/problem+json.
HttpResponse api_problem(const Problem& problem);

}  // namespace backfile
