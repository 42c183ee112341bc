// The middle floor's commands: search. Gathered by server/main.cc.
#pragma once

#include <vector>

#include "indexer/command.h"

namespace backfile {

std::vector<Command> query_commands();

}  // namespace backfile
