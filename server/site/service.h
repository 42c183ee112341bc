// The service: a site on an HTTP server, with a log.
//
//   Service service(options);
//   service.run();  // until another thread calls service.stop()
//
// It only reads the index. Connects site.h with http_server.h; server/cli/commands.cc runs it. Only
// stop() and reload() may be called from another thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "query/ranking/ranking_settings.h"
#include "server/http/event_loop.h"
#include "server/site/admission_control.h"

namespace backfile {

struct ServerOptions {
  std::filesystem::path index;
  std::string host = "127.0.0.1";
  int port = 8080;       // 0 takes any free one
  std::string base_url;  // the public address, with whose path all links begin; see addresses.h
  std::string title = "Archive";
  RankingSettings ranking;
  std::filesystem::path log;  // appended to; standard error if empty
  bool log_requests = true;   // failures are always logged
  AdmissionLimits searches;
  EventLoopLimits connections;
};

class Service {
 public:
  // Opens the index (Failure{corrupt}) and the log (Failure{unwritable}), and binds
  // (Failure{usage}, which names the port if it is taken).
  explicit Service(const ServerOptions& options);
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  int port() const;
  void run();  // serves until stop(); Failure{unwritable} if the listening socket fails
  // From any thread:
  void stop();    // requests in progress are answered first
  void reload();  // reopens the log and looks for a newer generation at once

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace backfile
