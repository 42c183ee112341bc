// Starts the program with its output in a pipe, and waits for its end when the object is destroyed.
#include "tests/running_program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <utility>

extern char** environ;

namespace backfile {

RunningProgram::RunningProgram(std::string program, std::vector<std::string> arguments,
                               int stream) {
  std::array<int, 2> ends;
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], stream);
  std::vector<char*> words = {program.data()};
  for (std::string& argument : arguments) words.push_back(argument.data());
  words.push_back(nullptr);
  if (::posix_spawn(&process_, program.c_str(), &actions, nullptr, words.data(), environ) != 0)
    process_ = 0;
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  output_ = ends[0];
}

RunningProgram::~RunningProgram() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  ::close(output_);
}

std::string RunningProgram::line() {
  std::string text;
  char c = 0;
  while (::read(output_, &c, 1) == 1 && c != '\n') text += c;
  return text;
}

std::string RunningProgram::rest() {
  std::string text;
  for (std::string next = line(); !next.empty(); next = line()) text += next + '\n';
  return text;
}

int RunningProgram::number_after(std::string_view words) {
  for (std::string said = line(); !said.empty(); said = line()) {
    const std::size_t at = said.rfind(words);
    if (at != std::string::npos) return std::atoi(said.c_str() + at + words.size());
  }
  return 0;
}

void RunningProgram::signal(int number) const {
  ::kill(process_, number);
}

int RunningProgram::exit_code() {
  constexpr int never_started = 127;
  if (process_ <= 0) return never_started;
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = 0;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace backfile
