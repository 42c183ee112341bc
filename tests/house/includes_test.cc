// The include rules: each folder is a room, its CMakeLists.txt says which rooms it uses, and every
// #include must agree. Data flows up; includes point down, never up or in circles.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <regex>
#include <set>
#include <sstream>
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

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

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

// The rooms, each with those that it may include, as the CMakeLists of its floor has them.
std::map<std::string, std::set<std::string>> rooms_of(const fs::path& top) {
  static const std::regex room(R"(backfile_room\(([\w/]+)([^)]*)\))");
  static const std::regex used(R"((?:indexer|query|server)(?:/\w+)*)");
  std::map<std::string, std::set<std::string>> rooms;
  for (const char* floor : {"indexer", "query", "server"}) {
    const std::string text = text_of(top / floor / "CMakeLists.txt");
    for (std::sregex_iterator at(text.begin(), text.end(), room), end; at != end; ++at) {
      const std::string options = (*at)[2];
      std::set<std::string>& uses = rooms[(*at)[1]];
      const std::size_t begin = options.find("USES");
      if (begin == std::string::npos) continue;
      const std::string list = options.substr(begin, options.find("LIBRARIES", begin) - begin);
      for (std::sregex_iterator name(list.begin(), list.end(), used); name != end; ++name)
        uses.insert(name->str());
    }
  }
  return rooms;
}

std::string room_of(const std::string& file) {
  return file.substr(0, file.rfind('/'));
}

TEST(House, EachFolderIncludesTheRoomsThatItSays) {
  const fs::path top = backfile::source_dir;
  const auto rooms = rooms_of(top);
  ASSERT_GT(rooms.size(), 20U) << "the pattern finds them no more";
  const std::regex ours("(indexer|query|server|bench|tests)/.*");
  std::map<std::string, std::set<std::string>> taken;
  for (const Include& include : includes_of(top)) {
    if (!std::regex_match(include.what, ours)) continue;
    const std::string from = room_of(include.from), to = room_of(include.what);
    ASSERT_TRUE(rooms.contains(from)) << include.from << " stands in no room of any CMakeLists";
    taken[from].insert(to);
    EXPECT_TRUE(from == to || rooms.at(from).contains(to))
        << include.from << ":" << include.line << " may not include " << include.what;
  }
  for (const auto& [room, uses] : rooms) {
    for (const std::string& use : uses)
      EXPECT_TRUE(taken[room].contains(use)) << room << " says that it uses " << use;
  }
}

// A room that uses another must not be used by it, through others either.
TEST(House, RoomsPointDownOnly) {
  const auto rooms = rooms_of(backfile::source_dir);
  std::map<std::string, int> heights;  // 0 while it is being measured
  std::function<int(const std::string&)> height = [&](const std::string& room) {
    const auto [found, is_new] = heights.emplace(room, 0);
    if (!is_new) {
      EXPECT_NE(found->second, 0) << room << " is used by what it uses";
      return found->second;
    }
    int above = 0;
    for (const std::string& use : rooms.at(room)) {
      EXPECT_TRUE(rooms.contains(use)) << room << " uses " << use << ", which is no room";
      if (rooms.contains(use)) above = std::max(above, height(use));
      const auto floor = [](const std::string& name) { return name.substr(0, name.find('/')); };
      const std::string from = floor(room), to = floor(use);
      EXPECT_TRUE(from == to || from == "server" || (from == "query" && to == "indexer"))
          << room << " uses " << use;
    }
    return heights[room] = above + 1;
  };
  for (const auto& [room, uses] : rooms) height(room);
}

TEST(House, NoRoomIsCrowded) {
  std::map<std::string, int> files;
  const fs::path top = backfile::source_dir;
  for (const char* floor : {"indexer", "query", "server"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top / floor)) {
      if (entry.is_regular_file()) ++files[room_of(fs::relative(entry.path(), top).string())];
    }
  }
  for (const auto& [room, count] : files) EXPECT_LE(count, 30) << room;
}

TEST(House, EachLibraryHasOneHome) {
  struct Home {
    const char* header;
    const char* files;
  };
  const Home homes[] = {
      {"unicode/.*", "indexer/text/.*"}, {"cld2/.*", "indexer/text/language\\.cc"},
      {"httplib\\.h", "server/http/.*"}, {"libxml/.*", "indexer/readers/.*"},
      {"md4c.*", "indexer/readers/.*"},
  };
  for (const Include& include : includes_of(backfile::source_dir)) {
    for (const Home& home : homes) {
      if (!std::regex_match(include.what, std::regex(home.header))) continue;
      EXPECT_TRUE(std::regex_match(include.from, std::regex(home.files)))
          << include.from << ":" << include.line << " may not include <" << include.what << ">";
    }
  }
}

// The index has no positions, without which these would silently be an AND.
TEST(House, NoQueryLeavesPhrasesToXapian) {
  const fs::path top = backfile::source_dir;
  for (const auto& entry : fs::recursive_directory_iterator(top / "query")) {
    if (!entry.is_regular_file()) continue;
    const std::string text = text_of(entry.path());
    for (const char* operation : {"OP_PHRASE", "OP_NEAR"})
      EXPECT_EQ(text.find(operation), std::string::npos) << entry.path() << " has " << operation;
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
  const std::set<std::string> homes = {"indexer/base/command.cc", "server/cli/main.cc"};
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
