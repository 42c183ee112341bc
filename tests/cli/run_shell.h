// A command line as typed into a shell, with its pipes and redirections, and what it printed.
//
//   run_shell("\"$BACKFILE\" search storm > /dev/full").code == 8
#pragma once

#include <string>

#include "run_program.h"

namespace backfile {

// $BACKFILE is the built program, $SCRATCH `scratch`. bash, for its ${PIPESTATUS[@]} and <(...).
inline Ran run_shell(const std::string& line, const TemporaryDirectory& scratch) {
  const auto quoted = [](const std::string& path) { return "'" + path + "'"; };
  std::ofstream(scratch / "line.sh")
      << "BACKFILE=" << quoted(program_path) << "\nSCRATCH=" << quoted(scratch.path().string())
      << "\nexport BACKFILE_INDEX=\"${BACKFILE_INDEX-$SCRATCH/index}\"\n"
      << line << '\n';
  const std::string run = "bash " + quoted(scratch / "line.sh") + " > " + quoted(scratch / "out") +
                          " 2> " + quoted(scratch / "err");
  const int status = std::system(run.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), scratch.read("out"),
          scratch.read("err")};
}

}  // namespace backfile
