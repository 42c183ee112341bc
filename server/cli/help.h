// Help texts, generated from the table of commands. Used by arguments.cc. Pure; safe on any thread.
#pragma once

#include <span>
#include <string>

#include "indexer/base/command.h"

namespace backfile {

std::string help(std::span<const Command> commands);
std::string help(const Command& command);
std::string version();

}  // namespace backfile
