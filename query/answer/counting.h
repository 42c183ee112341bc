// Numbers as people read them, for terminals and pages alike.
//
// Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace backfile {

std::string grouped(std::uint64_t number);  // "21,578"

// "1 article", "21,578 articles".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

// Of a byte of the query, "at character 12": people do not count bytes.
std::string at_character(std::string_view query, std::size_t position);

// Of matches that need not have all words of a question, how many have them, as the end of a
// sentence: "; 3 have all of the words in their text", or "the word" where the question is `one_word`. Empty where all of them do.
std::string share_of_complete(std::uint64_t total, std::optional<std::uint64_t> complete,
                              bool one_word = false);

}  // namespace backfile
