// The middle floor's commands: search and evaluate. Gathered by server/cli/main.cc.
#pragma once

#include <vector>

#include "indexer/base/command.h"

namespace backfile {

std::vector<Command> query_commands();

}  // namespace backfile
