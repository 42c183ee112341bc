// See counting.h.
#include "query/answer/counting.h"

#include "indexer/text/unicode.h"

namespace backfile {

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3;) digits.insert(place -= 3, ",");
  return digits;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
  return grouped(number) + ' ' + std::string(number == 1 ? one : many);
}

std::string at_character(std::string_view query, std::size_t position) {
  return "at character " + std::to_string(code_point_length(query.substr(0, position)) + 1);
}

std::string share_of_complete(std::uint64_t total, std::optional<std::uint64_t> complete,
                              bool one_word) {
  if (!complete || *complete == total) return {};
  const std::string what = one_word ? "the word in " : "all of the words in ";
  if (*complete == 0) return "; none has " + what + "its text";
  return "; " + grouped(*complete) +
         (*complete == 1 ? " has " + what + "its text" : " have " + what + "their text");
}

}  // namespace backfile
