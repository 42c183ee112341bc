// Every refusal, whoever makes it, becomes a Problem and goes through problem_document(), so that
// all errors have one shape.
#include "server/api/api.h"

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <variant>

#include "query/output/render.h"
#include "server/api/query_string.h"

namespace backfile {
namespace {

using Json = nlohmann::ordered_json;

HttpResponse problem_document(const Problem& problem, std::optional<std::size_t> position) {
  Json document = {{"type", "about:blank"},
                   {"title", status_phrase(problem.status)},
                   {"status", problem.status},
                   {"detail", problem.detail},
                   {"code", problem.code}};
  if (!problem.parameter.empty()) document["parameter"] = problem.parameter;
  if (position) document["position"] = *position;
  if (!problem.hint.empty()) document["hint"] = problem.hint;
  HttpResponse response;
  response.status = problem.status;
  response.type = "application/problem+json";
  response.body = document.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
  return response;
}

HttpResponse json_response(std::string body) {
  HttpResponse response;
  response.type = "application/json";
  response.body = std::move(body);
  return response;
}

constexpr const char* what_to_do =
    "Searches of this archive fail; the log says why. If the index is damaged, rebuild it with "
    "`backfile index`.";

// For monitoring: 503 unless `good`, and never from a cache.
HttpResponse state_response(const Json& state, bool good) {
  HttpResponse response = json_response(state.dump() + '\n');
  if (!good) response.status = 503;
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

// Link headers, rel="next" and "prev", so that a client need not compute pages; by cursor if the
// request had one.
void add_page_links(const Addresses& addresses, const SearchParameters& parameters,
                    const Answer& answer, HttpResponse& response) {
  const auto add = [&](std::size_t page, const std::string& cursor, const char* relation) {
    SearchParameters other = parameters;
    other.page = page;
    other.request.cursor = cursor;
    response.headers.emplace_back(
        "Link", "<" + addresses.api_search(other) + ">; rel=\"" + relation + "\"");
  };
  if (!parameters.request.cursor.empty()) {
    if (!answer.next.empty()) add(1, answer.next, "next");
    return;
  }
  const std::size_t next_offset = parameters.page * parameters.per_page;
  if (next_offset < answer.total && next_offset <= most_results)
    add(parameters.page + 1, "", "next");
  if (parameters.page > 1) add(parameters.page - 1, "", "prev");
}

}  // namespace

HttpResponse api_problem(const Problem& problem) {
  return problem_document(problem, std::nullopt);
}

HttpResponse api_search(Searcher& searcher, const RankingSettings& ranking,
                        const Addresses& addresses, const QueryString& query_string) {
  auto read = read_search_parameters(query_string, Strictness::strict);
  if (const auto* problem = std::get_if<Problem>(&read)) return api_problem(*problem);
  SearchParameters& parameters = std::get<SearchParameters>(read);
  parameters.request.ranking = ranking;
  const Answer answer = searcher.search(parameters.request);
  if (const auto& refused = answer.refused) {
    std::optional<std::size_t> position;
    if (refused->position)
      position = place_in(answer.query, *refused->position, parameters.offsets);
    return problem_document({400, "query_refused", refused->reason, refused->hint, ""}, position);
  }
  HttpResponse response = json_response(to_json(answer, parameters.offsets));
  add_page_links(addresses, parameters, answer, response);
  return response;
}

HttpResponse api_article(Searcher& searcher, std::string_view key,
                         const QueryString& query_string) {
  if (!query_string.empty())
    return api_problem({400, "unknown_parameter",
                        "There is no parameter \"" + query_string.front().first + "\".",
                        "An article has no parameters.", query_string.front().first});
  const auto article = searcher.article(key);
  if (!article)
    return api_problem({404, "not_found", "There is no article with this key.",
                        "Keys are in the answers of /api/v1/search.", ""});
  return json_response(to_json(*article));
}

HttpResponse api_health(const ArchiveFacts& archive, bool failing, std::uint64_t failures,
                        const std::string& trouble, const LogState& log) {
  Json health = {{"status", failing ? "failing" : "ok"},
                 {"generation", archive.generation},
                 {"built_at", archive.built_at},
                 {"documents", archive.documents},
                 {"failed_requests", failures},
                 {"lost_log_lines", log.lost_lines},
                 {"warnings", Json::array()}};
  if (failing) health["detail"] = what_to_do;
  if (!trouble.empty()) health["warnings"].push_back("A newer generation cannot be opened.");
  if (log.error != 0) {
    health["warnings"].push_back("The log cannot be written (" +
                                 std::generic_category().message(log.error) +
                                 "): its lines are lost until it can.");
  }
  return state_response(health, !failing);
}

HttpResponse api_readiness(Readiness readiness) {
  switch (readiness) {
    case Readiness::ready:
      return state_response({{"status", "ready"}}, true);
    case Readiness::busy: {
      HttpResponse response = state_response(
          {{"status", "busy"}, {"detail", "Too many searches are running at the moment."}}, false);
      response.headers.emplace_back("Retry-After", "2");
      return response;
    }
    case Readiness::failing:
      break;
  }
  return state_response({{"status", "failing"}, {"detail", what_to_do}}, false);
}

}  // namespace backfile
