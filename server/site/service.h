// The service: a site on an HTTP server, with a log.
//
//   Service service(options);
//   service.run();  // until another thread calls service.stop()
//
// Everything is read only. Joins site.h and http_server.h; commands.h runs it.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "query/ranking/ranking_settings.h"
#include "server/http/lobby.h"
#include "server/site/turnstile.h"

namespace backfile {

struct ServerOptions {
  std::filesystem::path index;
  std::string host = "127.0.0.1";
  int port = 8080;       // 0: any free one
  std::string base_url;  // the public address, whose path all links carry; see addresses.h
  std::string title = "Archive";
  RankingSettings ranking;
  std::filesystem::path log;  // to be added to; empty: standard error
  bool log_requests = true;   // failures are logged in any case
  TurnstileLimits searches;
  LobbyLimits connections;
};

class Service {
 public:
  // Opens the index (Failure{corrupt}) and the log (Failure{unwritable}), and binds (Failure{usage}
  // naming the port if it is taken).
  explicit Service(const ServerOptions& options);
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  int port() const;
  void run();  // serves until stop(); Failure{unwritable} if the listening socket dies
  // From any thread:
  void stop();    // running requests finish
  void reload();  // opens the log anew and looks for a newer generation at once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace backfile
