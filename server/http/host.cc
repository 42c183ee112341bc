// A colon makes a host an IPv6 address: neither names nor IPv4 addresses have one.
#include "server/http/host.h"

namespace backfile {
namespace {

bool is_ipv6(std::string_view host) {
  return host.find(':') != std::string_view::npos;
}

}  // namespace

std::optional<std::string> host_to_listen_on(std::string_view typed) {
  const bool bracketed = typed.size() > 2 && typed.front() == '[' && typed.back() == ']';
  const std::string_view host = bracketed ? typed.substr(1, typed.size() - 2) : typed;
  const bool sound = !host.empty() && host.find_first_of("[]/ \t") == std::string_view::npos &&
                     (!bracketed || is_ipv6(host));
  return sound ? std::optional<std::string>(host) : std::nullopt;
}

std::string host_and_port(std::string_view host, int port) {
  std::string text = is_ipv6(host) ? '[' + std::string(host) + ']' : std::string(host);
  return text + ':' + std::to_string(port);
}

}  // namespace backfile
