// From the command line, the environment and backfile.toml to the arguments of one command.
//
// Flag > environment > backfile.toml > default. Parser and help are made from the table of
// commands (indexer/base/command.h); main.cc runs what is found here. Pure but for the environment and
// the configuration file.
#pragma once

#include <span>
#include <string>

#include "indexer/base/command.h"

namespace backfile {

// What the command line asks for.
struct Invocation {
  const Command* command = nullptr;  // nullptr: to print `text` and be done (help, version)
  Arguments arguments;
  std::string text;
};

// Failure{usage} for what the table does not know, with the nearest thing it does.
Invocation parse_command_line(std::span<const Command> commands, int count,
                              const char* const* words);

}  // namespace backfile
