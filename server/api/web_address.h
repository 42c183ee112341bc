// Addresses of other sites: which of them a page may link to, and what readers call them.
//
// An article's address comes from its source and may be anything, a script included. Pure; safe on
// any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace backfile {

// The address, if a page may link to it: http or https, without spaces and control characters.
std::optional<std::string> linkable_address(std::string_view url);

// "example.org" of such an address.
std::string host_of(std::string_view url);

}  // namespace backfile
