// The service: routes of the API and of the pages on one guarded HTTP server.
//
// The only home of cpp-httplib (api.cc, pages.cc). Everything is read only. Uses query/pool.h for
// searchers; each request runs on one of the server's threads.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

namespace backfile {

struct ServerOptions {
  std::filesystem::path index;
  std::string host = "127.0.0.1";
  int port = 8080;         // 0: any free one
  std::string base_url;    // for links in machine-readable answers; empty: relative
  std::string title = "Archive";
};

class Service {
 public:
  // Opens the index (Failure{corrupt}) and binds (Failure{usage} naming the port if it is taken).
  explicit Service(const ServerOptions& options);
  ~Service();
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

  int port() const;
  void run();   // serves until stop(); Failure if the listening socket dies
  void stop();  // from any thread or after a signal; running requests finish

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace backfile
