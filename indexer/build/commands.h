// The indexer's commands: index, read, boilerplate, stats. Included by server/cli/main.cc alone.
#pragma once

#include <vector>

#include "indexer/base/command.h"

namespace backfile {

std::vector<Command> indexer_commands();

}  // namespace backfile
