// Which lines of one file are furniture, by the number of files that each stands in.
//
// boilerplate.h counts, this decides; scraped_learnt.cc gives the thresholds and their reasons.
// Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/readers/scraped_lines.h"

namespace backfile {

// Two files may share a line by chance, by a series or by an author; three begin to make a rule.
constexpr std::uint64_t kFewestFiles = 3;
// A group of files that is known by one line alone is a site, not a series, if it is as large as
// this, or makes up a tenth of the archive.
constexpr std::uint64_t kSureSite = 25;
constexpr std::uint64_t kSiteShare = 10;

// How far the lines of a file are spread.
struct Spread {
  std::uint64_t archive = 0;         // files learnt
  std::vector<std::uint64_t> files;  // that hold line i; 0 if fewer than kFewestFiles
};

// Marks furniture among the lines that are still `body`.
void mark_learnt(const std::vector<ScrapedLine>& lines, const Spread& spread,
                 std::vector<LineRole>& roles);

}  // namespace backfile
