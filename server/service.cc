// See service.h.
#include "server/service.h"

#include "server/http/http_server.h"
#include "server/log.h"
#include "server/site.h"

namespace backfile {
namespace {

SiteOptions site_options(const ServerOptions& options) {
  return {options.index,
          options.base_url,
          options.title,
          options.ranking,
          options.searches,
          [](const std::string& generation, const std::string& why) {
            write_log(generation_log_line(generation, why));
          }};
}

HttpHandlers handlers_of(Site& site, bool log_requests) {
  HttpHandlers handlers;
  handlers.respond = [&site](const HttpRequest& request) { return site.respond(request); };
  handlers.refuse = [&site](std::string_view target, const Refusal& refusal) {
    return site.refuse(target, refusal);
  };
  handlers.answered = [log_requests](const RequestLine& line, int status, double milliseconds) {
    if (log_requests) write_log(request_log_line(line, status, milliseconds));
  };
  handlers.failed = [](std::string_view target, std::string_view what) {
    write_log(error_log_line(target, what));
  };
  return handlers;
}

}  // namespace

struct Service::State {
  explicit State(const ServerOptions& options)
      : site(site_options(options)),
        server(options.host, options.port, handlers_of(site, options.log_requests),
               options.connections) {}

  Site site;
  HttpServer server;
};

Service::Service(const ServerOptions& options) : state_(std::make_unique<State>(options)) {
}
Service::~Service() = default;

int Service::port() const {
  return state_->server.port();
}
void Service::run() {
  state_->server.run();
}
void Service::stop() {
  state_->server.stop();
}

}  // namespace backfile
