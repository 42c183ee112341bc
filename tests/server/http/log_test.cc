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

TEST(Log, WritesOneLineOfPlainAsciiForAnyRequest) {
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

TEST(Log, DoesNotSayWhatWasSearchedFor) {
  const std::string line = request_log_line({"GET", "/search?q=secret", ""}, 200, 1);
  EXPECT_EQ(line.find("secret"), std::string::npos);
  EXPECT_NE(line.find("/search"), std::string::npos);
  EXPECT_EQ(error_log_line("/search?q=secret", "disk on fire").find("secret"), std::string::npos);
}

TEST(Log, LosesAndTearsNoLineWhileItsFileIsOpenedAnew) {
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
  EXPECT_EQ(before, 1) << "what stood in the file stays";
}

TEST(Log, GoesOnInTheOldFileWhereItCannotBeOpenedAnew) {
  const TemporaryDirectory directory;
  const Log log(directory / "access.log");
  std::filesystem::rename(directory / "access.log", directory / "old");
  std::filesystem::create_directory(directory / "access.log");
  EXPECT_EQ(log.reopen(), EISDIR);
  log.write("still here\n");
  EXPECT_EQ(directory.read("old"), "still here\n");
  const auto said = nlohmann::json::parse(reopening_log_line(EISDIR));
  EXPECT_EQ(said["error"],
            "the log cannot be opened anew (Is a directory) and goes on in the file that was open "
            "before");
}

TEST(Log, SaysOnceThatItCannotBeWrittenAndAgainOnlyAfterItWas) {
  const TemporaryDirectory directory;
  const std::filesystem::path file = directory / "access.log";
  const auto lead_to = [&](const std::string& place) {
    std::filesystem::remove(file);
    std::filesystem::create_symlink(place, file);
  };
  const auto told_of = [](const Log& log, int lines) {
    testing::internal::CaptureStderr();
    for (int i = 0; i < lines; ++i) log.write("a line\n");
    return testing::internal::GetCapturedStderr();
  };
  lead_to("/dev/full");
  const Log log(file);
  const std::string told = told_of(log, 3);
  EXPECT_EQ(std::count(told.begin(), told.end(), '\n'), 1) << told;
  EXPECT_EQ(nlohmann::json::parse(told)["error"],
            "the log " + file.string() +
                " cannot be written (No space left on device), and its lines are lost until it "
                "can; make room for it, or start anew with another --log");

  lead_to(directory / "room");
  ASSERT_EQ(log.reopen(), 0);
  EXPECT_EQ(told_of(log, 2), "");
  EXPECT_EQ(directory.read("room"), "a line\na line\n");

  lead_to("/dev/full");
  ASSERT_EQ(log.reopen(), 0);
  const std::string again = told_of(log, 2);
  EXPECT_EQ(std::count(again.begin(), again.end(), '\n'), 1) << again;
}

TEST(Log, NamesTheGenerationThatCannotBeOpenedAndWhy) {
  const auto error = [](std::string_view generation) {
    return nlohmann::json::parse(generation_log_line(generation, "no\nmanifest"))["error"];
  };
  EXPECT_EQ(error("20261124T080000Z-7"),
            "generation 20261124T080000Z-7 cannot be opened, the one before goes on serving: "
            "no\nmanifest");
  EXPECT_EQ(error(""),
            "the newest generation cannot be opened, the one before goes on serving: no\nmanifest");
}

}  // namespace
}  // namespace backfile
