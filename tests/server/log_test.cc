#include "server/log.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

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
