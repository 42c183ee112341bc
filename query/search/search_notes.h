// What an answer says about itself: sentences for the reader.
//
// Used by searcher.cc. Pure functions; safe on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "query/answer/answer.h"

namespace backfile {

// Of a relaxed answer, whose first `complete` articles have all words.
std::string relaxed_note(std::uint64_t complete, bool within_filters);

// Behind what is wrong with a cursor.
inline constexpr std::string_view repeats_note = "some articles may come twice, or not at all.";

// Where a page begins behind the last of all matches.
std::string beyond_end_note(const Request& request, std::uint64_t offset, std::uint64_t total);

// Where `seen` of them are as many as can be reached.
std::string end_of_paging_note(std::uint64_t seen, std::uint64_t total);

}  // namespace backfile
