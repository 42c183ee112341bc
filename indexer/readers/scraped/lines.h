// The lines of a scraped file as scraped_boilerplate.h compares them and story.h tells the story.
//
// Markup is gone, blank lines too, prose that was broken at a width is joined again, captions are
// marked. Learning and cleaning both begin here, so that both see the same lines. Pure; safe on any
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// In bytes: lines of verse, lists and addresses are shorter than the one, standfirsts than the
// other.
inline constexpr std::size_t shortest_prose = 60;
inline constexpr std::size_t longest_standfirst = 300;

struct ScrapedLine {
  std::string text;
  bool caption = false;
  bool continues = false;  // the paragraph of the line before: verse, an address

  friend bool operator==(const ScrapedLine&, const ScrapedLine&) = default;
};

std::vector<ScrapedLine> scraped_lines(const std::vector<std::string>& raw);

// What became of a line; every one gets a role, so that each removal can be explained.
enum class LineRole {
  body,
  title,
  standfirst,
  fact,  // states author, date, section and the like
  caption,
  repeat,      // says the title or a caption again beside it
  learnt,      // opens or closes many files of the archive
  both_ends,   // stands at the head and at the foot of this file
  below_foot,  // stands below a line that starts the foot
};

// Whether a line of this role is no part of the article, and states nothing of it either.
constexpr bool is_boilerplate(LineRole role) {
  return role == LineRole::learnt || role == LineRole::both_ends || role == LineRole::below_foot;
}

// How a line ends and how long it is: what can be said without its neighbours.
bool ends_sentence(std::string_view line);
bool could_be_title(const ScrapedLine& line);

}  // namespace backfile
