// The words that names of classes are made of, in the languages of the corpus: names.h asks.
//
// Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace backfile {

// Kinds (names.h) of one word in lower case; 0 if nobody knows it.
std::uint32_t kinds_of_word(std::string_view word);

}  // namespace backfile
