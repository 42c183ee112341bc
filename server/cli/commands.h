// The top floor's command: serve. Gathered by main.cc.
#pragma once

#include <vector>

#include "indexer/base/command.h"

namespace backfile {

std::vector<Command> server_commands();

}  // namespace backfile
