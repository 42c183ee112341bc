// Parts of sentences about an answer, the same in a terminal and on a page.
//
// indexer/base/figures.h writes the numbers. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

// "at character 12" for a byte of the query: people do not count bytes.
std::string at_character(std::string_view query, std::size_t position);

// How many of the matches have every word that was asked for, as the end of a sentence: "; 3 have
// all of the words in their text", or "the word" if the query is `one_word`. Empty if all of
// them do, or if they were not counted.
std::string share_of_complete(std::uint64_t total, std::optional<std::uint64_t> complete,
                              bool one_word = false);

}  // namespace backfile
