// Runs the built program as a shell would, and keeps what it printed.
//
//   const Ran ran = run_program({"search", "--index", directory, "storm"});
//   EXPECT_EQ(ran.code, 0);
#pragma once

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "tests/places.h"

namespace backfile {

struct Ran {
  int code = -1;  // 128 and more: ended by a signal
  std::string out, err;
};

// A directory of its own that goes away with the object.
class ScratchDirectory {
 public:
  ScratchDirectory() {
    std::string name = (std::filesystem::temp_directory_path() / "backfile-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~ScratchDirectory() { std::filesystem::remove_all(path_); }
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;

  std::string operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

inline std::string contents_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

using Environment = std::vector<std::pair<std::string, std::string>>;

inline Ran run_program(const std::vector<std::string>& arguments,
                       const Environment& environment = {}) {
  const ScratchDirectory scratch;
  const std::string out = scratch / "out", err = scratch / "err";
  const pid_t child = ::fork();
  if (child == 0) {
    std::string program = program_path;
    std::vector<std::string> words = arguments;
    std::vector<char*> pointers = {program.data()};
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    for (const auto& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
    if (std::freopen(out.c_str(), "w", stdout) == nullptr ||
        std::freopen(err.c_str(), "w", stderr) == nullptr ||
        std::freopen("/dev/null", "r", stdin) == nullptr)
      ::_exit(126);
    ::execv(program.c_str(), pointers.data());
    ::_exit(127);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return {code, contents_of(out), contents_of(err)};
}

}  // namespace backfile
