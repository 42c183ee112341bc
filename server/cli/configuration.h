// Default values of flags: from the environment and from backfile.toml.
//
//   index = "/srv/archive.index"   # for every command that has the flag
//   [search]
//   limit = 10                     # for one command
//
// The file is ./backfile.toml, or the one named by $BACKFILE_CONFIG. Used by arguments.cc, on the
// main thread.
#pragma once

#include <span>

#include "indexer/base/command.h"

namespace backfile {

// Adds the flags that were not given on the command line to `arguments`. Failure{usage} names the
// file and line of a key that no command has, or of a value of the wrong type.
void apply_configuration(std::span<const Command> commands, const Command& command,
                         Arguments& arguments);

}  // namespace backfile
