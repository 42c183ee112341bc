// The base URL is cut once into origin and path; every link is then a concatenation.
#include "server/api/addresses.h"

#include <algorithm>
#include <cctype>

#include "server/api/query_string.h"
#include "server/api/web_address.h"

namespace backfile {
namespace {

// Where the path of "https://example.org/archive" begins; the end of the URL if it has none.
std::size_t path_begin(std::string_view url) {
  const std::size_t host = url.find("//");
  if (host == std::string_view::npos) return url.size();
  return std::min(url.find('/', host + 2), url.size());
}

bool is_plain(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         std::string_view("/-._~%").find(c) != std::string_view::npos;
}

}  // namespace

Addresses::Addresses(std::string_view base_url)
    : origin_(base_url.substr(0, path_begin(base_url))),
      base_path_(base_url.substr(path_begin(base_url))) {
}

std::string Addresses::of(std::string_view route) const {
  return base_path_ + std::string(route);
}

std::string Addresses::search(const SearchParameters& parameters) const {
  return of("/search?" + encode_query_string(to_query_string(parameters)));
}

std::string Addresses::api_search(const SearchParameters& parameters) const {
  return of("/api/v1/search?" + encode_query_string(to_query_string(parameters)));
}

std::string Addresses::article(std::string_view key) const {
  return of("/article/" + std::string(key));
}

std::optional<std::string> Addresses::absolute(std::string_view route) const {
  if (origin_.empty()) return std::nullopt;
  return origin_ + of(route);
}

std::optional<std::string_view> Addresses::below_base(std::string_view path) const {
  if (base_path_.empty() || !path.starts_with(base_path_)) return std::nullopt;
  path.remove_prefix(base_path_.size());
  return path.starts_with('/') ? std::optional(path) : std::nullopt;
}

std::optional<std::string> wanted_of_base_url(std::string_view url) {
  const std::string_view host = url.substr(0, path_begin(url)), path = url.substr(host.size());
  if (!linkable_address(url)) return "the address of a site, such as https://archive.example.org";
  if (url.find_first_of("?#") != std::string_view::npos || host.find('@') != std::string_view::npos)
    return "a host and a path alone, such as https://example.org/archive";
  if (!std::all_of(path.begin(), path.end(), is_plain))
    return "a path of letters, digits and - . _ ~, with everything else percent-encoded";
  const std::string steps = std::string(path) + '/';
  for (const std::string_view step : {"//", "/./", "/../"})
    if (steps.find(step) != std::string::npos)
      return "a path without empty steps and dots, such as https://example.org/archive";
  return std::nullopt;
}

}  // namespace backfile
