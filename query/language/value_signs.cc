// See value_signs.h.
#include "query/language/value_signs.h"

namespace backfile {

std::string_view signs_before(std::string_view query, std::size_t begin) {
  constexpr std::string_view signs = "<>=!";
  std::size_t first = begin;
  while (first > 0 && signs.find(query[first - 1]) != signs.npos) --first;
  return query.substr(first, begin - first);
}

bool is_negation(std::string_view signs) {
  return signs == "<>" || (signs.starts_with('!') && signs.find_first_not_of('=', 1) == signs.npos);
}

std::string date_signs(std::string_view signs) {
  if (signs == "=>") return ">=";
  if (signs == "=<") return "<=";
  const bool says_nothing = signs == "=" || signs == "==" || is_negation(signs);
  return says_nothing ? "" : std::string(signs);
}

std::string negation_hint(std::string_view signs) {
  return "“" + std::string(signs) + "” was read as “-”, which leaves out what follows.";
}

}  // namespace backfile
