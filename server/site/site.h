// Every route of the archive, from request to response.
//
// Takes a searcher from query/search/pool.h, has api.h or pages.h render its answer, and adds the
// headers that every response carries. No sockets: http_server.h has those. Safe on any thread.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "query/ranking/ranking_settings.h"
#include "query/search/pool.h"
#include "server/api/addresses.h"
#include "server/http/guard.h"
#include "server/http/log.h"
#include "server/http/message.h"
#include "server/pages/pages.h"
#include "server/site/admission_control.h"
#include "server/site/health.h"

namespace backfile {

struct SiteOptions {
  std::filesystem::path index;
  std::string base_url;  // the public address; see addresses.h
  std::string title = "Archive";
  RankingSettings ranking;  // of every search
  AdmissionLimits searches;
  SearcherPool::OnTrouble on_trouble = {};  // called when a newer generation cannot be opened
  std::function<LogState()> log = {};       // reported at /healthz
};

class Site {
 public:
  // Failure{corrupt} if the index cannot be opened.
  explicit Site(const SiteOptions& options);

  // Throws if the index is damaged; no request, however malformed, makes it throw.
  HttpResponse respond(const HttpRequest& request);

  // Looks at once instead of with the next request; returns the name of the generation now in use.
  std::string look_for_newer_generation();

  // The response to a request that the guard refused or that failed: a page, or a problem document
  // below /api.
  HttpResponse refuse(std::string_view target, const Refusal& refusal) const;

 private:
  std::string_view route_of(std::string_view path) const;
  HttpResponse route(const HttpRequest& request);
  HttpResponse archive_route(const HttpRequest& request);
  HttpResponse home(Searcher& searcher);
  HttpResponse results(Searcher& searcher, const QueryString& query_string) const;
  HttpResponse article(Searcher& searcher, std::string_view key,
                       const QueryString& query_string) const;
  HttpResponse health();
  HttpResponse readiness();
  bool answers();
  HttpResponse search_description(const HttpRequest& request) const;
  HttpResponse front_page_redirect() const;
  HttpResponse not_found(std::string_view path) const;
  HttpResponse busy(std::string_view path) const;
  PageContext context_of(const Searcher& searcher) const;
  PageContext bare_context() const;  // without the facts of an archive, for want of a searcher

  const SiteOptions options_;
  const Addresses addresses_;
  const std::string started_;  // identifies this run of the program
  SearcherPool pool_;
  AdmissionControl admission_;
  ArchiveProbe probe_;
  Health health_;

  // The front page is the same for everyone, so it is rendered once per generation.
  std::mutex front_page_mutex_;
  std::string front_page_generation_;
  std::string front_page_;
};

}  // namespace backfile
