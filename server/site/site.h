// From a request to a response: every route of the archive.
//
// Takes a searcher from query/search/pool.h, asks it, and lets api.h or pages.h write the answer; adds
// what every response carries. No sockets: http_server.h has those. Safe on any thread.
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
#include "server/site/health.h"
#include "server/site/turnstile.h"

namespace backfile {

struct SiteOptions {
  std::filesystem::path index;
  std::string base_url;  // of all addresses; see addresses.h
  std::string title = "Archive";
  RankingSettings ranking;  // of every search
  TurnstileLimits searches;
  SearcherPool::OnTrouble on_trouble = {};  // with a newer generation
  std::function<LogState()> log = {};       // told at /healthz
};

class Site {
 public:
  // Failure{corrupt} if the index cannot be opened.
  explicit Site(const SiteOptions& options);

  // Throws what a damaged index throws; never for what is asked.
  HttpResponse respond(const HttpRequest& request);

  // At once, instead of with the next request; the name of the one that serves now.
  std::string look_for_newer_generation();

  // What a request is told that is turned away or has failed: a page, or a problem under /api.
  HttpResponse refuse(std::string_view target, const Refusal& refusal) const;

 private:
  std::string_view route_of(std::string_view path) const;
  HttpResponse route(const HttpRequest& request);
  HttpResponse archive_route(const HttpRequest& request);
  HttpResponse home(Searcher& searcher);
  HttpResponse results(Searcher& searcher, const HttpRequest& request) const;
  HttpResponse article(Searcher& searcher, const HttpRequest& request, std::string_view key) const;
  HttpResponse health();
  HttpResponse readiness();
  bool answers();
  HttpResponse search_description(const HttpRequest& request) const;
  HttpResponse front_page_redirect() const;
  HttpResponse not_found(std::string_view path) const;
  HttpResponse busy(std::string_view path) const;
  PageContext context_of(const Searcher& searcher) const;
  PageContext bare_context() const;  // where no searcher is at hand

  const SiteOptions options_;
  const Addresses addresses_;
  const std::string started_;  // tells this run of the program from others
  SearcherPool pool_;
  Turnstile turnstile_;
  ArchiveProbe probe_;
  Health health_;

  // The front page is the same for all; it is made once for each generation.
  std::mutex front_page_mutex_;
  std::string front_page_generation_;
  std::string front_page_;
};

}  // namespace backfile
