// README has every name of a field in JSON and the exit code of every command, and no others; its
// table of the query syntax is that of the help.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include "indexer/article/fields.h"
#include "query/language/syntax_help.h"
#include "tests/places.h"

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

// The parts of `text` in backquotes.
std::set<std::string> quoted_in(const std::string& text) {
  static const std::regex quoted("`([^`]+)`");
  std::set<std::string> all;
  for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at)
    all.insert((*at)[1]);
  return all;
}

TEST(Readme, HasEveryNameThatAFieldGoesBy) {
  const fs::path top = backfile::source_dir;
  std::map<std::string, std::set<std::string>> taken, told;
  for (const auto& entry : fs::recursive_directory_iterator(top / "indexer/readers/json")) {
    if (!entry.path().filename().string().starts_with("declared")) continue;
    const std::string source = text_of(entry.path());
    static const std::regex alias("Alias\\{\"([^\"]+)\", FieldOf::(\\w+)\\}");
    for (std::sregex_iterator at(source.begin(), source.end(), alias), end; at != end; ++at)
      if ((*at)[1] != (*at)[2]) taken[(*at)[2]].insert((*at)[1]);
  }
  ASSERT_GT(taken.size(), 10U) << "the pattern finds them no more";

  std::istringstream readme(text_of(top / "README.md"));
  bool in_table = false;
  for (std::string line; std::getline(readme, line);) {
    if (line == "| field | what it takes | other names |") in_table = true;
    if (line.empty()) in_table = false;
    static const std::regex row("\\| `(\\w+)` \\|.*\\|(.*)\\|");
    std::smatch cells;
    if (in_table && std::regex_match(line, cells, row)) told[cells[1]] = quoted_in(cells[2]);
  }
  std::erase_if(told, [](const auto& field) { return field.second.empty(); });
  EXPECT_EQ(told, taken);
}

TEST(Readme, NamesEveryFieldThatFiltersAmongTheParametersOfTheApi) {
  const std::string readme = text_of(fs::path(backfile::source_dir) / "README.md");
  static const std::regex row("\\| `/api/v1/search` \\|(.*)\\|");
  std::smatch parameters;
  ASSERT_TRUE(std::regex_search(readme, parameters, row));
  const std::set<std::string> told = quoted_in(parameters[1]);
  for (const backfile::Field& field : backfile::fields) {
    EXPECT_EQ(told.contains(std::string(field.name)), field.is(backfile::for_filters))
        << field.name;
  }
}

// The help of the command line and of the page are made of the same rows.
TEST(Readme, TellsTheQuerySyntaxAsTheHelpDoes) {
  const std::string readme = text_of(fs::path(backfile::source_dir) / "README.md");
  const std::string head = "| type | to find |\n|---|---|\n";
  const std::size_t begin = readme.find(head);
  ASSERT_NE(begin, std::string::npos);
  const std::size_t rows = begin + head.size(), end = readme.find("\n\n", rows) + 1;
  EXPECT_EQ(readme.substr(rows, end - rows), backfile::syntax_as_markdown())
      << "write in README what query/language/syntax_help.cc has";
}

TEST(Readme, HasEveryExitCode) {
  const fs::path top = backfile::source_dir;
  std::set<std::string> ends, told;
  const std::string source = text_of(top / "indexer/base/failure.h");
  static const std::regex code("\\n  \\w+ = (\\d+),");
  for (std::sregex_iterator at(source.begin(), source.end(), code), end; at != end; ++at)
    ends.insert((*at)[1]);
  ends.erase("4");  // no command has gates yet
  const std::string readme = text_of(top / "README.md");
  const std::size_t begin = readme.find("| code | what it means |");
  ASSERT_NE(begin, std::string::npos);
  std::istringstream table(readme.substr(begin, readme.find("\n\n", begin) - begin));
  static const std::regex number("(\\d+)[,|]? ?");
  for (std::string line; std::getline(table, line);) {
    const std::string cell = line.substr(2, line.find('|', 2) - 2);
    for (std::sregex_iterator at(cell.begin(), cell.end(), number), end; at != end; ++at)
      told.insert((*at)[1]);
  }
  EXPECT_EQ(told, ends);
}

}  // namespace
