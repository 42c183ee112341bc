// Reads Unicode's WordBreakTest.txt and SentenceBreakTest.txt, and random text to compare ICU with.
#pragma once

#include <cstdint>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile::test {

struct BreakCase {
  std::string line, text;
  std::vector<std::size_t> boundaries;  // byte offsets, the first is 0 and the last the end
};

// The cases of a file of Debian's package unicode-data; none without it.
inline std::vector<BreakCase> read_break_cases(const std::string& name) {
  std::ifstream file("/usr/share/unicode/auxiliary/" + name);
  std::vector<BreakCase> cases;
  for (std::string line; std::getline(file, line);) {
    BreakCase next;
    next.line = line;
    std::istringstream marks(line.substr(0, line.find('#')));
    for (std::string mark; marks >> mark;) {
      if (mark == "÷") {
        next.boundaries.push_back(next.text.size());
      } else if (mark != "×") {
        append_code_point(next.text, static_cast<char32_t>(std::stoul(mark, nullptr, 16)));
      }
    }
    if (!next.text.empty()) cases.push_back(next);
  }
  return cases;
}

// Text out of the given code points, which repeat themselves enough for rules to meet.
inline std::string random_text(std::mt19937& random, const std::vector<std::uint32_t>& code_points,
                               std::size_t length) {
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    append_code_point(text, code_points[random() % code_points.size()]);
  }
  return text;
}

}  // namespace backfile::test
