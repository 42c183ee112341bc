// A program running beside a test: started with words, read line by line, ended by a signal.
//
//   RunningProgram program(program_path, {"serve", "--port", "0"});
//   const int port = program.number_after("127.0.0.1:");
#pragma once

#include <sys/types.h>
#include <unistd.h>

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

class RunningProgram {
 public:
  // `stream` is the one that is read, of 1 (what it answers) and 2 (what it says).
  RunningProgram(std::string program, std::vector<std::string> arguments,
                 int stream = STDERR_FILENO);
  ~RunningProgram();  // kills it, if it still runs
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  std::string line();  // empty at the end
  std::string rest();
  // The number behind the last `words` of the first line that has them; 0 if none has.
  int number_after(std::string_view words);

  void signal(int number) const;
  int exit_code();  // once it has ended; negative: the signal that ended it

 private:
  pid_t process_ = 0;
  int output_ = -1;
};

}  // namespace backfile
