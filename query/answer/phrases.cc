// A place is counted in code points, which is what a reader sees as characters, near enough.
#include "query/answer/phrases.h"

#include "indexer/base/figures.h"
#include "indexer/text/unicode.h"

namespace backfile {

std::string at_character(std::string_view query, std::size_t position) {
  return "at character " + std::to_string(code_point_length(query.substr(0, position)) + 1);
}

std::string share_of_complete(std::uint64_t total, std::optional<std::uint64_t> complete,
                              bool one_word) {
  if (!complete || *complete == total) return {};
  const std::string what = one_word ? "the word in " : "all of the words in ";
  if (*complete == 0) return "; none has " + what + "its text";
  return "; " + with_commas(*complete) +
         (*complete == 1 ? " has " + what + "its text" : " have " + what + "their text");
}

}  // namespace backfile
