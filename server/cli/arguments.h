// From the command line, the environment and backfile.toml to the arguments of one command.
//
// A flag overrides the environment, which overrides backfile.toml, which overrides the default.
// Parser and help are driven by the table of commands (indexer/base/command.h); main.cc runs the
// result. Reads the environment and the configuration file, so call it on the main thread.
#pragma once

#include <span>
#include <string>

#include "indexer/base/command.h"

namespace backfile {

// What the command line asks for.
struct Invocation {
  const Command* command = nullptr;  // nullptr: print `text` (help, version) and exit
  Arguments arguments;
  std::string text;
};

// Failure{usage} for what is not in the table; the message names the nearest entry. `words` begin
// with the program's own name, as argv does, and `commands` must outlive the result.
Invocation parse_command_line(std::span<const Command> commands, int count,
                              const char* const* words);

}  // namespace backfile
