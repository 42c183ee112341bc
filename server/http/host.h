// The address to listen on, as people type it and as URLs write it.
//
// An IPv6 address stands in brackets in front of a port, so that is how it is copied, too. Used by
// commands.cc and http_server.cc. Pure; safe on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backfile {

// "::1" for "[::1]", anything else as it is. Nothing for what cannot be an address or a name: empty
// or blank, or with brackets that are not around an IPv6 address.
std::optional<std::string> host_to_listen_on(std::string_view typed);

// "127.0.0.1:8080", "[::1]:8080".
std::string host_and_port(std::string_view host, int port);

}  // namespace backfile
