// See commands.h.
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
  if (!host) arguments.refuse("host", "an address of this machine, as 127.0.0.1 or ::1");
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
  // As many searches at a time as keep the processors busy.
  options.searches.inside = std::clamp<std::size_t>(2 * std::thread::hardware_concurrency(), 4, 32);
  options.connections.workers = options.searches.inside + options.searches.waiting + 12;

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
      "Pages at / and /search, JSON at /api/v1/search?q=... and /api/v1/articles/KEY. /healthz\n"
      "says whether the archive answers, /readyz whether to send visitors here now. A newly\n"
      "published generation is taken up without a restart. Each request is logged as one JSON\n"
      "object a line, without the visitor's address and without the words searched for.\n"
      "\n"
      "SIGINT and SIGTERM let running requests finish; the exit code is then 0. SIGHUP opens the\n"
      "log anew, for whoever has renamed it, and looks for a new generation at once.\n"
      "\n"
      "On the open network, put a reverse proxy that speaks TLS in front and leave --host as it\n"
      "is. With --base-url https://example.org/archive the proxy may hand the path /archive on\n"
      "or take it off.\n"
      "\n"
      "Exit codes: 0 told to stop, 2 the address cannot be listened on, 7 the index is missing or\n"
      "damaged, 8 the log cannot be opened or the listening socket failed.\n"
      "\n"
      "  backfile serve --title \"The Harbour Gazette\" --port 8080\n"
      "  backfile serve --base-url https://example.org/archive --log /var/log/backfile.log\n",
      {index_flag,
       {"host", "ADDRESS", "the address to listen on, as ::1 (default: 127.0.0.1)"},
       {"port", "N", "the port (default: 8080); 0 takes any free one"},
       {"base-url", "URL", "the site's public address; its path stands before every link"},
       {"title", "TEXT", "the name of the archive (default: Archive)"},
       recency_flag,
       {"log", "FILE", "add the log to this file (default: standard error)"},
       {"quiet", "", "log failures only"}},
      serve,
  }};
}

}  // namespace backfile
