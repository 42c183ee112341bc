// The log: one line for each request, through rotation and failed writes.
#include "server/http/log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/temporary_directory.h"

namespace backfile {
namespace {

TEST(Log, WritesOneLineOfAsciiForAnyRequest) {
  const std::string targets[] = {
      "/search?q=secret",           "/a\nb", "/\x1B[2J", "/\u202Egpj.exe", "/\xFF\xFE",
      "/" + std::string(5000, 'x'), "",
  };
  for (const std::string& target : targets) {
    SCOPED_TRACE(target);
    const std::string line = request_log_line({"GET", target, "HTTP/1.1"}, 200, 1.25);
    EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1);
    EXPECT_TRUE(line.ends_with("}\n"));
    EXPECT_TRUE(
        std::all_of(line.begin(), line.end() - 1, [](char c) { return c >= 0x20 && c < 0x7F; }));
    EXPECT_LT(line.size(), 1500U);
    const auto entry = nlohmann::json::parse(line);
    EXPECT_EQ(entry["status"], 200);
    EXPECT_EQ(entry["method"], "GET");
  }
}

TEST(Log, OmitsSearchTerms) {
  const std::string line = request_log_line({"GET", "/search?q=secret", ""}, 200, 1);
  EXPECT_EQ(line.find("secret"), std::string::npos);
  EXPECT_NE(line.find("/search"), std::string::npos);
  EXPECT_EQ(error_log_line("/search?q=secret", "disk on fire").find("secret"), std::string::npos);
}

TEST(Log, LosesAndTearsNoLineWhileItIsReopened) {
  const TemporaryDirectory directory;
  const std::string file = directory / "access.log";
  std::ofstream(file) << "before\n";
  const Log log(file);
  constexpr int writers = 4, lines = 2000, renames = 20;
  const std::string line = std::string(60, 'x') + '\n';
  std::vector<std::jthread> threads;
  for (int i = 0; i < writers; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < lines; ++n) log.write(line);
    });
  for (int i = 0; i < renames; ++i) {
    std::filesystem::rename(file, directory / ("old" + std::to_string(i)));
    EXPECT_EQ(log.reopen(), 0);
  }
  threads.clear();
  std::string all = contents_of(file);
  for (int i = 0; i < renames; ++i) all += contents_of(directory / ("old" + std::to_string(i)));
  std::istringstream read(all);
  int whole = 0, before = 0;
  for (std::string text; std::getline(read, text);) {
    whole += text + '\n' == line ? 1 : 0;
    before += text == "before" ? 1 : 0;
  }
  EXPECT_EQ(whole, writers * lines);
  EXPECT_EQ(before, 1) << "the file is appended to";
}

TEST(Log, ContinuesInTheOldFileIfItCannotBeReopened) {
  const TemporaryDirectory directory;
  const Log log(directory / "access.log");
  std::filesystem::rename(directory / "access.log", directory / "old");
  std::filesystem::create_directory(directory / "access.log");
  EXPECT_EQ(log.reopen(), EISDIR);
  log.write("still here\n");
  EXPECT_EQ(directory.read("old"), "still here\n");
  const auto entry = nlohmann::json::parse(reopening_log_line(EISDIR));
  EXPECT_EQ(
      entry["error"],
      "the log file cannot be reopened (Is a directory); logging continues in the file that was "
      "open before");
}

TEST(Log, ReportsOnceThatItCannotBeWrittenUntilItCanAgain) {
  const TemporaryDirectory directory;
  const std::filesystem::path file = directory / "access.log";
  const auto link_to = [&](const std::string& place) {
    std::filesystem::remove(file);
    std::filesystem::create_symlink(place, file);
  };
  const auto reported_for = [](const Log& log, int lines) {
    testing::internal::CaptureStderr();
    for (int i = 0; i < lines; ++i) log.write("a line\n");
    return testing::internal::GetCapturedStderr();
  };
  link_to("/dev/full");
  const Log log(file);
  const std::string report = reported_for(log, 3);
  EXPECT_EQ(std::count(report.begin(), report.end(), '\n'), 1) << report;
  EXPECT_EQ(nlohmann::json::parse(report)["error"],
            "the log " + file.string() +
                " cannot be written (No space left on device), so its lines are lost; make room on "
                "the disk, or restart the server with another --log");

  link_to(directory / "room");
  ASSERT_EQ(log.reopen(), 0);
  EXPECT_EQ(reported_for(log, 2), "");
  EXPECT_EQ(directory.read("room"), "a line\na line\n");

  link_to("/dev/full");
  ASSERT_EQ(log.reopen(), 0);
  const std::string again = reported_for(log, 2);
  EXPECT_EQ(std::count(again.begin(), again.end(), '\n'), 1) << again;
}

TEST(Log, NamesTheGenerationThatCannotBeOpenedAndTheReason) {
  const auto error = [](std::string_view generation) {
    return nlohmann::json::parse(generation_log_line(generation, "no\nmanifest"))["error"];
  };
  EXPECT_EQ(error("20261124T080000Z-7"),
            "generation 20261124T080000Z-7 cannot be opened, so the previous one stays in service: "
            "no\nmanifest");
  EXPECT_EQ(
      error(""),
      "the newest generation cannot be opened, so the previous one stays in service: no\nmanifest");
}

}  // namespace
}  // namespace backfile
