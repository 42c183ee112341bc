// Tables of cases in files beside the tests: one line for each case, tabs between cells, and the
// names of the columns in the first line.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "tests/places.h"

namespace backfile {

// The rows of tests/readers/`name`, without the first, each of `columns` cells.
inline std::vector<std::vector<std::string>> table_of(const std::string& name,
                                                      std::size_t columns) {
  std::ifstream in(std::string(source_dir) + "/tests/indexer/readers/" + name);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    cells.resize(columns);
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace backfile
