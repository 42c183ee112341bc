// The program as operators run it: `backfile serve`.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <httplib.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <string>
#include <thread>
#include <vector>

#include "tests/places.h"
#include "tests/server/running_service.h"
#include "tests/small_index.h"

extern char** environ;

namespace backfile {
namespace {

using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

class Program {
 public:
  explicit Program(std::vector<std::string> arguments) {
    std::array<int, 2> ends;
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    std::string program = program_path;
    std::vector<char*> words = {program.data()};
    for (std::string& argument : arguments) words.push_back(argument.data());
    words.push_back(nullptr);
    if (::posix_spawn(&process_, program.c_str(), &actions, nullptr, words.data(), environ) != 0)
      process_ = 0;
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    errors_ = ends[0];
  }
  ~Program() {
    if (process_ > 0) {
      ::kill(process_, SIGKILL);
      ::waitpid(process_, nullptr, 0);
    }
    ::close(errors_);
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  // One line of standard error; empty at its end.
  std::string line() {
    std::string text;
    char c = 0;
    while (::read(errors_, &c, 1) == 1 && c != '\n') text += c;
    return text;
  }
  std::string rest() {
    std::string text;
    for (std::string next = line(); !next.empty(); next = line()) text += next + '\n';
    return text;
  }
  // Of "... on http://127.0.0.1:43211/ ...".
  int port() {
    const std::string said = line();
    const std::size_t at = said.rfind("127.0.0.1:");
    return at == std::string::npos ? 0 : std::atoi(said.c_str() + at + 10);
  }
  void signal(int number) const { ::kill(process_, number); }
  int exit_code() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  pid_t process_ = 0;
  int errors_ = -1;
};

class Serve : public ::testing::Test {
 protected:
  Serve() : index_({small_article("1", "Storm over the harbour", "The storm broke the pier.")}) {}
  std::string directory() const { return index_.directory().string(); }

  SmallIndex index_;
};

TEST_F(Serve, AnswersUntilItIsToldToStop) {
  for (const int number : {SIGTERM, SIGINT}) {
    Program program({"serve", "--index", directory(), "--port", "0", "--title", "The Gazette"});
    const int port = program.port();
    ASSERT_GT(port, 0);
    httplib::Client client("127.0.0.1", port);
    const auto page = client.Get("/");
    ASSERT_TRUE(page);
    EXPECT_EQ(page->status, 200);
    EXPECT_NE(page->body.find("<h1>The Gazette</h1>"), std::string::npos);
    const std::string logged = program.line();
    EXPECT_NE(logged.find("\"path\":\"/\",\"status\":200"), std::string::npos) << logged;
    const auto before = Clock::now();
    program.signal(number);
    EXPECT_EQ(program.exit_code(), 0);
    EXPECT_LT(Clock::now() - before, seconds(5)) << "kept connections must not hold it up";
  }
}

TEST_F(Serve, SendsNoHalfPagesWhenItIsStoppedUnderLoad) {
  Program program({"serve", "--index", directory(), "--port", "0", "--quiet"});
  const int port = program.port();
  ASSERT_GT(port, 0);
  std::atomic<int> answered = 0;
  std::vector<std::thread> visitors;
  for (int i = 0; i < 8; ++i)
    visitors.emplace_back([&] {
      std::string answer;
      do {
        try {
          answer =
              say(port, "GET /search?q=storm HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        } catch (const std::exception&) {
          return;  // nobody is at the door any more
        }
        EXPECT_TRUE(answer.empty() || answer.ends_with("</html>\n")) << "half a page";
        ++answered;
      } while (!answer.empty());
    });
  while (answered < 50) std::this_thread::yield();
  const auto before = Clock::now();
  program.signal(SIGTERM);
  EXPECT_EQ(program.exit_code(), 0);
  EXPECT_LT(Clock::now() - before, seconds(5));
  for (std::thread& visitor : visitors) visitor.join();
}

TEST_F(Serve, SaysPlainlyWhatIsWrong) {
  Program first({"serve", "--index", directory(), "--port", "0", "--quiet"});
  const std::string taken = std::to_string(first.port());
  const struct {
    std::vector<std::string> arguments;
    int code;
    std::string says;
  } cases[] = {
      {{"serve", "--index", directory(), "--port", taken},
       2,
       "Port " + taken + " of 127.0.0.1 is in use"},
      {{"serve", "--index", directory(), "--host", "192.0.2.1"},
       2,
       "is --host an address of this machine?"},
      {{"serve", "--index", directory(), "--port", "70000"}, 2, "port"},
      {{"serve", "--index", directory(), "--base-url", "javascript:1"}, 2, "--base-url must be"},
      {{"serve", "--index", directory(), "extra"}, 2, "extra"},
      {{"serve", "--index", "/nowhere/at/all"}, 7, "/nowhere/at/all"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.says);
    Program program(c.arguments);
    const std::string said = program.rest();
    EXPECT_NE(said.find(c.says), std::string::npos) << said;
    EXPECT_EQ(program.exit_code(), c.code);
  }
}

}  // namespace
}  // namespace backfile
