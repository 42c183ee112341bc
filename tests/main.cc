// The main function of every test program; `--update` writes the golden files anew.
#include "tests/golden_file.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string_view>

int main(int argc, char** argv) {
  char** const end = std::remove(argv, argv + argc, std::string_view("--update"));
  backfile::update_golden = end != argv + argc;
  argc = static_cast<int>(end - argv);
  testing::InitGoogleMock(&argc, argv);
  return RUN_ALL_TESTS();
}
