// The API's answers: JSON documents, and problems in the form of RFC 9457.
//
// site.h finds the route and the searcher; the shapes of answers are those of query/output/render.h. Safe
// on any thread, with a searcher of one's own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "query/search/searcher.h"
#include "server/api/addresses.h"
#include "server/api/search_parameters.h"
#include "server/http/log.h"
#include "server/http/message.h"

namespace backfile {

// "/api/v1/search".
HttpResponse api_search(Searcher& searcher, const RankingSettings& ranking,
                        const Addresses& addresses, const QueryString& query_string);

// "/api/v1/articles/{key}".
HttpResponse api_article(Searcher& searcher, std::string_view key, const QueryString& query_string);

// "/healthz": whether it serves, and which generation. `failing`: it answers nobody, so that a proxy
// may go elsewhere; `failures` counts requests that failed, for whatever they asked. `trouble` is why
// a newer generation is not served. That one and a log that cannot be written are warnings alone.
HttpResponse api_health(const ArchiveFacts& archive, bool failing, std::uint64_t failures,
                        const std::string& trouble, const LogState& log);

// "/readyz": whether a search that was asked now would be answered.
enum class Readiness { ready, busy, failing };
HttpResponse api_readiness(Readiness readiness);

// application/problem+json.
HttpResponse api_problem(const Problem& problem);

}  // namespace backfile
