// What a build says when it is done: for people or as JSON.
//
// Pure functions; commands.cc prints what they return.
#pragma once

#include <cstdint>
#include <string>

#include "indexer/build/builder.h"

namespace backfile {

// Whether anything is missing from the index or differs from the sources.
bool has_losses(const BuildReport& report);
// How many fewer articles there are than in the generation before; 0 if there are more.
std::uint64_t fewer(const BuildReport& report);

std::string to_text(const BuildReport& report, const std::string& index);
std::string to_json(const BuildReport& report);

// "12 files that hold no articles: images, styles, scripts, hidden"
std::string passed_over_text(std::uint64_t files);
// "2 duplicates that differ only in path"
std::string duplicates_text(std::uint64_t articles);

}  // namespace backfile
