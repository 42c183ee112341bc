// Which lines of one file are boilerplate, by the number of files that each stands in.
//
// scraped_boilerplate.h counts, this decides; learnt.cc gives the thresholds and their reasons.
// Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "indexer/readers/scraped/lines.h"

namespace backfile {

// Two files may share a line by chance, by a series or by an author; three begin to make a rule.
constexpr std::uint64_t fewest_files = 3;
// A group of files that is known by one line alone is a site, not a series, if it is as large as
// this, or makes up a tenth of the archive.
constexpr std::uint64_t sure_site = 25;
constexpr std::uint64_t site_share = 10;

// The line that tells the site of a file: the last one that is `known`, or the end. Not far from
// the end, where headlines may stand that change from file to file.
template <typename Known>
std::size_t last_known(std::size_t lines, Known known) {
  constexpr std::size_t nearest = 3;
  for (std::size_t i = lines; i > 0 && lines - i < nearest; --i) {
    if (known(i - 1)) return i - 1;
  }
  return lines;
}

// How far the lines of a file are spread.
struct Spread {
  std::uint64_t archive = 0;         // files learnt
  std::vector<std::uint64_t> files;  // that hold line i; 0 if fewer than fewest_files
  std::vector<bool> at_edges;        // whether line i opens or closes most of those
  // Whether a story may have line i as well as a site: it reads as prose, or has other figures in
  // most of those files; and whether both hold.
  std::vector<bool> of_story;
  std::vector<bool> tells_figures;
  std::vector<std::uint64_t> above_next;  // files in which line i stands right above line i + 1
  // Share of the files of its site, or of the archive if that is not known, that open with more
  // than i lines known from others.
  std::vector<double> openings;
};

// Whether a line that could be a title follows line i; facts, captions and boilerplate are passed
// over.
bool has_title_below(const std::vector<ScrapedLine>& lines, std::size_t i,
                     const std::function<bool(std::size_t)>& is_boilerplate);

// Marks boilerplate among the lines that are still `body`.
void mark_learnt(const std::vector<ScrapedLine>& lines, const Spread& spread,
                 std::vector<LineRole>& roles);

}  // namespace backfile
