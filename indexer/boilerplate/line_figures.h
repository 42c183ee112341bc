// Lines that stories as well as sites may end with: sentences, and figures of their own ("The final
// score was 3-1.").
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

// Whether a line reads as a sentence of a story ("Half-time: 0-1." is one as well): not as a label,
// nor as one that asks to subscribe, or has an address or a notice of copyright.
bool reads_as_prose(std::string_view line);

// A hash of a line with its figures; 0 if its only numbers are dates, or if it has an address or a
// notice of copyright.
std::uint64_t numbers_key(std::string_view line);

// The same for what reads as prose; 0 for a label ("Read 5 times").
std::uint64_t figures_key(std::string_view line);

// Whether a line has other figures in most of the articles that share its words. `same` of them
// have its own.
constexpr bool tells_figures(std::size_t same, std::size_t sharing) {
  return 2 * same <= sharing;
}

}  // namespace backfile
