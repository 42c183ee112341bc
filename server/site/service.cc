// Wires the parts together: the site answers what the server receives, and both write to the log.
#include "server/site/service.h"

#include "server/http/http_server.h"
#include "server/http/log.h"
#include "server/site/site.h"

namespace backfile {
namespace {

SiteOptions site_options(const ServerOptions& options, const Log& log) {
  return {options.index,
          options.base_url,
          options.title,
          options.ranking,
          options.searches,
          [&log](const std::string& generation, const std::string& why) {
            log.write(generation_log_line(generation, why));
          },
          [&log] { return log.state(); }};
}

HttpHandlers handlers_of(Site& site, const Log& log, bool log_requests) {
  HttpHandlers handlers;
  handlers.respond = [&site](const HttpRequest& request) { return site.respond(request); };
  handlers.refuse = [&site](std::string_view target, const Refusal& refusal) {
    return site.refuse(target, refusal);
  };
  handlers.answered = [&log, log_requests](const RequestLine& line, int status,
                                           double milliseconds) {
    if (log_requests) log.write(request_log_line(line, status, milliseconds));
  };
  handlers.failed = [&log](std::string_view target, std::string_view what) {
    log.write(error_log_line(target, what));
  };
  return handlers;
}

}  // namespace

struct Service::State {
  explicit State(const ServerOptions& options)
      : log(options.log),
        log_requests(options.log_requests),
        site(site_options(options, log)),
        server(options.host, options.port, handlers_of(site, log, log_requests),
               options.connections) {}

  Log log;
  const bool log_requests;
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
void Service::reload() {
  const Log& log = state_->log;
  if (const int error = log.reopen(); error != 0) {
    log.write(reopening_log_line(error));
    Log().write(reopening_log_line(error));  // and to standard error, where the operator looks next
  }
  const std::string generation = state_->site.look_for_newer_generation();
  if (state_->log_requests) log.write(reload_log_line(generation));
}

}  // namespace backfile
