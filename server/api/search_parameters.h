// What a visitor asks, as the parameters of an address, and back to an address again.
//
// The same names for API and pages. The API reads them strictly, so that a misspelt name cannot
// pass for a filter; pages read what they understand, since links come decorated by others. Uses
// query_string.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <variant>

#include "query/answer/answer.h"
#include "server/api/query_string.h"

namespace backfile {

inline constexpr std::size_t default_per_page = 20;
inline constexpr std::size_t most_per_page = 100;
inline constexpr std::size_t most_offset = 10'000;
inline constexpr std::size_t most_parameters = 50;

struct SearchParameters {
  Request request;
  std::size_t page = 1;
  std::size_t per_page = default_per_page;
  Offsets offsets = Offsets::utf16;
};

// What is wrong with a request, in the terms of RFC 9457.
struct Problem {
  int status = 400;
  std::string code;    // for programs: "unknown_parameter"
  std::string detail;  // for people: a plain sentence
  std::string hint;    // what to do next
  std::string parameter;
};

enum class Strictness { strict, tolerant };
std::variant<SearchParameters, Problem> read_search_parameters(const QueryString& query_string,
                                                               Strictness strictness);

// The parameters of a request, without what is as it would be anyway; addresses.h makes links of
// them.
QueryString to_query_string(const SearchParameters& parameters);

}  // namespace backfile
