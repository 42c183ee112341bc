// Building and installing without any of the presets for development, as people do who only want
// the program: what CMake is told, and what `cmake --install` puts where.
#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/places.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;

// Runs CMake; whether it did as told, and else what it said.
::testing::AssertionResult cmake(const std::string& arguments) {
  const TemporaryDirectory scratch;
  const std::string command = "cmake " + arguments + " >" + (scratch / "said") + " 2>&1";
  if (std::system(command.c_str()) == 0) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << command << "\n" << scratch.read("said");
}

std::string build_directory() {
  return fs::path(program_path).parent_path();
}

TEST(Install, PutsProgramLicenceReadmeAndSampleArchiveWhereTheyBelong) {
  const TemporaryDirectory prefix;
  ASSERT_TRUE(cmake("--install " + build_directory() + " --prefix " + prefix.path().string()));
  const fs::path documentation = prefix.path() / "share/doc/backfile";
  EXPECT_EQ(contents_of(documentation / "LICENSE"),
            contents_of(source_dir + std::string("/LICENSE")));
  const std::string readme = contents_of(documentation / "README.md");
  EXPECT_EQ(readme, contents_of(source_dir + std::string("/README.md")));
  for (const char* shown : {"corpus/search-page.webp", "corpus/three-searches.webp",
                            "corpus/topics.tsv", "corpus/qrels.txt"}) {
    EXPECT_THAT(readme, HasSubstr(shown));
    EXPECT_TRUE(fs::exists(documentation / shown)) << shown;
  }
  EXPECT_FALSE(fs::exists(documentation / "corpus/expected")) << "what only tests need";

  // The installed program stands on its own.
  const std::string command = (prefix.path() / "bin/backfile").string() + " index " +
                              (documentation / "corpus/articles").string() + " --index " +
                              (prefix / "index") + " >" + (prefix / "said") + " 2>&1";
  EXPECT_EQ(std::system(command.c_str()), 0) << prefix.read("said");
}

TEST(Install, APlainConfigurationIsOptimizedAndTakesWarningsAsWarnings) {
  const TemporaryDirectory folder;
  ASSERT_TRUE(cmake("-S " + std::string(source_dir) + " -B " + folder.path().string() +
                    " -G Ninja -DBACKFILE_TESTS=OFF -DBACKFILE_BENCH=OFF"));
  const std::string commands = folder.read("compile_commands.json");
  EXPECT_THAT(commands, HasSubstr("/server/cli/main.cc"));
  EXPECT_THAT(commands, HasSubstr("-O3"));
  EXPECT_THAT(commands, HasSubstr("-Wall"));
  EXPECT_THAT(commands, Not(HasSubstr("-Werror")));
}

}  // namespace
}  // namespace backfile
