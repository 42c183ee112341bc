// Runs of letters and digits.
#include "indexer/index/name_words.h"

#include <algorithm>

namespace backfile {
namespace {

bool is_inside_word(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

}  // namespace

void add_name_words(std::string_view folded, std::size_t most, std::vector<std::string>& words) {
  while (words.size() < most) {
    const auto begin = std::find_if(folded.begin(), folded.end(), is_inside_word);
    const auto end = std::find_if_not(begin, folded.end(), is_inside_word);
    if (begin == end) return;
    words.emplace_back(begin, end);
    folded = std::string_view(end, folded.end());
  }
}

}  // namespace backfile
