// A search as the parameters of an address, read and written.
//
// API and pages use the same names. The API is strict, so that a misspelt filter is an error
// instead of being ignored; pages ignore what they do not know, because other sites add parameters
// to links. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "query/answer/answer.h"
#include "server/api/query_string.h"

namespace backfile {

inline constexpr std::size_t default_per_page = 20;
inline constexpr std::size_t most_per_page = 100;
inline constexpr std::size_t most_parameters = 50;

struct SearchParameters {
  Request request;
  std::size_t page = 1;
  std::size_t per_page = default_per_page;
  Offsets offsets = Offsets::utf16;
};

// What is wrong with a request, as RFC 9457 describes it.
struct Problem {
  int status = 400;
  std::string code;       // for programs: "unknown_parameter"
  std::string detail;     // for people: a plain sentence
  std::string hint;       // what to do next
  std::string parameter;  // the one at fault; may be empty
};

enum class Strictness { strict, tolerant };
std::variant<SearchParameters, Problem> read_search_parameters(const QueryString& query_string,
                                                               Strictness strictness);

// The inverse, without the parameters that have their default value.
QueryString to_query_string(const SearchParameters& parameters);

// Every parameter there is, in the order in which to_query_string() writes them.
std::vector<std::string_view> names_of_search_parameters();

}  // namespace backfile
