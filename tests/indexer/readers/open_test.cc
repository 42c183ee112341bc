// Which reader a file gets, and which files a source has.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "indexer/base/failure.h"
#include "indexer/readers/open.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;
using testing::UnorderedElementsAre;

std::string reader_of(std::string_view head, std::string_view path) {
  const Reader* reader = choose_reader(head, path);
  return reader == nullptr ? "none" : std::string(reader->name());
}

TEST(ChooseReader, GoesByContentAndEnding) {
  const struct {
    std::string head, path, reader;
  } cases[] = {
      {"Once upon a time", "a.txt", "scraped text"},
      {"Once upon a time", "a", "scraped text"},
      {"Once upon a time", "a.md", "markdown"},
      {"Once upon a time", "A.MARKDOWN", "markdown"},
      {"---\ntitle: T\n---\nText", "a.txt", "markdown"},
      {"---\n\nA rule, and no fields", "a.txt", "scraped text"},
      {"+++\ntitle = 'T'\n+++\nText", "a", "markdown"},
      {"<!doctype HTML><p>x", "a", "html"},
      {"  \n<html><body>", "a.txt", "html"},
      {"<?xml version='1.0'?><!DOCTYPE html><html>", "a", "html"},
      {"<p>a fragment", "a.html", "html"},
      {"<p>a fragment", "A.HTM", "html"},
      {"<p>a fragment", "a.xhtml", "html"},
      {"<p>a fragment", "a.shtml", "html"},
      {"{\"title\": \"T\"}", "a", "json"},
      {"[{\"title\": \"T\"}]", "a.txt", "json"},
      {"[Note] once upon a time", "a.txt", "scraped text"},
      {"{curly} opening", "a.txt", "scraped text"},
      {"title,date\nT,2014", "a.csv", "none"},
      {"int main() {}", "a.cc", "none"},
      {std::string("\x7f"
                   "ELF\2\1\1\0\0\0\0",
                   11),
       "a.txt", "none"},
      {"%PDF-1.4\n%\xE2\xE3\xCF\xD3", "a.txt", "none"},
      {std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), "a.html", "none"},
      {std::string("PK\3\4\24\0\0\0\10\0", 10), "a.md", "none"},
      {std::string("\x1f\x8b\x08\0\0\0\0\0\0\3", 10), "a.json", "none"},
      {"\xEF\xBB\xBFOnce upon", "a.txt", "scraped text"},
      {"# A heading\n\nOnce upon", "", "markdown"},
      {"# A heading\n\nOnce upon", "a.txt", "scraped text"},
      {std::string(257, 'a') + "ustar", "a.txt", "none"},
  };
  for (const auto& row : cases) {
    SCOPED_TRACE(row.path + ": " + row.head.substr(0, 24));
    EXPECT_EQ(reader_of(row.head, row.path), row.reader);
  }
}

std::vector<std::string> names_in(const std::vector<std::string>& sources) {
  std::vector<std::string> names;
  for (const SourceFile& file : list_files(sources).files)
    names.push_back(file.name + (file.refusal.empty() ? "" : " - " + file.refusal));
  return names;
}

TEST(ListFiles, WalksFoldersInOrder) {
  TemporaryDirectory directory;
  for (const char* name : {"b.txt", "a/2.md", "a/10.md", "a/deep/er/x.html", ".hidden/x.txt",
                           ".dot.txt", "a/picture.jpg", "style.css", "z.jsonl"})
    directory.write(name, "x");
  EXPECT_THAT(names_in({directory.path().string()}),
              ElementsAre("b.txt", "z.jsonl", "a/10.md", "a/2.md", "a/deep/er/x.html"));
  EXPECT_EQ(list_files({directory.path().string()}).passed_over, 4U);
}

TEST(ListFiles, PassesOverWhatEditorsKeepBesideAFile) {
  TemporaryDirectory directory;
  for (const char* name : {"a.md", "a.md~", "a.md.~1~", ".#a.md", "#a.md#", ".a.md.swp", "a.md.swp",
                           "a.md.swo", "a.md.BAK", "a.md.orig", "a.md.rej", "b#1.md", "bak.md"})
    directory.write(name, "x");
  EXPECT_THAT(names_in({directory.path().string()}), ElementsAre("a.md", "b#1.md", "bak.md"));
  EXPECT_EQ(list_files({directory.path().string()}).passed_over, 10U);
  EXPECT_THAT(names_in({directory / "a.md~"}), ElementsAre("a.md~")) << "named, it is meant";
}

TEST(ListFiles, ReadsFoldersThatAreCalledLikeBackups) {
  TemporaryDirectory directory;
  for (const char* name :
       {"2014.bak/a.md", "old~/b.md", "#more#/c.md", "pages.js/d.md", ".git/e.md"})
    directory.write(name, "x");
  EXPECT_THAT(names_in({directory.path().string()}),
              UnorderedElementsAre("2014.bak/a.md", "old~/b.md", "#more#/c.md", "pages.js/d.md"));
  EXPECT_EQ(list_files({directory.path().string()}).passed_over, 1U);
}

TEST(ListFiles, NamesEachFileOnce) {
  TemporaryDirectory directory;
  const std::string file = directory.write("a/x.txt", "x");
  fs::create_directory_symlink(directory.path() / "a", directory.path() / "a/loop");
  fs::create_symlink(file, directory.path() / "again.txt");
  EXPECT_THAT(names_in({file, directory.path().string()}), ElementsAre("x.txt"));
}

TEST(ListFiles, FollowsNoLinkOutOfTheSources) {
  TemporaryDirectory directory;
  const fs::path all = directory.path();
  directory.write("articles/b.txt", "x");
  directory.write("articles-too/secret.txt", "x");
  directory.write("outside/deep/c.txt", "x");
  fs::create_symlink("b.txt", all / "articles/a.txt");
  fs::create_symlink("../articles-too/secret.txt", all / "articles/c.txt");
  fs::create_directory_symlink(all / "outside", all / "articles/d");
  fs::create_directory_symlink("..", all / "articles/e");
  const std::string out =
      " - a link that leads out of the folder; name its target as a source to read it";
  EXPECT_THAT(names_in({(all / "articles").string()}),
              ElementsAre("a.txt", "c.txt" + out, "d" + out, "e" + out));
  // Named as a source, the target is read; and a source may be a link.
  EXPECT_THAT(names_in({(all / "articles").string(), (all / "outside").string()}),
              ElementsAre("a.txt", "c.txt" + out, "e" + out, "d/deep/c.txt"));
  fs::create_directory_symlink("articles", all / "linked");
  EXPECT_THAT(names_in({(all / "linked").string() + "/"}),
              ElementsAre("a.txt", "c.txt" + out, "d" + out, "e" + out));
  EXPECT_THAT(names_in({(all / "articles/c.txt").string()}), ElementsAre("c.txt"));
}

TEST(ListFiles, RefusesWhatIsNoFileAndNeverOpensIt) {
  TemporaryDirectory directory;
  const fs::path all = directory.path();
  directory.write("a.txt", "x");
  fs::create_symlink("nowhere", all / "gone.txt");
  fs::create_symlink("turning.txt", all / "turning.txt");
  ASSERT_EQ(::mkfifo((all / "pipe").c_str(), 0600), 0);
  const std::vector<SourceFile> files = list_files({all.string()}).files;
  std::vector<Rejected> rejected;
  for (const SourceFile& file : files) {
    if (file.name == "a.txt") continue;
    read_file(file, {[](Found&&) { FAIL() << "found an article"; },
                     [&](Rejected&& one) { rejected.push_back(std::move(one)); }});
  }
  ASSERT_EQ(rejected.size(), 3U);
  EXPECT_EQ(rejected[0].path, "gone.txt");
  EXPECT_THAT(rejected[0].reason, StartsWith("a link that leads to nothing"));
  EXPECT_EQ(rejected[1], (Rejected{"pipe", "", "a named pipe, not a file"}));
  EXPECT_THAT(rejected[2].reason, StartsWith("a link that leads to nothing"));
  EXPECT_THAT(names_in({(all / "pipe").string()}), ElementsAre("pipe - a named pipe, not a file"));
}

TEST(ListFiles, TellsFilesOfOneNameApart) {
  TemporaryDirectory directory;
  directory.write("one/x.txt", "x");
  directory.write("two/x.txt", "x");
  const auto names =
      names_in({(directory.path() / "one").string(), (directory.path() / "two").string()});
  ASSERT_EQ(names.size(), 2u);
  EXPECT_THAT(names[0], HasSubstr("one/x.txt"));
  EXPECT_THAT(names[1], HasSubstr("two/x.txt"));
}

TEST(ListFiles, SaysWhatIsWrongWithASource) {
  TemporaryDirectory directory;
  for (const std::string& source :
       {(directory.path() / "nowhere").string(), directory.path().string()}) {
    SCOPED_TRACE(source);
    try {
      list_files({source});
      FAIL() << "nothing was thrown";
    } catch (const Failure& failure) {
      EXPECT_EQ(failure.code(), Exit::unreadable);
      EXPECT_THAT(failure.what(), HasSubstr(source));
    }
  }
}

TEST(ReadFile, RejectsWhatIsNoText) {
  TemporaryDirectory directory;
  const struct {
    std::string content, reason;
  } cases[] = {{"", "an empty file"}, {"%PDF-1.4\n%\xE2\xE3\xCF\xD3", "a PDF document, not text"}};
  for (const auto& row : cases) {
    SCOPED_TRACE(row.reason);
    const std::string path = directory.write("x.txt", row.content);
    std::vector<Rejected> rejected;
    read_file({path, "x.txt", row.content.size()},
              {[](Found&&) { FAIL() << "found an article"; },
               [&](Rejected&& one) { rejected.push_back(std::move(one)); }});
    ASSERT_EQ(rejected.size(), 1u);
    EXPECT_EQ(rejected[0].path, "x.txt");
    EXPECT_EQ(rejected[0].reason, row.reason);
  }
}

TEST(ReadFile, RejectsBinaryDataInTheSameWordsInEveryFormat) {
  using namespace std::string_literals;
  std::string noise;
  for (unsigned i = 0, seed = 7; i < 64; ++i) {
    seed = seed * 1103515245U + 12345U;
    noise += static_cast<char>(seed >> 16);
  }
  std::string undefined;  // in windows-1252
  for (int i = 0; i < 40; ++i) undefined += "\x81\x8D";
  const std::string few_of_few = "few\0\0\0 words"s;
  TemporaryDirectory directory;
  for (const std::string& bytes : {noise, undefined, "a\0\1\2\3b"s, few_of_few}) {
    for (const char* name : {"a.txt", "a.md", "a.html", "a.json", "a.jsonl"}) {
      SCOPED_TRACE(name + (' ' + bytes));
      const std::string path = directory.write(name, bytes);
      std::vector<Rejected> rejected;
      read_file({path, name, bytes.size()},
                {[](Found&&) { FAIL() << "found an article"; },
                 [&](Rejected&& one) { rejected.push_back(std::move(one)); }});
      ASSERT_EQ(rejected.size(), 1u);
      EXPECT_EQ(rejected[0].reason, "binary data, not text");
      EXPECT_FALSE(rejected[0].kept);
    }
  }
}

}  // namespace
}  // namespace backfile
