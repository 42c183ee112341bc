// Words near each other: which of their places take part in a match.
//
// Works on positions alone and knows neither text nor tokens; match_finder.h connects the two. Pure
// functions; safe on any thread.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace backfile {

using Positions = std::vector<std::uint32_t>;  // ascending, each once

// A place of a word that takes part, and the first and last position of a unit that it takes part
// in. Ascending by position, then word; each once.
struct Participant {
  std::uint32_t position = 0;
  std::uint32_t word = 0;
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

// `words[i]` are the positions of the i-th word. A unit takes one position of each word, all
// different; at most `slack` further positions lie between its first and its last.
std::vector<Participant> near_in_order(std::span<const Positions> words, std::uint32_t slack);
std::vector<Participant> near_in_any_order(std::span<const Positions> words, std::uint32_t slack);

}  // namespace backfile
