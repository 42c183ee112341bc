// `backfile index`, `read` and `stats` as operators use them.
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "run_program.h"
#include "started_program.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

class Index : public ::testing::Test {
 protected:
  std::string write(const std::string& name, std::string_view text) const {
    const fs::path path = articles() + "/" + name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }
  std::string articles() const { return scratch_ / "articles"; }
  std::string index() const { return scratch_ / "archive.index"; }

  Ran build(std::vector<std::string> more = {}) const {
    std::vector<std::string> words = {"index", "--index", index(), articles()};
    words.insert(words.end(), more.begin(), more.end());
    return run_program(words);
  }

  TemporaryDirectory scratch_;
};

const std::string two_articles =
    "{\"id\":\"1\",\"title\":\"Storm over the "
    "harbour\",\"published\":\"2019-03-05\",\"body\":\"The "
    "storm tore the roofs off.\"}\n"
    "{\"id\":\"2\",\"title\":\"Quiet seas\",\"published\":\"2020-06\",\"body\":\"No storm this "
    "week.\"}\n";

TEST_F(Index, SaysWhatItDid) {
  write("a.jsonl", two_articles);
  const Ran ran = build();
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.err, "") << "no progress but on a terminal";
  EXPECT_TRUE(ran.out.starts_with("Indexed 2 articles into " + index() + ", generation "))
      << ran.out;
  EXPECT_EQ(ran.out.find("rejected"), std::string::npos);
  EXPECT_EQ(run_program({"search", "--index", index(), "storms"}).code, 0);
}

TEST_F(Index, ReportsForProgramsToo) {
  write("a.jsonl", two_articles + two_articles + "{\n");
  const Ran ran = build({"--format=json", "--progress=json", "--jobs=1"});
  EXPECT_EQ(ran.code, 3) << ran.err;
  const auto report = nlohmann::json::parse(ran.out);
  EXPECT_EQ(report["articles"], 2);
  EXPECT_EQ(report["repeated"], 2);
  EXPECT_EQ(report["before"], nullptr);
  EXPECT_EQ(report["fewer"], 0);
  EXPECT_EQ(report["rejected"].size(), 1U);
  EXPECT_EQ(report["warnings"], nlohmann::json::array());
  EXPECT_TRUE(fs::exists(std::string(report["rejected_list"])));
  std::istringstream lines(ran.err);
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_TRUE(nlohmann::json::parse(line).contains("stage")) << line;
  }
  EXPECT_GE(count, 7U);
}

TEST_F(Index, NamesWhatItRejectedAndEndsWithThree) {
  write("a.jsonl", two_articles);
  write("b.md", "");
  const Ran ran = build();
  EXPECT_EQ(ran.code, 3);
  EXPECT_NE(ran.out.find("1  an empty file\n"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("/rejected.jsonl\n"), std::string::npos) << ran.out;
}

TEST_F(Index, LosesNothingSilently) {
  write("a.jsonl", two_articles + "{\"id\":\"3\",\"title\":\"Ebb\",\"date\":\"yesterday\"}\n");
  write("style.css", "p {}");
  write(".hidden", "x");
  ASSERT_EQ(::mkfifo((articles() + "/pipe").c_str(), 0600), 0);
  fs::create_directory_symlink("/etc", articles() + "/link");
  const Ran ran = build();
  EXPECT_EQ(ran.code, 3) << "a pipe is not waited for";
  for (const char* told :
       {"Indexed 3 articles ", "1  a named pipe, not a file\n",
        "1  a link that leads out of the folder; name its target as a source to read it\n",
        "1 article whose date could not be read\n", "/rejected.jsonl\n",
        "2 files that hold no articles: images, styles, scripts, hidden, backups\n"}) {
    EXPECT_NE(ran.out.find(told), std::string::npos) << told << ran.out;
  }
  const Ran read = run_program({"read", articles()});
  EXPECT_EQ(read.code, 3);
  EXPECT_NE(read.err.find("a.jsonl, line 3: \"yesterday\" is not a valid date\n"),
            std::string::npos)
      << read.err;
  EXPECT_TRUE(read.err.ends_with(
      "passed over 2 files that hold no articles: images, styles, scripts, hidden, backups\n"))
      << read.err;
}

TEST_F(Index, MendsTextThatIsNotInUtf8) {
  write("a.md", "# Caf\xe9 closes\n\nThe na\xefve caf\xe9 closed its doors for good on Monday.\n");
  write("b.md", "# Broken\n\nBytes \xf0\x9f that \xc3\x28 end \xed\xa0\x80 nowhere, a zebra.\n");
  EXPECT_EQ(build().code, 0);
  EXPECT_EQ(run_program({"search", "--index", index(), "=café"}).code, 0);
  EXPECT_EQ(run_program({"search", "--index", index(), "zebra"}).code, 0);
}

TEST_F(Index, LeavesTheOldOneWhereNothingCanBeRead) {
  write("a.jsonl", two_articles);
  ASSERT_EQ(build().code, 0);
  const std::string current = contents_of(index() + "/current");
  write("a.jsonl", std::string("\0\1\2\3\0\0\0\0PK", 10));
  const Ran ran = build();
  EXPECT_EQ(ran.code, 6);
  EXPECT_EQ(ran.out, "");
  EXPECT_NE(ran.err.find("a.jsonl: "), std::string::npos) << ran.err;
  EXPECT_EQ(contents_of(index() + "/current"), current);
}

TEST_F(Index, OneAtATime) {
  write("a.jsonl", two_articles);
  ASSERT_EQ(build().code, 0);
  const int lock = ::open((index() + "/lock").c_str(), O_RDWR | O_CLOEXEC);
  ASSERT_GE(lock, 0);
  ASSERT_EQ(::flock(lock, LOCK_EX | LOCK_NB), 0);
  const Ran ran = build();
  EXPECT_EQ(ran.code, 5);
  EXPECT_EQ(ran.err, "backfile: another process is changing the index " + index() +
                         "; wait until it is done and try again\n");
  ::close(lock);
  EXPECT_EQ(build().code, 0);
}

TEST_F(Index, RefusesIndexesOfOtherVersions) {
  write("a.jsonl", two_articles);
  ASSERT_EQ(build().code, 0);
  std::string name = contents_of(index() + "/current");
  name.pop_back();
  const std::string file = index() + "/generations/" + name + "/manifest.json";
  const auto manifest = nlohmann::json::parse(contents_of(file));
  for (const char* number : {"schema", "analyzer"}) {
    auto changed = manifest;
    changed[number] = 99;
    std::ofstream(file) << changed;
    for (const char* command : {"stats", "search"}) {
      std::vector<std::string> words = {command, "--index", index()};
      if (std::string(command) == "search") words.emplace_back("storm");
      const Ran ran = run_program(words);
      EXPECT_EQ(ran.code, 7) << command;
      EXPECT_NE(ran.err.find("another version of backfile (" + std::string(number) + " 99"),
                std::string::npos)
          << ran.err;
      EXPECT_TRUE(
          ran.err.ends_with("rebuild it with `backfile index SOURCE... --index " + index() + "`\n"))
          << ran.err;
    }
  }
  EXPECT_EQ(build().code, 0) << "rebuilding mends it";
  EXPECT_EQ(run_program({"search", "--index", index(), "storm"}).code, 0);
}

TEST_F(Index, TellsDamageFromAbsence) {
  write("a.jsonl", two_articles);
  std::vector<std::string> names;
  for (int i = 0; i < 3; ++i) {
    ASSERT_EQ(build().code, 0);
    names.push_back(contents_of(index() + "/current"));
    names.back().pop_back();
  }
  // Of three generations only the oldest is whole.
  for (const std::string& file :
       {names[1] + "/forward/codes", names[2] + "/articles/postlist.glass"}) {
    std::ofstream(index() + "/generations/" + file, std::ios::binary) << "not a table";
  }
  const std::string command = "echo " + names[0] + " > " + index() + "/current";
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"search", "--index", index(), "storm"},
        std::vector<std::string>{"stats", "--index", index()}}) {
    const Ran ran = run_program(words);
    EXPECT_EQ(ran.code, 7);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(ran.err.ends_with("; rebuild it with `backfile index SOURCE... --index " + index() +
                                  "`, or go back to an older generation with `" + command + "`\n"))
        << ran.err;
  }
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(run_program({"search", "--index", index(), "storm"}).code, 0);
  std::ofstream(index() + "/current") << "nonsense";
  EXPECT_NE(run_program({"search", "--index", index(), "storm"}).err.find(command),
            std::string::npos);
  ASSERT_EQ(build().code, 0) << "building goes on from there";
  EXPECT_EQ(run_program({"search", "--index", index(), "storm"}).code, 0);
}

TEST_F(Index, NamesTheFileOfTheForwardIndexThatIsDamagedOrMissing) {
  write("a.jsonl", two_articles);
  ASSERT_EQ(build().code, 0);
  std::string name = contents_of(index() + "/current");
  name.pop_back();
  const std::string forward = index() + "/generations/" + name + "/forward";
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(forward)) {
    const std::string file = entry.path();
    SCOPED_TRACE(file);
    ++files;
    const std::string whole = contents_of(file);
    for (const bool removed : {false, true}) {
      if (removed) {
        fs::remove(file);
      } else {
        std::ofstream(file, std::ios::binary) << whole.substr(0, whole.size() - 1);
      }
      for (const char* command : {"search", "stats"}) {
        std::vector<std::string> words = {command, "--index", index()};
        if (command == std::string("search")) words.emplace_back("storm");
        const Ran ran = run_program(words);
        EXPECT_EQ(ran.code, 7);
        EXPECT_NE(ran.err.find(file), std::string::npos) << ran.err;
        EXPECT_NE(ran.err.find("; rebuild it with `backfile index"), std::string::npos) << ran.err;
      }
    }
    std::ofstream(file, std::ios::binary) << whole;
  }
  EXPECT_EQ(files, 6U);
  EXPECT_EQ(run_program({"search", "--index", index(), "storm"}).code, 0);
}

TEST_F(Index, GoesBackToAnOlderGenerationAsReadmeSays) {
  write("a.jsonl", two_articles.substr(0, two_articles.find('\n') + 1));
  ASSERT_EQ(build().code, 0);
  std::string older = contents_of(index() + "/current");
  older.pop_back();
  write("a.jsonl", two_articles);
  ASSERT_EQ(build().code, 0);
  EXPECT_EQ(run_program({"search", "--index", index(), "seas"}).code, 0);

  const std::string back =
      "cd " + index() + " && echo " + older + " > current.new && mv current.new current";
  ASSERT_EQ(std::system(back.c_str()), 0);
  EXPECT_EQ(run_program({"search", "--index", index(), "seas"}).code, 1);
  ASSERT_EQ(build().code, 0);
  EXPECT_EQ(run_program({"search", "--index", index(), "seas"}).code, 0);
  EXPECT_TRUE(contents_of(index() + "/current").ends_with("Z-3\n")) << "it counts on";
  EXPECT_TRUE(fs::is_directory(index() + "/generations/" + older)) << "one of the three kept";
}

TEST_F(Index, ReadPrintsWhatIndexTakesBack) {
  write("a.jsonl", two_articles);
  write("b.md", "---\ntitle: A note\ntags: [x, y]\n---\n\nFirst.\n\nSecond.\n");
  const Ran read = run_program({"read", articles()});
  EXPECT_EQ(read.code, 0) << read.err;
  EXPECT_EQ(read.err, "");
  const std::string copy = scratch_ / "copy.jsonl";
  std::ofstream(copy) << read.out;
  const Ran again = run_program({"read", copy});
  // The same but for where they were read.
  const auto without_path = [](const std::string& printed) {
    std::string text;
    std::istringstream in(printed);
    for (std::string line; std::getline(in, line);) {
      auto article = nlohmann::json::parse(line);
      article.erase("path");
      text += article.dump() + "\n";
    }
    return text;
  };
  EXPECT_EQ(without_path(again.out), without_path(read.out));
  EXPECT_EQ(std::count(read.out.begin(), read.out.end(), '\n'), 3);
}

TEST_F(Index, ReadNamesWhatItCannotRead) {
  write("a.jsonl", two_articles + "{\n");
  Ran ran = run_program({"read", articles()});
  EXPECT_EQ(ran.code, 3);
  EXPECT_TRUE(ran.err.starts_with("a.jsonl, line 3")) << ran.err;
  write("a.jsonl", "{\n");
  ran = run_program({"read", articles()});
  EXPECT_EQ(ran.code, 6);
  EXPECT_EQ(ran.out, "");
}

TEST_F(Index, StatsCount) {
  write("a.jsonl", two_articles);
  ASSERT_EQ(build().code, 0);
  const Ran text = run_program({"stats", "--index", index()});
  EXPECT_EQ(text.code, 0);
  EXPECT_NE(text.out.find("articles    2\n"), std::string::npos) << text.out;
  EXPECT_NE(text.out.find("2019-03-05 to 2020-06\n"), std::string::npos) << text.out;
  const auto json =
      nlohmann::json::parse(run_program({"stats", "--format=json", "--index", index()}).out);
  EXPECT_EQ(json["articles"], 2);
  EXPECT_EQ(json["undated"], 0);
  EXPECT_EQ(json["first_day"], "2019-03-05");
}

}  // namespace
}  // namespace backfile
