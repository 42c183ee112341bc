// The program: collects every floor's commands in one table, runs the one asked for, and reports a
// failure as one line on standard error.
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <iostream>
#include <vector>

#include "indexer/base/failure.h"
#include "indexer/build/commands.h"
#include "query/commands.h"
#include "server/cli/arguments.h"
#include "server/cli/commands.h"

namespace {

using namespace backfile;

std::vector<Command> all_commands() {
  std::vector<Command> commands = indexer_commands();
  for (const Command& command : query_commands()) commands.push_back(command);
  for (const Command& command : server_commands()) commands.push_back(command);
  return commands;
}

int run(int count, char** words) {
  const std::vector<Command> commands = all_commands();
  const Invocation invocation = parse_command_line(commands, count, words);
  int code = EXIT_SUCCESS;
  if (invocation.command) {
    code = invocation.command->run(invocation.arguments);
  } else {
    print(invocation.text);
  }
  errno = 0;
  if (!std::cout.flush()) throw output_failure(errno);
  return code;
}

// If standard output were closed, the next file to be opened would get its descriptor and
// everything that is printed.
void open_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(stream, F_GETFD) == -1) ::open("/dev/null", O_RDONLY);  // so writing fails
  }
}

}  // namespace

int main(int count, char** words) {
  open_standard_streams();
  signal(SIGPIPE, SIG_DFL);  // when the reader of our output stops, exit without a message
  signal(SIGXFSZ, SIG_IGN);  // exceeding the limit of file size is an error like a full disk
  std::ios::sync_with_stdio(false);
  try {
    return run(count, words);
  } catch (...) {
    const Failure failure = current_failure();
    std::cerr << "backfile: " << failure.what() << '\n';
    return static_cast<int>(failure.code());
  }
}
