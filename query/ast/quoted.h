// A piece of a query in the quotation marks that notes and refusals have for it.
//
// Used by hints.h and its neighbours here, and by the planner. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/text/unicode.h"

namespace backfile {

// “storm”. (Not "quoted": a string would find the one of <iomanip>.)
inline std::string in_quotes(std::string_view text) {
  return "“" + std::string(text) + "”";
}

// The same of what a person typed, cut where it is long.
inline std::string shortly_quoted(std::string_view text) {
  constexpr std::size_t longest = 40;  // bytes
  if (text.size() <= longest) return in_quotes(text);
  return "“" + std::string(text.substr(0, code_point_floor(text, longest))) + "…”";
}

}  // namespace backfile
