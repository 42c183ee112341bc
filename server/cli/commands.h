// The server's command, `serve`, for the table in main.cc. Commands run on the main thread.
#pragma once

#include <vector>

#include "indexer/base/command.h"

namespace backfile {

std::vector<Command> server_commands();

}  // namespace backfile
