// The addresses of everything that the server answers; nothing else writes links.
//
// A site whose public address is https://example.org/archive has its search page at
// /archive/search. Pages, headers and redirects get every link from here, so that all of them carry
// that path. Markup with an address of its own does not compile if that begins with a slash
// (pages/html.h). Pure; safe on any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/api/search_parameters.h"

namespace backfile {

class Addresses {
 public:
  // "https://example.org/archive", without a slash at the end; empty for a site at the root of a
  // host whose name is not known.
  explicit Addresses(std::string_view base_url = {});

  // "/archive" of the above; empty at the root.
  const std::string& base_path() const { return base_path_; }

  // "/archive/opensearch.xml" for a route, which is a path without the base path and begins with a
  // slash.
  std::string of(std::string_view route) const;
  std::string search(const SearchParameters& parameters) const;  // "/archive/search?q=..."
  std::string api_search(
      const SearchParameters& parameters) const;    // "/archive/api/v1/search?q=..."
  std::string article(std::string_view key) const;  // "/archive/article/KEY"

  // "https://example.org/archive/opensearch.xml"; nothing if the host is not known.
  std::optional<std::string> absolute(std::string_view route) const;

  // The inverse: the route in the path of a request. Nothing if the path is not below the base
  // path, or if there is no base path.
  std::optional<std::string_view> below_base(std::string_view path) const;

 private:
  std::string origin_;  // "https://example.org"
  std::string base_path_;
};

// What the base URL should have been, for an error message: "the address of a site, such as ...".
// Nothing if it is valid.
std::optional<std::string> wanted_of_base_url(std::string_view url);

}  // namespace backfile
