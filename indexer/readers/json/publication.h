// Whether an article is published, by what its system says of it.
//
// Used by declared.h for JSON, front matter and JSON-LD. Pure; safe on any thread.
#pragma once

#include <string>

#include "indexer/readers/json/shapes/members.h"

namespace backfile {

// Why an article is not to be shown: "marked as a draft", "marked as not published: private". Empty
// for one that is published, or says nothing about it.
std::string unpublished_reason(const Members& members);

}  // namespace backfile
