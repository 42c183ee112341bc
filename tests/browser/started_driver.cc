// Reads what the driver prints until it names its port, and starts it again if it exits instead.
#include "tests/browser/started_driver.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>
#include <utility>

namespace backfile {
namespace {

constexpr int most_tries = 50;

// What a driver says until it names its port or exits; the port is 0 if it exits.
struct Start {
  int port = 0;
  std::string said;
};

Start start_of(RunningProgram& program) {
  constexpr std::string_view before_port = "successfully on port ";
  Start start;
  for (std::string line = program.line(); !line.empty(); line = program.line()) {
    const std::size_t at = line.find(before_port);
    if (at != std::string::npos) start.port = std::atoi(line.c_str() + at + before_port.size());
    if (start.port != 0) return start;
    start.said += (start.said.empty() ? "" : " ") + line;
  }
  return start;
}

}  // namespace

StartedDriver::StartedDriver(const std::vector<std::string>& words) {
  std::string said;
  for (int i = 0; i < most_tries; ++i) {
    program_.emplace(words.front(), std::vector(words.begin() + 1, words.end()), STDOUT_FILENO);
    Start start = start_of(*program_);
    port_ = start.port;
    if (port_ != 0) return;
    said = std::move(start.said);
    if (said.find("port not available") == std::string::npos) break;
  }
  throw std::runtime_error("ChromeDriver exits, saying: " + said);
}

}  // namespace backfile
