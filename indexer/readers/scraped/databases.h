// Documents that databases of the press export as one text file: Nexis, Factiva, ProQuest.
//
// Each names paper, day, author and title in lines of its own above the text. Called by exports.cc.
// Pure; safe on any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/readers/scraped/exports.h"

namespace backfile {

// The documents in their order; none if the lines are no such export.
std::vector<ExportedText> database_texts(std::span<const std::string> lines);

}  // namespace backfile
