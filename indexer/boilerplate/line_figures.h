// Sentences that tell figures of their own: "The final score was 3-1."
//
// line_key.h ignores numbers, since those of boilerplate change from page to page; so do those of
// stories that end alike. scraped_boilerplate.h and boilerplate/learner.h ask here whether a line
// that many articles share is a sentence, and whether its figures are the same in them. Pure; safe
// on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace backfile {

// A hash of a sentence with its figures; 0 for whatever else: a label ("Read 5 times"), a sentence
// whose only numbers are dates, or one with an address or a notice of copyright.
std::uint64_t figures_key(std::string_view line);

// Whether a sentence has other figures in most of the articles that share its words. `same` of them
// have its own.
constexpr bool tells_figures(std::size_t same, std::size_t sharing) {
  return 2 * same <= sharing;
}

}  // namespace backfile
