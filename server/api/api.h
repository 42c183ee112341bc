// The API's answers: JSON documents, and problems in the form of RFC 9457.
//
// site.h finds the route and the searcher; query/output/render.h documents the shape of an answer.
// Safe on any thread, if each has a searcher of its own.
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

// "/healthz": whether the archive answers, and which generation it serves. `failing` means that
// every search fails: the status is 503, so that a proxy may go elsewhere. `failures` counts the
// requests that failed. `trouble` says why a newer generation is not served; that, and a log that
// cannot be written, are only warnings.
HttpResponse api_health(const ArchiveFacts& archive, bool failing, std::uint64_t failures,
                        const std::string& trouble, const LogState& log);

// "/readyz": whether a search would be answered if it were sent now.
enum class Readiness { ready, busy, failing };
HttpResponse api_readiness(Readiness readiness);

// application/problem+json.
HttpResponse api_problem(const Problem& problem);

}  // namespace backfile
