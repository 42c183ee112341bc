// What a build says when it is done: for people or as JSON.
//
// Pure functions; commands.cc prints what they return.
#pragma once

#include <string>

#include "indexer/builder.h"

namespace backfile {

std::string to_text(const BuildReport& report, const std::string& index);
std::string to_json(const BuildReport& report);

}  // namespace backfile
