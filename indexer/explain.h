// `backfile read --explain`: what became of a file, block by block, for people.
//
// Readers explain pages (readers/explanation.h), boilerplate.h scraped lines; what neither explains
// was kept whole. Pure functions; commands.cc prints what they return.
#pragma once

#include <string>
#include <vector>

#include "indexer/boilerplate.h"
#include "indexer/readers/reader.h"

namespace backfile {

// The lines of a scraped file as blocks.
std::vector<ExplainedBlock> explain_lines(const std::vector<Boilerplate::Judged>& lines);

// Marks the blocks of `before`'s body that `found` has no longer: what other articles share.
void explain_furniture(const Article& before, Found& found);

// The article's facts with where they come from, each block with what was done to it, and the sum.
// Blocks are cut to `columns`.
std::string to_text(const Found& found, std::size_t columns);

}  // namespace backfile
