// Expected output in files under tests/golden, so that a change of it is seen in the diff.
//
// UPDATE_GOLDEN=1 in the environment writes what came out instead of comparing it.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/places.h"

namespace backfile {

inline void expect_golden(const std::string& name, const std::string& actual) {
  const std::string path = std::string(source_dir) + "/tests/golden/" + name;
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    ASSERT_TRUE(std::ofstream(path, std::ios::binary) << actual) << "cannot write " << path;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file) << "no golden file " << path << "; UPDATE_GOLDEN=1 makes it";
  const std::string expected{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(actual, expected) << "differs from " << path << "; UPDATE_GOLDEN=1 accepts it";
}

}  // namespace backfile
