// Routing compares whole paths with a fixed list; only an article's key is parsed. Everything that
// needs a searcher goes through admission control, then the ETag check, then its handler.
#include "server/site/site.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "query/answer/cursor.h"
#include "server/api/api.h"
#include "server/api/query_string.h"
#include "server/api/search_parameters.h"
#include "server/web/assets.h"

namespace backfile {
namespace {

constexpr std::string_view api_prefix = "/api/";
constexpr std::string_view fixed_routes[] = {
    "/", "/search", "/api/v1/search", "/healthz", "/readyz", "/opensearch.xml", "/robots.txt"};

bool is_api(std::string_view target) {
  return target.starts_with(api_prefix);
}

// The rest of a path after `prefix`, if it has the form of an article's key.
std::optional<std::string_view> key_after(std::string_view path, std::string_view prefix) {
  if (!path.starts_with(prefix)) return std::nullopt;
  path.remove_prefix(prefix.size());
  const bool is_key = path.size() == 16 && std::all_of(path.begin(), path.end(), [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7');
                      });
  return is_key ? std::optional(path) : std::nullopt;
}

bool is_route(std::string_view path) {
  return std::ranges::find(fixed_routes, path) != std::end(fixed_routes) ||
         std::ranges::find(assets(), path, &Asset::address) != assets().end() ||
         key_after(path, "/article/") || key_after(path, "/api/v1/articles/");
}

// The generation that the cursor of an API search names; empty if there is no cursor.
std::string generation_asked_for(std::string_view path, const QueryString& parameters) {
  if (path != "/api/v1/search") return "";
  const auto named = std::ranges::find(parameters, "cursor", &QueryString::value_type::first);
  if (named == parameters.end()) return "";
  const std::optional<Cursor> cursor = read_cursor(named->second);
  return cursor ? cursor->generation : "";
}

HttpResponse page_response(const Html& page, int status = 200) {
  HttpResponse response;
  response.status = status;
  response.body = page.string();
  return response;
}

// A response depends on the generation, the address and the program, which may be a newer version
// after a restart.
std::string etag_of(const HttpRequest& request, std::string_view generation,
                    std::string_view started) {
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  const auto add = [&](std::string_view text) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
  };
  add(request.path);
  add("?");
  add(request.query);
  add(started);
  std::string tag = "W/\"";
  tag += generation;
  return tag + '-' + std::to_string(hash) + '"';
}

void add_headers(const HttpRequest& request, HttpResponse& response) {
  auto& headers = response.headers;
  headers.emplace_back("X-Content-Type-Options", "nosniff");
  headers.emplace_back("Referrer-Policy", "same-origin");
  headers.emplace_back("Vary", "Accept-Encoding");
  headers.emplace_back("Content-Security-Policy",
                       "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
                       "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
  if (is_api(request.path)) headers.emplace_back("Access-Control-Allow-Origin", "*");
  // Results change with each generation, and crawlers would never come to the end of them.
  if (is_api(request.path) || request.path == "/search" || response.status >= 400)
    headers.emplace_back("X-Robots-Tag", "noindex");
  const bool has_cache_control = std::any_of(
      headers.begin(), headers.end(), [](const auto& h) { return h.first == "Cache-Control"; });
  if (!has_cache_control)
    headers.emplace_back("Cache-Control", response.status < 400 ? "no-cache" : "no-store");
}

HttpResponse asset_response(const Asset& asset) {
  HttpResponse response;
  response.type = asset.type;
  response.body = asset.text;
  response.headers.emplace_back("Cache-Control", "public, max-age=31536000, immutable");
  return response;
}

constexpr std::string_view allowed_methods = "GET, HEAD, OPTIONS";

// What OPTIONS asks, of a path or, by "*", of the server. Browsers ask it before a script of
// another site may send an API request with headers of its own.
HttpResponse options_response(std::string_view path) {
  HttpResponse response;
  response.status = 204;
  response.headers.emplace_back("Allow", allowed_methods);
  if (is_api(path)) {
    response.headers.emplace_back("Access-Control-Allow-Methods", allowed_methods);
    response.headers.emplace_back("Access-Control-Allow-Headers", "*");
    response.headers.emplace_back("Access-Control-Max-Age", "86400");
  }
  return response;
}

HttpResponse text_response(std::string text) {
  HttpResponse response;
  response.type = "text/plain; charset=utf-8";
  response.body = std::move(text);
  return response;
}

}  // namespace

Site::Site(const SiteOptions& options)
    : options_(options),
      addresses_(options.base_url),
      started_(std::to_string(std::chrono::system_clock::now().time_since_epoch().count())),
      pool_(options.index, options.on_trouble),
      admission_(options.searches),
      health_([this] { return answers(); }) {
}

HttpResponse Site::respond(const HttpRequest& request) {
  HttpRequest routed = request;
  routed.path = route_of(request.path);
  HttpResponse response = route(routed);
  add_headers(routed, response);
  return response;
}

std::string Site::look_for_newer_generation() {
  pool_.look_now();
  return facts(*pool_.archive()).generation;
}

// A proxy may pass the base path on or strip it; either way the request gets the same route. The
// path as sent is tried first, so that a site whose base path is /search works as well.
std::string_view Site::route_of(std::string_view path) const {
  return is_route(path) ? path : addresses_.below_base(path).value_or(path);
}

HttpResponse Site::refuse(std::string_view target, const Refusal& refusal) const {
  HttpResponse response;
  const std::string reason(refusal.reason);
  HttpRequest request;
  request.path = route_of(target.substr(0, target.find('?')));
  if (is_api(request.path)) {
    const bool is_ours = refusal.status == 500;
    response = api_problem(
        {refusal.status, is_ours ? "internal" : "bad_request", reason,
         is_ours ? "Try again later; if this persists, tell the people who run this archive." : "",
         ""});
  } else {
    response = page_response(notice_page(bare_context(),
                                         refusal.status >= 500 ? "Something went wrong"
                                                               : "This request was not understood",
                                         {reason}),
                             refusal.status);
  }
  if (refusal.status == 405) response.headers.emplace_back("Allow", allowed_methods);
  add_headers(request, response);
  return response;
}

HttpResponse Site::route(const HttpRequest& request) {
  const std::string_view path = request.path;
  if (request.method == "OPTIONS" && (path == "*" || is_route(path))) return options_response(path);
  if (path == "/healthz") return health();
  if (path == "/readyz") return readiness();
  if (path == "/opensearch.xml") return search_description(request);
  if (path == "/robots.txt")
    return text_response("User-agent: *\nDisallow: " + addresses_.of("/search") +
                         "\nDisallow: " + addresses_.of("/api/") + '\n');
  if (!is_route(path) && path == addresses_.base_path()) return front_page_redirect();
  for (const Asset& asset : assets())
    if (path == asset.address) return asset_response(asset);
  try {
    return archive_route(request);
  } catch (...) {
    health_.note_failure();
    throw;
  }
}

// The routes that need a searcher.
HttpResponse Site::archive_route(const HttpRequest& request) {
  const std::string_view path = request.path;
  if (!is_route(path)) return not_found(path);

  const auto page_key = key_after(path, "/article/");
  const auto api_key = key_after(path, "/api/v1/articles/");
  const auto permit = admission_.acquire();
  if (!permit) return busy(path);
  const QueryString parameters = parse_query_string(request.query);
  const std::shared_ptr<Searcher> searcher = pool_.acquire(generation_asked_for(path, parameters));
  const std::string tag = etag_of(request, facts(searcher->archive()).generation, started_);
  HttpResponse response;
  if (request.if_none_match.find(tag) != std::string::npos)
    response.status = 304;
  else if (path == "/")
    response = home(*searcher);
  else if (path == "/search")
    response = results(*searcher, parameters);
  else if (page_key)
    response = article(*searcher, *page_key, parameters);
  else if (api_key)
    response = api_article(*searcher, *api_key, parameters);
  else
    response = api_search(*searcher, options_.ranking, addresses_, parameters);
  if (response.status < 400) response.headers.emplace_back("ETag", tag);
  return response;
}

HttpResponse Site::home(Searcher& searcher) {
  const std::string& generation = facts(searcher.archive()).generation;
  HttpResponse response;
  {
    const std::lock_guard lock(front_page_mutex_);
    if (front_page_generation_ == generation) response.body = front_page_;
  }
  if (!response.body.empty()) return response;
  response = page_response(home_page(context_of(searcher), searcher.search(front_page_request())));
  const std::lock_guard lock(front_page_mutex_);
  front_page_generation_ = generation;
  front_page_ = response.body;
  return response;
}

HttpResponse Site::results(Searcher& searcher, const QueryString& query_string) const {
  const PageContext context = context_of(searcher);
  auto read = read_search_parameters(query_string, Strictness::tolerant);
  if (const auto* problem = std::get_if<Problem>(&read))
    return page_response(
        notice_page(context, "This page cannot be shown", {problem->detail, problem->hint}),
        problem->status);
  SearchParameters& parameters = std::get<SearchParameters>(read);
  parameters.request.ranking = options_.ranking;
  Request request = parameters.request;
  request.facets = results_page_facets();  // of the page, so that its links need not name them
  const Answer answer = searcher.search(request);
  std::vector<Alternative> others;
  if (answer.relaxed)
    others = beyond_filters(searcher, parameters.request);
  else if (!answer.refused && answer.total == 0)
    others = alternatives(searcher, parameters.request);
  return page_response(results_page(context, parameters, answer, others),
                       answer.refused ? 400 : 200);
}

HttpResponse Site::article(Searcher& searcher, std::string_view key,
                           const QueryString& query_string) const {
  const PageContext context = context_of(searcher);
  const auto read = read_search_parameters(query_string, Strictness::tolerant);
  const auto* understood = std::get_if<SearchParameters>(&read);
  const SearchParameters parameters = understood == nullptr ? SearchParameters() : *understood;
  const auto marked = searcher.marked(key, parameters.request.query);
  if (!marked)
    return page_response(
        notice_page(context, "There is no such article",
                    {"It may have been withdrawn, or its address may be mistyped. Search for words "
                     "from its headline."}),
        404);
  return page_response(article_page(context, key, *marked, parameters));
}

HttpResponse Site::health() {
  const bool failing = health_.is_failing();
  return api_health(facts(*pool_.archive()), failing, health_.failures(), pool_.trouble(),
                    options_.log ? options_.log() : LogState());
}

// A load balancer asks before it sends the first request, so the archive is probed here even if
// nothing has failed yet.
HttpResponse Site::readiness() {
  const bool failing = health_.is_failing_now();
  return api_readiness(failing                     ? Readiness::failing
                       : admission_.is_saturated() ? Readiness::busy
                                                   : Readiness::ready);
}

bool Site::answers() {
  try {
    return probe_.answers(*pool_.acquire());
  } catch (...) {  // not even a searcher could be opened
    return false;
  }
}

HttpResponse Site::search_description(const HttpRequest& request) const {
  constexpr std::size_t longest_short_name = 16;
  const bool configured = !options_.base_url.empty();
  const Addresses addresses(configured ? options_.base_url : "http://" + request.host);
  const bool fits = options_.title.size() <= longest_short_name;
  const Html description(R"(<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>{}</ShortName>
<Description>Search {}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image type="image/svg+xml">{}</Image>
<Url type="text/html" template="{}?q={searchTerms}"/>
</OpenSearchDescription>
)",
                         fits ? std::string_view(options_.title) : "Archive", options_.title,
                         *addresses.absolute(mark().address), *addresses.absolute("/search"));
  HttpResponse response = page_response(description);
  response.type = "application/opensearchdescription+xml";
  // The address is the client's Host header, so caches must not show it to other clients.
  if (!configured) response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

// From /archive to /archive/, so that the front page has one address.
HttpResponse Site::front_page_redirect() const {
  HttpResponse response;
  response.status = 301;
  response.headers.emplace_back("Location", addresses_.of("/"));
  return response;
}

HttpResponse Site::not_found(std::string_view path) const {
  if (is_api(path))
    return api_problem({404, "not_found", "There is nothing at this address.",
                        "The API has " + addresses_.of("/api/v1/search") + " and " +
                            addresses_.of("/api/v1/articles/{key}") + ".",
                        ""});
  return page_response(notice_page(bare_context(), "There is nothing at this address",
                                   {"Search the archive, or start at its front page."}),
                       404);
}

HttpResponse Site::busy(std::string_view path) const {
  const std::string sentence = "Too many people are searching right now.";
  HttpResponse response =
      is_api(path) ? api_problem({503, "busy", sentence, "Try again in a few seconds.", ""})
                   : page_response(notice_page(bare_context(), "One moment, please",
                                               {sentence, "Try again in a few seconds."}),
                                   503);
  response.headers.emplace_back("Retry-After", "2");
  return response;
}

PageContext Site::context_of(const Searcher& searcher) const {
  return {options_.title, facts(searcher.archive()), addresses_};
}

PageContext Site::bare_context() const {
  return {options_.title, {}, addresses_};
}

}  // namespace backfile
