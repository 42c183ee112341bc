// The house's include rules, as a table, and a test that reads every #include against it.
// Data flows up; includes point down, never up or sideways.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/places.h"

namespace {

namespace fs = std::filesystem;

struct Include {
  std::string from;  // file, relative to the top
  int line;
  std::string what;  // as written between the quotes or brackets
};

std::vector<Include> includes_of(const fs::path& top) {
  static const std::regex pattern(R"(^\s*#\s*include\s*["<]([^">]+)[">])");
  std::vector<Include> found;
  for (const char* floor : {"indexer", "query", "server"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top / floor)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".h" && ending != ".cc") continue;
      std::ifstream in(entry.path());
      std::string text;
      for (int line = 1; std::getline(in, text); ++line) {
        std::smatch match;
        if (std::regex_search(text, match, pattern))
          found.push_back({fs::relative(entry.path(), top).string(), line, match[1]});
      }
    }
  }
  return found;
}

// Files whose path matches `from` may include of ours only what matches `ours`. First row wins.
struct Rule {
  const char* from;
  const char* ours;
};

const Rule rules[] = {
    {"indexer/text/.*", "indexer/text/.*|indexer/failure\\.h"},
    {"indexer/(article|date|failure|command)\\..*|indexer/dates/.*",
     "indexer/(article|date|failure|command)\\.h|indexer/(dates|text)/.*"},
    {"indexer/(readers/.*|boilerplate.*|near_duplicate.*)",
     "indexer/((text|dates)/.*|readers/"
     ".*|boilerplate.*|near_duplicate.*|article\\.h|date\\.h|failure\\.h)"},
    {"indexer/schema.*", "indexer/(text/.*|article\\.h|date\\.h|failure\\.h|schema.*)"},
    {"indexer/(vocabulary|columns|suggestions).*",
     "indexer/(text/"
     ".*|schema\\.h|date\\.h|article\\.h|failure\\.h|vocabulary.*|columns.*|suggestions.*)"},
    {"indexer/.*", "indexer/.*"},
    {"query/(searcher|gate|archive).*",
     "query/.*|indexer/(text/"
     ".*|article\\.h|date\\.h|schema\\.h|vocabulary\\.h|columns\\.h|suggestions\\.h|"
     "command\\.h|failure\\.h|generation\\.h)"},
    {"query/.*",
     "query/.*|indexer/(text/"
     ".*|article\\.h|date\\.h|schema\\.h|vocabulary\\.h|columns\\.h|suggestions\\.h|"
     "command\\.h|failure\\.h)"},
    {"server/main\\.cc", "server/.*|query/.*|indexer/(commands|command|article|date|failure)\\.h"},
    {"server/.*", "server/.*|query/.*|indexer/(article|date|command|failure)\\.h"},
};

TEST(House, IncludesPointDownOnly) {
  const fs::path top = backfile::source_dir;
  const std::regex ours("(indexer|query|server|bench|tests)/.*");
  std::size_t checked = 0;
  for (const Include& include : includes_of(top)) {
    if (!std::regex_match(include.what, ours)) continue;
    const Rule* rule = nullptr;
    for (const Rule& candidate : rules) {
      if (std::regex_match(include.from, std::regex(candidate.from))) {
        rule = &candidate;
        break;
      }
    }
    ASSERT_NE(rule, nullptr) << include.from << " stands in no room of the table";
    EXPECT_TRUE(std::regex_match(include.what, std::regex(rule->ours)))
        << include.from << ":" << include.line << " may not include " << include.what;
    ++checked;
  }
  EXPECT_GT(checked, 50U) << "the test reads too few includes to mean anything";
}

TEST(House, EachLibraryHasOneHome) {
  struct Home {
    const char* header;
    const char* files;
  };
  const Home homes[] = {
      {"unicode/.*", "indexer/text/.*"},   {"cld2/.*", "indexer/text/language\\.cc"},
      {"httplib\\.h", "server/http/.*"},
      {"libxml/.*", "indexer/readers/.*"}, {"md4c.*", "indexer/readers/.*"},
  };
  for (const Include& include : includes_of(backfile::source_dir)) {
    for (const Home& home : homes) {
      if (!std::regex_match(include.what, std::regex(home.header))) continue;
      EXPECT_TRUE(std::regex_match(include.from, std::regex(home.files)))
          << include.from << ":" << include.line << " may not include <" << include.what << ">";
    }
  }
}

TEST(House, NoSourceFileIsLongerThanFourHundredLines) {
  const fs::path top = backfile::source_dir;
  for (const char* floor : {"indexer", "query", "server", "bench", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top / floor)) {
      const std::string ending = entry.path().extension().string();
      if (ending != ".h" && ending != ".cc") continue;
      std::ifstream in(entry.path());
      std::string text;
      int lines = 0;
      bool opens_with_a_comment = false;
      while (std::getline(in, text))
        if (++lines == 1) opens_with_a_comment = text.starts_with("//");
      EXPECT_LE(lines, 400) << entry.path();
      // The name of a test, and of the header that a file is of, may say enough.
      EXPECT_TRUE(opens_with_a_comment || floor == std::string("tests"))
          << entry.path() << " does not say what it is";
    }
  }
}

// Two types of one name in one namespace are one to the linker, which then mixes up their code.
TEST(House, NoTwoHeadersHaveATypeOfTheSameName) {
  const fs::path top = backfile::source_dir;
  const std::regex definition("(?:struct|class|enum class) ([A-Za-z]+)(?: final)?(?: :.*)? \\{.*");
  std::map<std::string, std::string> homes;
  for (const char* floor : {"indexer", "query", "server", "bench", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top / floor)) {
      if (entry.path().extension() != ".h") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        std::smatch name;
        if (!std::regex_match(line, name, definition)) continue;
        const auto [home, is_new] = homes.emplace(name[1], entry.path());
        EXPECT_TRUE(is_new) << name[1] << " stands in " << home->second << " and " << entry.path();
      }
    }
  }
  EXPECT_GT(homes.size(), 50u) << "the pattern finds them no more";
}

// print() alone notices that standard output takes no more.
TEST(House, PrintsThroughOneFunction) {
  const fs::path top = backfile::source_dir;
  const std::set<std::string> homes = {"indexer/command.cc", "server/main.cc"};
  std::size_t found = 0;
  for (const char* floor : {"indexer", "query", "server"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top / floor)) {
      if (entry.path().extension() != ".cc") continue;
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        if (line.find("std::cout") == std::string::npos) continue;
        ++found;
        const std::string file = fs::relative(entry.path(), top).string();
        EXPECT_TRUE(homes.contains(file)) << file << " writes to std::cout: use print()";
      }
    }
  }
  EXPECT_GT(found, 0U);
}

TEST(House, TheTopLevelHoldsNothingElse) {
  const std::vector<std::string> allowed = {
      "CMakeLists.txt", "indexer",   "query",   "server", "bench", "tests",
      "corpus",         "README.md", "LICENSE", "demo",   "check", "CMakePresets.json",
      "build"};  // that one only where somebody builds without the presets
  for (const auto& entry : fs::directory_iterator(backfile::source_dir)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(".")) continue;
    EXPECT_NE(std::find(allowed.begin(), allowed.end(), name), allowed.end()) << name;
  }
}

}  // namespace
