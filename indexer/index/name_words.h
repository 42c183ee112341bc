// The words of an author's name, as queries find it by.
//
// Hyphens, dots and apostrophes separate words, so that all spellings of a name have the same ones.
// building/join_columns.h lists them, author_lookup.h looks for them. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

inline constexpr std::size_t most_words_of_name = 16;  // anything longer is not a name

// Appends the words of a folded text until there are `most` of them.
void add_name_words(std::string_view folded, std::size_t most, std::vector<std::string>& words);

}  // namespace backfile
