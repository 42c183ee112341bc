// Expected output in files under tests/golden, so that a change of it is seen in the diff.
//
// `--update` writes what came out instead of comparing it: test_query --update
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>

#include "tests/places.h"

namespace backfile {

inline bool update_golden = false;  // set by main.cc

inline void expect_golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(source_dir) + "/tests/golden/" + name;
  if (update_golden) {
    ASSERT_TRUE(std::ofstream(path, std::ios::binary) << actual) << "cannot write " << path;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << "no golden file " << path << "; --update makes it";
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(actual, expected) << "differs from " << path << "; --update accepts it";
}

}  // namespace backfile
