// Parses no more of an address than it takes to tell whether a page may link to it.
#include "server/api/web_address.h"

#include <algorithm>

namespace backfile {
namespace {

bool begins_with_scheme(std::string_view url, std::string_view scheme) {
  return url.size() > scheme.size() &&
         std::equal(scheme.begin(), scheme.end(), url.begin(), [](char expected, char c) {
           return expected == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

}  // namespace

std::optional<std::string> linkable_address(std::string_view url) {
  if (!begins_with_scheme(url, "http://") && !begins_with_scheme(url, "https://"))
    return std::nullopt;
  const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
    return static_cast<unsigned char>(c) > 0x20 && c != 0x7F && c != '\\';
  });
  if (!plain || host_of(url).empty()) return std::nullopt;
  return std::string(url);
}

std::string host_of(std::string_view url) {
  const std::size_t begin = url.find("//");
  if (begin == std::string_view::npos) return {};
  std::string_view host = url.substr(begin + 2);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos)
    host = host.substr(at + 1);
  if (host.starts_with("www.")) host.remove_prefix(4);
  const std::size_t bracket = host.starts_with('[') ? host.find(']') : 0;  // of an IPv6 address
  if (bracket == std::string_view::npos) return {};
  return std::string(host.substr(0, host.find(':', bracket)));
}

}  // namespace backfile
