// `backfile serve` as operators run it.
#include <gtest/gtest.h>
#include <httplib.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "query/search/searcher.h"
#include "tests/places.h"
#include "tests/running_program.h"
#include "tests/server/site/running_service.h"
#include "tests/small_index.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

class Program : public RunningProgram {
 public:
  explicit Program(std::vector<std::string> arguments)
      : RunningProgram(program_path, std::move(arguments)) {}
  int port() { return number_after("127.0.0.1:"); }
};

class Serve : public ::testing::Test {
 protected:
  Serve() : index_({small_article("1", "Storm over the harbour", "The storm broke the pier.")}) {}
  std::string directory() const { return index_.directory().string(); }

  SmallIndex index_;
};

TEST_F(Serve, AnswersUntilASignalStopsIt) {
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
    EXPECT_LT(Clock::now() - before, seconds(5)) << "open connections must not delay it";
  }
}

TEST_F(Serve, EvictsIdleConnectionsWhenDescriptorsRunOut) {
  RunningProgram program("/bin/sh", {"-c", "ulimit -n 64; exec \"$@\"", "sh", program_path, "serve",
                                     "--index", directory(), "--port", "0", "--quiet"});
  const int port = program.number_after("127.0.0.1:");
  ASSERT_GT(port, 0);
  // UBSan needs a descriptor the first time it checks a type with virtual functions, so one request
  // is answered while there are enough.
  say(port, "GET /robots.txt HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 100; ++i) {
    clients.push_back(std::make_unique<RawClient>(port));
    clients.back()->send("GET /robots.txt HTTP/1.1\r\nHost: a\r\n\r\n");
    if (status_of(clients.back()->read_some()) == 200) continue;
    program.signal(SIGTERM);
    FAIL() << "client " << i << "; the server said: " << program.rest();
  }
}

TEST_F(Serve, SendsNoTruncatedPagesWhenStoppedUnderLoad) {
  Program program({"serve", "--index", directory(), "--port", "0", "--quiet"});
  const int port = program.port();
  ASSERT_GT(port, 0);
  std::atomic<int> answered = 0;
  std::vector<std::thread> clients;
  for (int i = 0; i < 8; ++i)
    clients.emplace_back([&] {
      std::string answer;
      do {
        try {
          answer =
              say(port, "GET /search?q=storm HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        } catch (const std::exception&) {
          return;  // the server no longer listens
        }
        EXPECT_TRUE(answer.empty() || answer.ends_with("</html>\n")) << "a truncated page";
        ++answered;
      } while (!answer.empty());
    });
  while (answered < 50) std::this_thread::yield();
  const auto before = Clock::now();
  program.signal(SIGTERM);
  EXPECT_EQ(program.exit_code(), 0);
  EXPECT_LT(Clock::now() - before, seconds(5));
  for (std::thread& client : clients) client.join();
}

TEST_F(Serve, ReopensItsLogAndPicksUpANewGenerationOnSighup) {
  const TemporaryDirectory logs;
  Program program({"serve", "--index", directory(), "--port", "0", "--log", logs / "access.log"});
  httplib::Client client("127.0.0.1", program.port());
  ASSERT_TRUE(client.Get("/before"));
  std::filesystem::rename(logs / "access.log", logs / "old.log");
  index_.publish({small_article("2", "Calm at last", "Nothing happened.")});
  const auto is_in = [&](const char* file, const std::string& words) {
    return logs.read(file).find(words) != std::string::npos;
  };
  const std::string reloaded =
      "\"event\":\"reload\",\"generation\":\"" + current_name(index_.directory()) + "\"";
  program.signal(SIGHUP);
  for (int i = 0; i < 3000 && !is_in("access.log", reloaded); ++i)
    std::this_thread::sleep_for(milliseconds(10));
  EXPECT_TRUE(is_in("access.log", reloaded)) << "before any request arrived";
  ASSERT_TRUE(client.Get("/after"));
  program.signal(SIGTERM);
  EXPECT_EQ(program.rest(), "") << "standard error must have no part of the log";
  EXPECT_EQ(program.exit_code(), 0);
  EXPECT_TRUE(is_in("old.log", "\"/before\""));
  EXPECT_TRUE(is_in("access.log", "\"/after\""));
  EXPECT_FALSE(is_in("old.log", "\"/after\""));
}

TEST_F(Serve, ReportsAtHealthzThatItsLogCannotBeWritten) {
  const TemporaryDirectory logs;
  const std::filesystem::path log = logs / "access.log";
  std::filesystem::create_symlink("/dev/full", log);
  Program program({"serve", "--index", directory(), "--port", "0", "--log", log});
  httplib::Client client("127.0.0.1", program.port());
  const auto health = [&] {
    const auto answer = client.Get("/healthz");
    EXPECT_TRUE(answer && answer->status == 200);
    return answer ? nlohmann::json::parse(answer->body) : nlohmann::json();
  };
  EXPECT_EQ(health()["warnings"], nlohmann::json::array()) << "nothing has been logged yet";
  const nlohmann::json full = health();
  EXPECT_EQ(full["status"], "ok");
  EXPECT_EQ(full["lost_log_lines"], 1);
  EXPECT_EQ(full["warnings"],
            nlohmann::json::array({"The log cannot be written (No space left on device): its "
                                   "lines are lost until it can."}));
  EXPECT_NE(program.line().find("cannot be written (No space left on device)"), std::string::npos);

  std::filesystem::remove(log);
  program.signal(SIGHUP);
  for (int i = 0; i < 3000 && logs.read("access.log").empty(); ++i)
    std::this_thread::sleep_for(milliseconds(10));
  const nlohmann::json repaired = health();
  EXPECT_EQ(repaired["warnings"], nlohmann::json::array());
  EXPECT_EQ(repaired["lost_log_lines"], 2);
  program.signal(SIGTERM);
  EXPECT_EQ(program.rest(), "") << "it is reported once";
  EXPECT_EQ(program.exit_code(), 0);
}

TEST_F(Serve, ReloadsOnSighupEvenIfItWasStartedToIgnoreIt) {
  const std::vector<std::string> serve = {program_path, "serve",  "--index",
                                          directory(),  "--port", "0"};
  for (const std::string shell : {"exec \"$@\"", "trap '' HUP; exec \"$@\""}) {
    SCOPED_TRACE(shell);
    std::vector<std::string> words = {"-c", shell, "sh"};
    words.insert(words.end(), serve.begin(), serve.end());
    RunningProgram program("/bin/sh", words);
    const int port = program.number_after("127.0.0.1:");
    for (int i = 0; i < 3; ++i) {
      program.signal(SIGHUP);
      EXPECT_NE(program.line().find("\"event\":\"reload\""), std::string::npos);
    }
    EXPECT_TRUE(httplib::Client("127.0.0.1", port).Get("/healthz"));
    program.signal(SIGTERM);
    EXPECT_EQ(program.exit_code(), 0);
  }
}

TEST_F(Serve, RetriesAGenerationOnSighup) {
  Program program({"serve", "--index", directory(), "--port", "0"});
  ASSERT_GT(program.port(), 0);
  const std::string whole = current_name(index_.directory());
  std::ofstream(index_.directory() / "current") << "20990101T000000Z-99\n";
  for (int i = 0; i < 2; ++i) {
    program.signal(SIGHUP);
    EXPECT_NE(program.line().find("so the previous one stays in service"), std::string::npos);
    EXPECT_NE(program.line().find("\"generation\":\"" + whole + "\""), std::string::npos);
  }
}

TEST_F(Serve, LogsThatANewerGenerationCannotBeOpened) {
  Program program({"serve", "--index", directory(), "--port", "0", "--quiet"});
  const int port = program.port();
  ASSERT_GT(port, 0);
  const std::string name = "20990101T000000Z-99";
  std::filesystem::create_directory(index_.directory() / "generations" / name);
  std::ofstream(index_.directory() / "current") << name << '\n';
  httplib::Client client("127.0.0.1", port);
  for (int i = 0; i < 2; ++i) {
    const auto answer = client.Get("/api/v1/search?q=storm");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
  }
  program.signal(SIGTERM);
  const std::string logged = program.rest();
  EXPECT_NE(logged.find("\"error\":\"generation " + name + " cannot be opened"), logged.npos)
      << logged;
  EXPECT_EQ(std::count(logged.begin(), logged.end(), '\n'), 1) << logged;
}

TEST_F(Serve, ListensOnIpv6WithOrWithoutBrackets) {
  for (const std::string host : {"::1", "[::1]"}) {
    SCOPED_TRACE(host);
    RunningProgram program(
        program_path, {"serve", "--index", directory(), "--port", "0", "--host", host, "--quiet"});
    const std::string said = program.line();
    if (said.find("cannot listen on [::1]:0") != said.npos)
      GTEST_SKIP() << "no IPv6 here: " << said;
    const std::string place = "http://[::1]:";
    ASSERT_NE(said.find(place), said.npos) << said;
    httplib::Client client("::1", std::atoi(said.c_str() + said.find(place) + place.size()));
    const auto answer = client.Get("/healthz");
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 200);
  }
}

TEST_F(Serve, PrintsItsAddressWithTheBasePath) {
  RunningProgram program(program_path, {"serve", "--index", directory(), "--port", "0", "--quiet",
                                        "--base-url", "https://example.org/archive/"});
  const std::string said = program.line();
  EXPECT_NE(said.find("/archive/ (Ctrl-C"), said.npos) << said;
}

TEST_F(Serve, ExplainsWhatIsWrong) {
  Program first({"serve", "--index", directory(), "--port", "0", "--quiet"});
  const std::string taken = std::to_string(first.port());
  const struct {
    std::vector<std::string> arguments;
    int code;
    std::string says;
  } cases[] = {
      {{"serve", "--index", directory(), "--port", taken},
       2,
       "port " + taken + " of 127.0.0.1 is in use"},
      {{"serve", "--index", directory(), "--host", "192.0.2.1"},
       2,
       "name an address of this machine with --host"},
      {{"serve", "--index", directory(), "--port", "70000"}, 2, "port"},
      {{"serve", "--index", directory(), "--base-url", "javascript:1"},
       2,
       "--base-url takes the address of a site, such as https://archive.example.org"},
      {{"serve", "--index", directory(), "--host", "[::1"}, 2, "--host takes an address"},
      {{"serve", "--index", directory(), "--host", ""}, 2, "--host takes an address"},
      {{"serve", "--index", directory(), "extra"}, 2, "extra"},
      {{"serve", "--index", "/nowhere/at/all"}, 7, "/nowhere/at/all"},
      {{"serve", "--index", directory(), "--log", "/nowhere/at/all.log"},
       8,
       "cannot write the log /nowhere/at/all.log (No such file or directory)"},
      {{"serve", "--index", directory(), "--log", directory()}, 8, "(Is a directory)"},
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
