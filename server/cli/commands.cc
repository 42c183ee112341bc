// Translates flags into ServerOptions. Admission and worker limits follow from the number of cores.
#include "server/cli/commands.h"

#include <algorithm>
#include <iostream>
#include <string>
#include <thread>

#include "indexer/base/failure.h"
#include "query/ranking/recency_flag.h"
#include "server/api/addresses.h"
#include "server/cli/signals.h"
#include "server/http/host.h"
#include "server/site/service.h"

namespace backfile {
namespace {

std::string base_url_of(const Arguments& arguments) {
  std::string url = arguments.value("base-url").value_or("");
  while (url.ends_with('/')) url.pop_back();
  if (url.empty()) return url;
  if (const auto wanted = wanted_of_base_url(url)) arguments.refuse("base-url", *wanted);
  return url;
}

std::string host_of(const Arguments& arguments, const std::string& otherwise) {
  const auto host = host_to_listen_on(arguments.value("host").value_or(otherwise));
  if (!host) arguments.refuse("host", "an address of this machine, such as 127.0.0.1 or ::1");
  return *host;
}

int serve(const Arguments& arguments) {
  if (!arguments.words().empty())
    throw Failure(Exit::usage, "`backfile serve` takes no words, but was given \"" +
                                   arguments.words().front() + "\"; see `backfile serve --help`");
  ServerOptions options;
  options.index = index_directory(arguments);
  options.host = host_of(arguments, options.host);
  options.port = static_cast<int>(arguments.number("port", options.port, 0, 65535));
  options.base_url = base_url_of(arguments);
  options.title = arguments.value("title").value_or(options.title);
  options.ranking = ranking_of(arguments);
  options.log = arguments.value("log").value_or("");
  options.log_requests = !arguments.has("quiet");
  // Enough searches at a time to keep the cores busy, and workers for all of them, for those that
  // queue and for requests that need no search.
  options.searches.running =
      std::clamp<std::size_t>(2 * std::thread::hardware_concurrency(), 4, 32);
  options.connections.workers = options.searches.running + options.searches.queued + 12;

  ServerSignals signals;
  Service service(options);
  std::cerr << "Serving " << options.index.string() << " on http://"
            << host_and_port(options.host, service.port()) << Addresses(options.base_url).of("/")
            << " (Ctrl-C stops it)" << std::endl;
  signals.run(service);
  return static_cast<int>(Exit::done);
}

}  // namespace

std::vector<Command> server_commands() {
  return {{
      "serve",
      "",
      "serve the archive to browsers and programs",
      "Pages are at / and /search, JSON at /api/v1/search?q=... and /api/v1/articles/KEY. "
      "/healthz\n"
      "says whether the archive answers, /readyz whether it can take more requests now. A newly\n"
      "published generation is picked up without a restart. Each request is logged as one line of\n"
      "JSON, without the client's address and without the search terms.\n"
      "\n"
      "SIGINT and SIGTERM stop the server once running requests have finished; the exit code is\n"
      "then 0. SIGHUP reopens the log file, for log rotation, and looks for a new generation.\n"
      "\n"
      "For a public server, put a reverse proxy with TLS in front and keep the default --host.\n"
      "With --base-url https://example.org/archive the proxy may pass the path /archive on or\n"
      "strip it.\n"
      "\n"
      "Exit codes: 0 stopped by a signal, 2 cannot listen on the address, 7 the index is missing\n"
      "or damaged, 8 the log cannot be opened or the listening socket has failed.\n"
      "\n"
      "  backfile serve --title \"The Harbour Gazette\" --port 8080\n"
      "  backfile serve --base-url https://example.org/archive --log /var/log/backfile.log\n",
      {index_flag,
       {"host", "ADDRESS", "the address to listen on, such as ::1 (default: 127.0.0.1)"},
       {"port", "N", "the port (default: 8080); 0 takes any free one"},
       {"base-url", "URL", "the site's public address; all links begin with its path"},
       {"title", "TEXT", "the name of the archive (default: Archive)"},
       recency_flag,
       {"log", "FILE", "append the log to this file (default: standard error)"},
       {"quiet", "", "log failures only"}},
      serve,
  }};
}

}  // namespace backfile
