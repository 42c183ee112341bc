// ChromeDriver running beside a test, on a port of its own.
//
// Asked for any port, the driver takes one that is free for IPv6 and then needs the same number for
// IPv4, where another program may have it: then it exits, and is started again.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/running_program.h"

namespace backfile {

class StartedDriver {
 public:
  // `words` start the driver, the program first. Throws std::runtime_error, with what the driver
  // said, if it exits for another reason or finds no port in many tries.
  explicit StartedDriver(const std::vector<std::string>& words);

  int port() const { return port_; }

 private:
  std::optional<RunningProgram> program_;
  int port_ = 0;
};

}  // namespace backfile
