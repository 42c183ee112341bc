// What every command says, and the code it ends with, when it is used wrongly.
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <fstream>

#include "run_program.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

class Usage : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = new TemporaryDirectory;
    std::ofstream(*scratch_ / "a.md") << "# Storm -over the harbour\n\nIt came with the tide.\n";
    std::ofstream(*scratch_ / "topics.tsv") << "1\tstorm\n";
    built_ = run_program({"index", "--index", index(), *scratch_ / "a.md"});
  }
  static void TearDownTestSuite() { delete scratch_; }
  void SetUp() override { ASSERT_EQ(built_.code, 0) << built_.err; }

  static std::string index() { return *scratch_ / "index"; }

  static inline TemporaryDirectory* scratch_ = nullptr;
  static inline Ran built_;
};

struct Case {
  std::vector<std::string> words;
  int code;
  std::string says;  // the last part of what stands on standard error: what to do next
};

void expect_each(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    std::string typed = "backfile";
    for (const std::string& word : c.words) typed += " " + word;
    SCOPED_TRACE(typed);
    const Ran ran = run_program(c.words);
    EXPECT_EQ(ran.code, c.code) << ran.out << ran.err;
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(ran.err.starts_with("backfile: ")) << ran.err;
    EXPECT_TRUE(ran.err.ends_with(c.says + "\n")) << ran.err;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
  }
}

TEST_F(Usage, OfTheProgram) {
  expect_each({
      {{}, 2, "say what to do: `backfile --help` lists the commands"},
      {{"frobnicate"}, 2, "there is no command \"frobnicate\"; see `backfile --help`"},
      {{"serch", "storm"},
       2,
       "no command \"serch\"; did you mean search? Otherwise see `backfile --help`"},
      {{"--index"}, 2, "see `backfile --help`"},
      {{"help", "serch"}, 2, "see `backfile --help`"},
  });
}

TEST_F(Usage, OfFlags) {
  expect_each({
      {{"index", "--frobnicate", "x"}, 2, "has no flag --frobnicate; see `backfile index --help`"},
      {{"index", "--job", "2", "x"},
       2,
       "did you mean --jobs? Otherwise see `backfile index --help`"},
      {{"index", "x", "--jobs"}, 2, "--jobs needs a value: write it as --jobs N"},
      {{"index", "--jobs", "0", "x"}, 2, "--jobs takes a whole number from 1 to 256, not \"0\""},
      {{"index", "--format", "xml", "x"}, 2, "--format takes text or json, not \"xml\""},
      {{"index", "--keep=0", "x"}, 2, "--keep takes a whole number from 1 to 1000, not \"0\""},
      {{"search", "-storm"}, 2, "after `--` if it begins with a minus"},
      {{"serve", "--port", "70000"}, 2, "from 0 to 65535, not \"70000\""},
      {{"stats", "extra"}, 2, "name the index with --index DIR"},
      {{"verify", "extra"}, 2, "name the index with --index DIR"},
  });
}

TEST_F(Usage, OfSources) {
  fs::create_directory(*scratch_ / "empty");
  std::ofstream(*scratch_ / "binary.md") << std::string(2000, '\0');
  const std::string next = "name a file or a folder of articles";
  for (const char* command : {"index", "read"}) {
    expect_each({
        {{command}, 2, "backfile " + std::string(command) + " SOURCE..."},
        {{command, "/no/such/folder"}, 6, next},
        {{command, *scratch_ / "empty"}, 6, next},
    });
  }
  expect_each({{{"index", "--index", index(), *scratch_ / "binary.md"},
                6,
                "not text); the index was left as it was"}});
  const Ran read = run_program({"read", *scratch_ / "binary.md"});
  EXPECT_EQ(read.code, 6);
  EXPECT_TRUE(read.err.ends_with("name files or folders that hold articles\n")) << read.err;
}

TEST_F(Usage, OfPlacesForAnIndex) {
  std::ofstream(*scratch_ / "file") << "x";
  fs::create_directory(*scratch_ / "letters");
  std::ofstream(*scratch_ / "letters/a") << "x";
  const std::string article = *scratch_ / "a.md";
  expect_each({
      {{"index", "--index", *scratch_ / "letters", article},
       7,
       "name a new or an empty directory with --index"},
      {{"index", "--index", *scratch_ / "file", article}, 7, "name another with --index"},
      {{"index", "--index", *scratch_ / "file/below", article},
       8,
       "check how the path is written and try again"},
      {{"stats", "--index", *scratch_ / "none"}, 7, "or name another with --index"},
      {{"search", "--index", *scratch_ / "none", "x"}, 7, "or name another with --index"},
      {{"serve", "--index", *scratch_ / "none"}, 7, "or name another with --index"},
      {{"evaluate", "--index", *scratch_ / "none", "--topics", *scratch_ / "topics.tsv", "--run",
        *scratch_ / "a.run"},
       7,
       "or name another with --index"},
  });
}

TEST_F(Usage, OfTopics) {
  std::ofstream(*scratch_ / "none.tsv") << "\n";
  std::ofstream(*scratch_ / "twice.tsv") << "1\tstorm\n1\ttide\n";
  const auto with = [](const std::string& topics) {
    return std::vector<std::string>{"evaluate",         "--index",          index(),
                                    "--topics",         *scratch_ / topics, "--run",
                                    *scratch_ / "a.run"};
  };
  expect_each({
      {with("none.tsv"), 6, "write one a line: an id, a tab and its words"},
      {{"evaluate", "--index", index(), "--topics", *scratch_ / "twice.tsv"},
       2,
       "name judgements with --qrels FILE, or a place for the rankings with --run FILE"},
      {with("twice.tsv"), 6, "line 2: the topic 1 stands above already; give it an id of its own"},
  });
}

TEST_F(Usage, OfAPortInUse) {
  const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  ASSERT_EQ(::bind(listener, generic, size), 0);
  ASSERT_EQ(::listen(listener, 1), 0);
  ASSERT_EQ(::getsockname(listener, generic, &size), 0);
  const std::string port = std::to_string(ntohs(address.sin_port));
  const Ran ran = run_program({"serve", "--index", index(), "--port", port});
  ::close(listener);
  EXPECT_EQ(ran.code, 2) << ran.err;
  EXPECT_NE(ran.err.find(port), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find("--port"), std::string::npos) << ran.err;
}

TEST_F(Usage, QueriesOfPunctuationFindNothing) {
  for (const char* query : {"...", "!?", "\"\"", "()", "— …", "&&"}) {
    const Ran ran = run_program({"search", "--index", index(), query});
    EXPECT_EQ(ran.code, 1) << query << ran.err;
    EXPECT_NE(ran.out.find("\nNote"), std::string::npos) << query << ran.out;
    EXPECT_NE(ran.out.find(": There is no"), std::string::npos) << query << ran.out;
    const Ran any = run_program({"search", "--index", index(), "--match=any", query});
    EXPECT_EQ(any.code, 1) << query << any.err;
    EXPECT_EQ(any.out, ran.out);
  }
  const Ran blank = run_program({"search", "--index", index(), " "});
  EXPECT_TRUE(blank.out.starts_with("No article among 1.\nNote: There is no word")) << blank.out;
}

TEST_F(Usage, WordsBehindTwoDashesAreWords) {
  const auto first_line = [](std::vector<std::string> words) {
    words.insert(words.begin(), {"search", "--index", index()});
    const std::string out = run_program(words).out;
    return out.substr(0, out.find('\n'));
  };
  EXPECT_EQ(first_line({"--", "-storm"}), "No article for -storm among 1.");
  EXPECT_EQ(first_line({"tide", "--", "-storm"}), "No article for tide -storm among 1.");
  EXPECT_EQ(first_line({"--", "--limit"}), "No article for --limit among 1.");
  EXPECT_EQ(first_line({"--", "tide", "-flood"}), "1 article for tide -flood");
  EXPECT_EQ(first_line({"tide", "--"}), "1 article for tide");
  const Ran read = run_program({"read", "--", *scratch_ / "a.md"});
  EXPECT_EQ(read.code, 0) << read.err;
}

TEST_F(Usage, HelpNamesEveryCommand) {
  const Ran all = run_program({"--help"});
  EXPECT_EQ(all.code, 0);
  for (const char* command :
       {"index", "read", "boilerplate", "stats", "verify", "search", "evaluate", "serve"}) {
    EXPECT_NE(all.out.find("\n  " + std::string(command)), std::string::npos) << command;
    const Ran one = run_program({command, "--help"});
    EXPECT_EQ(one.code, 0);
    EXPECT_EQ(one.out, run_program({"help", command}).out);
    EXPECT_TRUE(one.out.starts_with("backfile " + std::string(command) + ": ")) << one.out;
  }
  const std::string search = run_program({"search", "--help"}).out;
  EXPECT_NE(search.find("sorted by relevance, also where fewer than five\nhave all of three"),
            std::string::npos)
      << search;
  EXPECT_TRUE(run_program({"--version"}).out.starts_with("backfile "));
}

}  // namespace
}  // namespace backfile
