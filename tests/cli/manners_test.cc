// How the program behaves on each kind of terminal, and which of several values of a flag counts.
#include <gtest/gtest.h>

#include "run_shell.h"

namespace backfile {
namespace {

class Manners : public ::testing::Test {
 protected:
  void SetUp() override {
    scratch_.write("a.jsonl",
                   "{\"title\":\"Storm over the harbour\",\"body\":\"The storm came.\"}\n"
                   "{\"title\":\"Quiet seas\",\"body\":\"No storm this week.\"}\n");
    ASSERT_EQ(run("\"$BACKFILE\" index \"$SCRATCH/a.jsonl\"").code, 0);
  }
  Ran run(const std::string& line) const { return run_shell("cd \"$SCRATCH\"\n" + line, scratch_); }

  // Whether what comes out has escape sequences, on a terminal that calls itself so.
  bool escapes(const std::string& terminal, const std::string& words,
               const std::string& variables = "unset NO_COLOR") const {
    const Ran ran = run(variables + "; export BACKFILE BACKFILE_INDEX; TERM='" + terminal +
                        "' script -qec '\"$BACKFILE\" " + words + "' /dev/null < /dev/null");
    EXPECT_EQ(ran.code, 0) << words << ran.out << ran.err;
    EXPECT_FALSE(ran.out.empty()) << words;
    return ran.out.find('\x1b') != std::string::npos;
  }

  TemporaryDirectory scratch_;
};

TEST_F(Manners, ColourIsForTerminalsThatShowIt) {
  if (std::system("command -v script > /dev/null") != 0)
    GTEST_SKIP() << "`script`, which makes a terminal, is not installed";
  EXPECT_TRUE(escapes("xterm", "search storm"));
  EXPECT_FALSE(escapes("dumb", "search storm"));
  EXPECT_FALSE(escapes("", "search storm"));
  EXPECT_FALSE(escapes("xterm", "search storm", "export NO_COLOR=1"));
  EXPECT_FALSE(escapes("xterm", "search --color never storm"));
  EXPECT_TRUE(escapes("dumb", "search --color always storm"));
  EXPECT_TRUE(escapes("xterm", "search --color always storm", "export NO_COLOR=1"));
  EXPECT_FALSE(escapes("xterm", "search storm", "export BACKFILE_COLOR=never"));
  EXPECT_TRUE(escapes("xterm", "index a.jsonl")) << "a line that is rewritten";
  EXPECT_FALSE(escapes("dumb", "index a.jsonl"));
  EXPECT_FALSE(escapes("dumb", "stats"));
  EXPECT_EQ(run("\"$BACKFILE\" search storm").out.find('\x1b'), std::string::npos);
  EXPECT_NE(run("\"$BACKFILE\" search --color=always storm").out.find('\x1b'), std::string::npos);
  EXPECT_EQ(run("\"$BACKFILE\" search --color=yes storm").err,
            "backfile: --color takes auto, always or never, not \"yes\"\n");
}

TEST_F(Manners, TheLastOfAFlagHolds) {
  const auto first_line = [&](const std::string& words) {
    const std::string out = run("\"$BACKFILE\" search " + words).out;
    return out.substr(0, out.find('\n'));
  };
  EXPECT_EQ(first_line("--limit=7 --limit 1 storm"), "Article 1 of 2 for storm");
  EXPECT_EQ(first_line("--limit 1 storm --limit=7"), "2 articles for storm");
  EXPECT_EQ(first_line("--format json --no-header --no-header --format text storm"),
            "2 articles for storm");
  EXPECT_EQ(first_line("--limit=no --limit=7 storm"), "2 articles for storm");
  // Those that make up a list all hold.
  EXPECT_EQ(first_line("--lang=de --lang=en storm"), first_line("--lang=en --lang=de storm"));
  EXPECT_EQ(first_line("--lang=de --lang=en storm"), first_line("--lang=en storm"));
}

TEST_F(Manners, AQuietIndexSaysOnlyWhatWasLost) {
  const Ran whole = run("\"$BACKFILE\" index --quiet --progress=json a.jsonl");
  EXPECT_EQ(whole.code, 0);
  EXPECT_EQ(whole.out + whole.err, "");
  scratch_.write("b.md", "");
  const Ran part = run("\"$BACKFILE\" index --quiet a.jsonl b.md");
  EXPECT_EQ(part.code, 3);
  EXPECT_EQ(part.out, "");
  EXPECT_NE(part.err.find("1  an empty file\n"), std::string::npos) << part.err;
  const Ran none = run("\"$BACKFILE\" index --quiet b.md");
  EXPECT_EQ(none.code, 6);
  EXPECT_TRUE(none.err.starts_with("backfile: not one article could be read")) << none.err;
}

}  // namespace
}  // namespace backfile
