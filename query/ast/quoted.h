// A piece of a query in the quotation marks that notes and refusals have for it.
//
// Used by hints.h and its neighbours here, and by the planner. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/text/unicode.h"

namespace backfile {

// “storm”
inline std::string quoted(std::string_view text) {
  return "“" + std::string(text) + "”";
}

// The same of what a person typed, cut where it is long.
inline std::string quoted_in_short(std::string_view text) {
  constexpr std::size_t longest = 40;  // bytes
  if (text.size() <= longest) return quoted(text);
  return "“" + std::string(text.substr(0, code_point_floor(text, longest))) + "…”";
}

}  // namespace backfile
