// `backfile index` and `read` at the end of a pipe, and of packed files.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "run_shell.h"

namespace backfile {
namespace {

class Pipes : public ::testing::Test {
 protected:
  void SetUp() override {
    scratch_.write("a.jsonl",
                   "{\"title\":\"Storm over the harbour\",\"body\":\"The storm came.\"}\n"
                   "{\"title\":\"Quiet seas\",\"body\":\"No storm this week.\"}\n");
    ASSERT_EQ(run("gzip -k \"$SCRATCH/a.jsonl\"").code, 0);
  }
  Ran run(const std::string& line) const { return run_shell("cd \"$SCRATCH\"\n" + line, scratch_); }

  TemporaryDirectory scratch_;
};

TEST_F(Pipes, FeedAnIndex) {
  for (const char* line :
       {"cat a.jsonl | \"$BACKFILE\" index -", "\"$BACKFILE\" index - < a.jsonl",
        "\"$BACKFILE\" index /dev/stdin < a.jsonl.gz", "\"$BACKFILE\" index <(zcat a.jsonl.gz)"}) {
    const Ran ran = run(line);
    EXPECT_EQ(ran.code, 0) << line << ran.err;
    EXPECT_TRUE(ran.out.starts_with("Indexed 2 articles ")) << line << ran.out;
  }
  run("\"$BACKFILE\" index - < a.jsonl");
  const Ran found = run("\"$BACKFILE\" search quiet");
  EXPECT_TRUE(found.out.ends_with("\n   stdin:2\n")) << found.out;
  // The folder that a path lies in may be an index; standard input lies in none.
  EXPECT_EQ(run("cd index && \"$BACKFILE\" index - < ../a.jsonl").code, 0);
}

TEST_F(Pipes, AreReadBesideFiles) {
  const Ran ran = run("\"$BACKFILE\" read - a.jsonl.gz < a.jsonl | grep -o '\"path\":.*'");
  EXPECT_EQ(ran.out,
            "\"path\":\"stdin:1\"}\n\"path\":\"stdin:2\"}\n"
            "\"path\":\"a.jsonl.gz:1\"}\n\"path\":\"a.jsonl.gz:2\"}\n");
  const Ran twice = run("\"$BACKFILE\" read - /dev/stdin < a.jsonl");
  EXPECT_EQ(twice.code, 2);
  EXPECT_EQ(twice.err, "backfile: standard input can be read only once; name it once\n");
}

// A note on what is about to happen stands before that alone.
TEST_F(Pipes, AreRefusedBeforeAnythingElseIsSaid) {
  const std::string note = "Note: there is no index in " + (scratch_ / "index") +
                           " yet; boilerplate is learnt from these files alone\n";
  EXPECT_EQ(run("\"$BACKFILE\" read - < a.jsonl").err, note);
  EXPECT_EQ(run("\"$BACKFILE\" read --explain - < a.jsonl").err, note);
  if (std::system("command -v script > /dev/null") != 0)
    GTEST_SKIP() << "`script`, which makes a terminal, is not installed";
  for (const std::string command : {"read", "read --explain", "index"}) {
    for (const char* words : {"- /dev/stdin", "none.jsonl", "- none.jsonl"}) {
      const Ran ran = run("script -qec '\"'\"$BACKFILE\"'\" " + command + " " + words +
                          "; echo $?' /dev/null < /dev/null");
      EXPECT_EQ(ran.out.find("Note"), std::string::npos) << ran.out;
      EXPECT_EQ(ran.out.find("Reading articles"), std::string::npos) << ran.out;
      EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 2) << ran.out;
    }
  }
}

TEST_F(Pipes, OfScrapedTextLearnItsBoilerplate) {
  const Ran piped = run(
      "printf 'Home\\nNews\\n\\nFerry runs again\\n\\nThe ferry crossed the sound on Monday, and "
      "nobody was late for once.\\n' > page.txt; \"$BACKFILE\" read - < page.txt | tr -d '\\n'");
  EXPECT_EQ(piped.code, 0) << piped.err;
  const Ran file = run("\"$BACKFILE\" read page.txt | tr -d '\\n'");
  const auto body = [](const std::string& line) { return line.substr(line.find("\"body\"")); };
  EXPECT_EQ(body(piped.out).substr(0, 100), body(file.out).substr(0, 100));
}

TEST_F(Pipes, ThatAreCutOffAreListed) {
  const Ran ran = run(
      "for i in $(seq 3000); do echo '{\"title\":\"Storm '$i'\",\"body\":\"'$((i * 7919 % "
      "10007))'\"}'; done | gzip > b.jsonl.gz; head -c 9000 b.jsonl.gz | \"$BACKFILE\" index -; "
      "code=$?; cat index/generations/*/rejected.jsonl >&2; exit $code");
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.out.find("1  the archive is cut off\n"), std::string::npos) << ran.out;
  EXPECT_TRUE(ran.err.starts_with("{\"path\":\"stdin\",\"place\":\"after article ")) << ran.err;
  EXPECT_EQ(run("\"$BACKFILE\" search --limit 0 'storm 5'").code, 0);
}

}  // namespace
}  // namespace backfile
