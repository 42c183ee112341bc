// `backfile evaluate`: measures the ranking on topics and judgements. Listed by commands.cc.
#pragma once

#include "indexer/base/command.h"

namespace backfile {

Command evaluate_command();

}  // namespace backfile
