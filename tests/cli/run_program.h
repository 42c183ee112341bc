// Runs the built program as a shell would, and keeps what it printed.
//
//   const Ran ran = run_program({"search", "--index", directory, "storm"});
//   EXPECT_EQ(ran.code, 0);
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "started_program.h"

namespace backfile {

inline Ran run_program(const std::vector<std::string>& arguments,
                       const Environment& environment = {}) {
  return StartedProgram(arguments, std::nullopt, environment).wait();
}

}  // namespace backfile
