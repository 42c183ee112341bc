// The address to listen on: as people type it, and as URLs write it.
//
// URLs put an IPv6 address in brackets, so people also type it that way. Used by commands.cc and
// http_server.cc. Pure; safe on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backfile {

// "::1" for "[::1]"; other addresses and names unchanged. Nothing if it cannot be either: if it is
// empty, or has blanks, slashes, or brackets around something that is not an IPv6 address.
std::optional<std::string> host_to_listen_on(std::string_view typed);

// "127.0.0.1:8080", "[::1]:8080".
std::string host_and_port(std::string_view host, int port);

}  // namespace backfile
