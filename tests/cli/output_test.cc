// Output that cannot be written ends every command with 8; a reader that goes away ends it
// silently.
#include <gtest/gtest.h>

#include <fstream>

#include "run_program.h"
#include "run_shell.h"
#include "tests/sanitizers.h"

namespace backfile {
namespace {

class Output : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = new TemporaryDirectory;
    std::ofstream articles(*scratch_ / "articles.jsonl");
    for (int i = 0; i < 300; ++i) {  // more than any buffer holds
      articles << R"({"id":")" << i << R"(","title":"Storm )" << i << R"(","body":")"
               << std::string(1000, "abcdefg"[i % 7]) << R"("})" << '\n';
    }
    articles.close();
    std::ofstream(*scratch_ / "topics.tsv") << "1\tstorm\n2\tstorm\n";
    built_ = run_program({"index", "--index", *scratch_ / "index", *scratch_ / "articles.jsonl"});
  }
  static void TearDownTestSuite() { delete scratch_; }
  void SetUp() override { ASSERT_EQ(built_.code, 0) << built_.err; }

  static inline TemporaryDirectory* scratch_ = nullptr;
  static inline Ran built_;
};

TEST_F(Output, ThatIsFullEndsWithEight) {
  const std::string full =
      "backfile: cannot write to standard output (No space left on device); make room where it "
      "goes to, or send it elsewhere\n";
  for (const char* line : {
           "\"$BACKFILE\" search storm > /dev/full",
           "\"$BACKFILE\" search --limit 300 storm > /dev/full",
           "\"$BACKFILE\" search --limit 300 --format json storm > /dev/full",
           "\"$BACKFILE\" search --format tsv storm > /dev/full",
           "\"$BACKFILE\" read \"$SCRATCH/articles.jsonl\" > /dev/full",
           "\"$BACKFILE\" read --explain \"$SCRATCH/articles.jsonl\" > /dev/full",
           "\"$BACKFILE\" stats > /dev/full",
           "\"$BACKFILE\" evaluate --topics \"$SCRATCH/topics.tsv\" --run /dev/null > /dev/full",
           "\"$BACKFILE\" --help > /dev/full",
           "\"$BACKFILE\" --version > /dev/full",
       }) {
    const Ran ran = run_shell(line, *scratch_);
    EXPECT_EQ(ran.code, 8) << line;
    EXPECT_EQ(ran.err, full) << line;
  }
}

TEST_F(Output, OfARunEndsWithEight) {
  const Ran full = run_shell(
      "\"$BACKFILE\" evaluate --topics \"$SCRATCH/topics.tsv\" --run /dev/full", *scratch_);
  EXPECT_EQ(full.code, 8);
  EXPECT_EQ(full.out, "");
  EXPECT_EQ(full.err,
            "backfile: cannot write the run to /dev/full (No space left on device); make room, or "
            "choose a place on another disk with --run\n");
  const Ran nowhere = run_shell(
      "\"$BACKFILE\" evaluate --topics \"$SCRATCH/topics.tsv\" --run /no/such/place", *scratch_);
  EXPECT_EQ(nowhere.code, 8);
  EXPECT_TRUE(nowhere.err.ends_with("check how the path is written and try again\n"))
      << nowhere.err;
}

TEST_F(Output, ThatNobodyReadsAnyLongerIsNoFailure) {
  for (const char* words : {"search --limit 300 storm", "read \"$SCRATCH/articles.jsonl\"",
                            "search --limit 300 --format json storm"}) {
    const Ran ran = run_shell("set -o pipefail; \"$BACKFILE\" " + std::string(words) +
                                  " | head -c 1 > /dev/null; echo ${PIPESTATUS[0]}",
                              *scratch_);
    // Ended by the pipe's signal as any program, or already done.
    EXPECT_TRUE(ran.out == "141\n" || ran.out == "0\n") << words << ran.out;
    EXPECT_EQ(ran.err, "") << words;
  }
}

// The first file opened would take the number of a closed standard output, and with it all that is
// printed: the summary would end up in a table of the index.
TEST_F(Output, ThatIsClosedIsNotTheIndex) {
  const Ran ran = run_shell(
      "export BACKFILE_INDEX=\"$SCRATCH/closed\"\n"
      "\"$BACKFILE\" index \"$SCRATCH/articles.jsonl\" >&-; echo $? >&2\n"
      "\"$BACKFILE\" search --limit 0 storm && grep -rl Indexed \"$BACKFILE_INDEX\"",
      *scratch_);
  EXPECT_TRUE(ran.err.ends_with("\n8\n")) << ran.err;
  EXPECT_EQ(ran.out, "300 articles for storm\n");
}

TEST_F(Output, NeedsMemory) {
  if (sanitizer_shadows_memory)
    GTEST_SKIP() << "sanitizers need more room for addresses than this test leaves";
  // Which limit is met where differs with the machine; any must end so, or not be met.
  int met = 0;
  for (const int kilobytes : {60'000, 64'000, 68'000, 72'000, 76'000, 100'000, 130'000}) {
    const Ran ran = run_shell("export BACKFILE_INDEX=\"$SCRATCH/limited\"; ulimit -v " +
                                  std::to_string(kilobytes) +
                                  "; \"$BACKFILE\" index \"$SCRATCH/articles.jsonl\" > /dev/null",
                              *scratch_);
    if (ran.err.find("not enough memory") == std::string::npos) continue;
    ++met;
    EXPECT_EQ(ran.code, 8) << kilobytes << ran.err;
    EXPECT_EQ(ran.err,
              "backfile: there is not enough memory; try fewer --jobs, or a larger machine\n");
  }
  EXPECT_GE(met, 1);
}

}  // namespace
}  // namespace backfile
