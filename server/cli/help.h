// Help, laid out from the table of commands.
//
// Pure functions; arguments.h decides which is wanted.
#pragma once

#include <span>
#include <string>

#include "indexer/base/command.h"

namespace backfile {

std::string help(std::span<const Command> commands);
std::string help(const Command& command);
std::string version();

}  // namespace backfile
