// The built program running beside the test: to be signalled, limited, waited for.
//
//   StartedProgram program({"index", "--index", index, articles});
//   program.signal(SIGTERM);
//   EXPECT_EQ(program.wait().code, 143);
//
// run_program.h runs one to its end.
#pragma once

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/places.h"
#include "tests/temporary_directory.h"

namespace backfile {

struct Ran {
  int code = -1;  // 128 and more: ended by a signal
  std::string out, err;
};

using Environment = std::vector<std::pair<std::string, std::string>>;

class StartedProgram {
 public:
  // `largest_file`: bytes that no file it writes may exceed, as `ulimit -f` sets it.
  explicit StartedProgram(std::vector<std::string> words,
                          std::optional<rlim_t> largest_file = std::nullopt,
                          const Environment& environment = {}) {
    std::string program = program_path;
    std::vector<char*> pointers = {program.data()};
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    process_ = ::fork();
    if (process_ != 0) return;
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    if (std::freopen((scratch_ / "out").c_str(), "w", stdout) == nullptr ||
        std::freopen((scratch_ / "err").c_str(), "w", stderr) == nullptr ||
        std::freopen("/dev/null", "r", stdin) == nullptr)
      ::_exit(126);
    if (largest_file) {
      const rlimit limit{*largest_file, *largest_file};
      ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ::execv(program.c_str(), pointers.data());
    ::_exit(127);
  }
  ~StartedProgram() {
    if (process_ <= 0) return;
    signal(SIGKILL);
    wait();
  }
  StartedProgram(const StartedProgram&) = delete;
  StartedProgram& operator=(const StartedProgram&) = delete;

  void signal(int number) const { ::kill(process_, number); }
  // What it printed so far.
  std::string out() const { return scratch_.read("out"); }
  std::string err() const { return scratch_.read("err"); }

  Ran wait() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), out(), err()};
  }

 private:
  TemporaryDirectory scratch_;
  pid_t process_ = 0;
};

}  // namespace backfile
