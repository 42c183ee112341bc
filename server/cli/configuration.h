// Defaults from outside the command line: the environment, and backfile.toml.
//
//   index = "/srv/archive.index"   # for every command that has the flag
//   [search]
//   limit = 10                     # for one command
//
// The file is ./backfile.toml, or the one that $BACKFILE_CONFIG names.
#pragma once

#include <span>

#include "indexer/base/command.h"

namespace backfile {

// Adds to `arguments` what was not given as a flag. Failure{usage} names file and line of a key
// that no command has, or a value of the wrong kind.
void apply_configuration(std::span<const Command> commands, const Command& command,
                         Arguments& arguments);

}  // namespace backfile
