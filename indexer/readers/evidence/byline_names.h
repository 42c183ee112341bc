// The names in one part of a byline: "Jane Doe, staff writer, and John Roe in Kellby".
//
// byline.h cuts a line into parts; what is no name is taken off here. Pure; safe on any thread.
#pragma once

#include <string>
#include <vector>

#include "indexer/readers/evidence/byline_text.h"

namespace backfile {

// Adds the names to `names` that are not among them.
void read_names(const BylineWords& part, std::vector<std::string>& names);

// Whether all of the words are such as stand around names, or numbers: "our own correspondent".
bool names_nobody(const BylineWords& words);

// Whether they name somebody by the job alone: "Our Correspondent in Velmouth".
bool names_job_alone(const BylineWords& words);

}  // namespace backfile
