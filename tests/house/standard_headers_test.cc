// Every file includes, itself or through files of the project, the standard headers of what it
// uses. The headers that a library includes change with its version: GCC 14 cannot build a file
// that relies on those of GCC 12.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/places.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

struct Header {
  const char* name;
  std::vector<std::string> holds;  // names of std:: and std::ranges::
};

const Header headers[] = {
    {"algorithm",
     {"all_of",       "any_of",    "binary_search", "clamp",       "copy",      "copy_if",
      "count",        "count_if",  "equal",         "fill",        "find",      "find_if",
      "find_if_not",  "for_each",  "is_sorted",     "lower_bound", "max",       "max_element",
      "merge",        "min",       "min_element",   "mismatch",    "none_of",   "nth_element",
      "partial_sort", "partition", "replace",       "replace_if",  "reverse",   "rotate",
      "search",       "shuffle",   "sort",          "stable_sort", "transform", "unique",
      "upper_bound"}},
    {"array", {"array"}},
    {"charconv", {"from_chars", "to_chars"}},
    {"chrono", {"chrono"}},
    {"cmath", {"ceil", "exp", "fabs", "floor", "log", "log2", "lround", "pow", "round", "sqrt"}},
    {"cstdint",
     {"int8_t", "int16_t", "int32_t", "int64_t", "uint8_t", "uint16_t", "uint32_t", "uint64_t"}},
    {"cstdlib", {"abort", "atoi", "exit", "getenv", "strtod", "strtol", "system"}},
    {"cstring", {"memchr", "memcmp", "memcpy", "memset", "strerror", "strlen"}},
    {"exception", {"exception_ptr"}},
    {"functional", {"function"}},
    {"iterator", {"back_inserter", "istreambuf_iterator", "make_move_iterator"}},
    {"limits", {"numeric_limits"}},
    {"map", {"map", "multimap"}},
    {"memory", {"make_shared", "make_unique", "shared_ptr", "unique_ptr"}},
    {"mutex", {"lock_guard", "mutex", "scoped_lock", "unique_lock"}},
    {"numeric", {"accumulate", "iota"}},
    {"optional", {"nullopt", "optional"}},
    {"set", {"multiset", "set"}},
    {"sstream", {"istringstream", "ostringstream", "stringstream"}},
    {"stdexcept", {"invalid_argument", "logic_error", "runtime_error"}},
    {"thread", {"this_thread", "thread"}},
    {"tuple", {"tie", "tuple"}},
    {"unordered_map", {"unordered_map"}},
    {"utility", {"exchange", "swap"}},
    {"variant", {"get_if", "holds_alternative", "variant", "visit"}},
};

struct Source {
  std::set<std::string> includes;  // as written between the quotes or brackets
  std::set<std::string> uses;      // names of std:: and std::ranges::
};
using Sources = std::map<std::string, Source>;  // by path below the top

bool is_of_a_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// By hand: regular expressions take half a minute under a sanitizer.
Source source_of(const fs::path& file) {
  constexpr std::string_view include = "#include ", space = "std::", ranges = "ranges::";
  Source source;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(include))
      source.includes.insert(
          line.substr(include.size() + 1, line.find_last_of("\">") - include.size() - 1));
    for (std::size_t at = line.find(space); at != line.npos; at = line.find(space, at)) {
      at += space.size();
      if (line.compare(at, ranges.size(), ranges) == 0) at += ranges.size();
      const std::size_t begin = at;
      while (at < line.size() && is_of_a_name(line[at])) ++at;
      source.uses.insert(line.substr(begin, at - begin));
    }
  }
  return source;
}

Sources all_sources() {
  const fs::path top = source_dir;
  Sources sources;
  for (const char* floor : {"indexer", "query", "server", "bench", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(top / floor)) {
      const fs::path& file = entry.path();
      if (file.extension() == ".h" || file.extension() == ".cc")
        sources[fs::relative(file, top)] = source_of(file);
    }
  }
  return sources;
}

// Adds all that a file includes, and what files of ours among these include.
void reach(const Sources& sources, const std::string& path, std::set<std::string>& reached) {
  for (const std::string& include : sources.at(path).includes) {
    if (!reached.insert(include).second) continue;
    const std::string beside = fs::path(path).parent_path() / include;
    if (sources.contains(include)) reach(sources, include, reached);
    if (sources.contains(beside)) reach(sources, beside, reached);
  }
}

TEST(House, EachFileIncludesTheStandardHeadersOfWhatItUses) {
  const Sources sources = all_sources();
  std::set<std::string> met;
  for (const auto& [path, source] : sources) {
    std::set<std::string> reached;
    reach(sources, path, reached);
    for (const Header& header : headers) {
      for (const std::string& name : header.holds) {
        if (!source.uses.contains(name)) continue;
        met.insert(header.name);
        EXPECT_TRUE(reached.contains(header.name))
            << path << " lacks <" << header.name << "> for std::" << name;
      }
    }
  }
  EXPECT_EQ(met.size(), std::size(headers)) << "some header's names are found nowhere";
}

}  // namespace
}  // namespace backfile
