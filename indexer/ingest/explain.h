// `backfile read --explain`: what became of a file, block by block, for people and for programs.
//
// Readers explain pages (common/explanation.h), scraped_boilerplate.h scraped lines; what neither
// explains was kept whole. Pure functions; commands.cc prints what they return. explain_json.cc
// writes JSON.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/boilerplate/scraped_boilerplate.h"
#include "indexer/readers/common/reader.h"

namespace backfile {

// Why a line of scraped text belongs to no story: many files have it.
inline constexpr std::string_view opens_or_closes_many = "opens or closes many files";

// The lines of a scraped file as blocks.
std::vector<ExplainedBlock> explain_lines(const std::vector<ScrapedBoilerplate::Judged>& lines);

// The words of those that belong to no story, by the reasons given there.
Leftovers left_out_of(const std::vector<ScrapedBoilerplate::Judged>& lines);

// Marks the blocks of `before`'s body that `found` no longer has: what other articles share.
void explain_boilerplate(const Article& before, Found& found);

// Every block of the file in its order; where no reader explained any, all of the article as kept.
std::vector<ExplainedBlock> blocks_of(const Found& found);

// Where "title" or "author" comes from; empty if unknown.
std::string origin_of(const Found& found, std::string_view field);

// One JSON object on one line. `title`, `author`, `published` and `modified` are objects with their
// `value`, `from` where it was found, and, for dates, the `text` as written there; null is
// unknown. A date with a text but no value could not be read. `left_out` counts words by
// reason; each of the `blocks` has `kept`, `reason`, `words`, `where` and its whole `text`.
std::string explanation_line(const Found& found);

// The article's facts and their origins, each block with what was done to it, and the sum.
// Blocks are cut to `columns`.
std::string to_text(const Found& found, std::size_t columns);

}  // namespace backfile
