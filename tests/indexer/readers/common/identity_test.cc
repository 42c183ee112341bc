// When two articles count as the same one, and the names of files.
#include "indexer/readers/common/identity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "indexer/base/failure.h"
#include "indexer/readers/open.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;

class Identities : public testing::Test {
 protected:
  // "id | identity | source" of every article below a source, in the order of reading.
  std::vector<std::string> read(const std::vector<std::string>& sources,
                                const std::vector<SourceName>& names = {}) const {
    std::vector<std::string> articles;
    for (const SourceFile& file : list_files(sources, names).files) {
      read_file(file, {[&](Found&& found) {
                         const Article& article = found.article;
                         articles.push_back(article.id + " | " + identity_of(article).text + " | " +
                                            article.source);
                       },
                       [](Rejected&& rejected) { ADD_FAILURE() << rejected.reason; }});
    }
    return articles;
  }
  std::string in(const std::string& name) const { return directory_ / name; }

  TemporaryDirectory directory_;
};

std::string record(const json::object_t& more) {
  json object = {{"title", "Storm"}, {"body", "It blew."}};
  object.update(json(more));
  return object.dump() + "\n";
}

TEST_F(Identities, IsTheUrlElseTheIdWhereItWasDeclaredElseThePath) {
  directory_.write("a.jsonl", record({{"id", "1"}, {"url", "https://lantern.example/storm"}}) +
                                  record({{"id", "1"}, {"source", "The Lantern"}}) +
                                  record({{"id", "1"}}) + record({{"source", "The Lantern"}}) +
                                  record({}));
  directory_.write("b.md", "---\ntitle: Storm\nid: 1\n---\n\nIt blew.\n");
  directory_.write("c.md", "# Storm\n\nIt blew.\n");
  EXPECT_THAT(read({in("")}),
              ElementsAre("https://lantern.example/storm | https://lantern.example/storm | ",
                          "1 | source The Lantern\n1 | The Lantern", "1 | file a.jsonl\n1 | ",
                          "a.jsonl#4 | a.jsonl#4 | The Lantern", "a.jsonl#5 | a.jsonl#5 | ",
                          "1 | file b.md\n1 | ", "c.md | c.md | "));
}

TEST_F(Identities, IsNoAddressOfASiteAndNoPlaceholder) {
  std::string records;
  const std::vector<std::string> placeholders = {"n/a", "N/A", "none",     "NULL",
                                                 "-",   "--",  "undefined"};
  for (const std::string& id : placeholders) records += record({{"guid", id}});
  records += record({{"id", "0"}}) + record({{"id", "0"}}) + record({{"id", "00"}});
  for (const char* url : {"https://l.example/", "https://l.example", "HTTP://l.example/"})
    records += record({{"url", url}});
  records += record({{"canonical", "https://l.example/"}, {"link", "https://l.example/storm"}});
  for (const char* url : {"https://l.example/?p=1", "https://l.example/#!/storm"})
    records += record({{"url", url}});
  directory_.write("a.jsonl", records);
  EXPECT_THAT(read({in("")}),
              ElementsAre("a.jsonl#1 | a.jsonl#1 | ", "a.jsonl#2 | a.jsonl#2 | ",
                          "a.jsonl#3 | a.jsonl#3 | ", "a.jsonl#4 | a.jsonl#4 | ",
                          "a.jsonl#5 | a.jsonl#5 | ", "a.jsonl#6 | a.jsonl#6 | ",
                          "a.jsonl#7 | a.jsonl#7 | ", "0 | a.jsonl#8 | ", "0 | a.jsonl#9 | ",
                          "00 | file a.jsonl\n00 | ", "a.jsonl#11 | a.jsonl#11 | ",
                          "a.jsonl#12 | a.jsonl#12 | ", "a.jsonl#13 | a.jsonl#13 | ",
                          "https://l.example/storm | https://l.example/storm | ",
                          "https://l.example/?p=1 | https://l.example/?p=1 | ",
                          "https://l.example/#!/storm | https://l.example/#!/storm | "));
}

TEST_F(Identities, IsNoHomePageThatIsDeclaredOnEveryPage) {
  const std::string head = "<html><head><link rel=canonical href='https://l.example/'>";
  const std::string story = "<article><h1>Storm</h1><p>It blew all night, and all day.</article>";
  directory_.write("a.html", head + "</head>" + story);
  directory_.write("b.html",
                   head + "<meta property=og:url content='https://l.example/b'></head>" + story);
  directory_.write("c.html", head + "</head>" + story + story);
  directory_.write("d.html", head + "</head>" + story + story);
  const std::vector<std::string> identities = read({in("")});
  ASSERT_GE(identities.size(), 4U);
  EXPECT_EQ(identities[0], "a.html | a.html | ");
  EXPECT_EQ(identities[1], "https://l.example/b | https://l.example/b | ");
  const std::set<std::string> different(identities.begin(), identities.end());
  EXPECT_EQ(different.size(), identities.size());
}

TEST(AddressesOfArticles, AreNotThoseOfAHomePage) {
  for (const char* path :
       {"/index.html", "/index.php", "/INDEX.HTM", "/default.aspx", "/home", "/Home/", "/home.php",
        "/?utm=1", "/?utm_source=a&utm_medium=b", "/index.html?fbclid=x", "/?", "?utm_source=a"})
    EXPECT_FALSE(may_name_article(std::string("https://l.example") + path)) << path;
  for (const char* path :
       {"/article.php", "/index.php?id=7", "/index.php/storm", "/?p=1", "/?p=1&utm_source=a",
        "/homes", "/index-of-storms", "/news/index.html", "/index.html#storm", "/home/storm"})
    EXPECT_TRUE(may_name_article(std::string("https://l.example") + path)) << path;
}

TEST_F(Identities, TellsTheSameIdsOfTwoFilesApart) {
  directory_.write("a.jsonl", record({{"id", "1"}}));
  directory_.write("b.jsonl", record({{"id", "1"}}));
  EXPECT_THAT(read({in("")}), ElementsAre("1 | file a.jsonl\n1 | ", "1 | file b.jsonl\n1 | "));
}

TEST_F(Identities, TakesTheNameGivenToTheSource) {
  directory_.write("one/a.jsonl", record({{"id", "1"}}) +
                                      record({{"id", "1"}, {"source", "The Wire"}}) + record({}));
  directory_.write("one/deep/c.md", "# Storm\n\nIt blew.\n");
  directory_.write("two/a.jsonl", record({{"id", "1"}}));
  const std::vector<SourceName> names = {{in("one"), "Lantern"}, {in("two/a.jsonl"), "Wire"}};
  const std::vector<std::string> named = {
      "1 | source Lantern\n1 | Lantern", "1 | source The Wire\n1 | The Wire",
      "Lantern/a.jsonl#3 | Lantern/a.jsonl#3 | Lantern",
      "Lantern/deep/c.md | Lantern/deep/c.md | Lantern", "1 | source Wire\n1 | Wire"};
  EXPECT_EQ(read({in("")}, names), named);
  EXPECT_EQ(read({in("one"), in("two")}, names), named) << "whatever the sources are";
  EXPECT_EQ(read({in("one/a.jsonl"), in("one/deep"), in("two/a.jsonl")}, names), named);
}

TEST_F(Identities, KeepsEveryFileOfTwoFoldersThatHoldTheSamePaths) {
  directory_.write("one/posts/x.md", "# One\n\nIt blew.\n");
  directory_.write("two/posts/x.md", "# Two\n\nIt blew.\n");
  directory_.write("two/posts/y.md", "# Y\n\nIt blew.\n");
  const std::vector<std::string> expected = {
      "one/posts/x.md | one/posts/x.md | ", "two/posts/x.md | two/posts/x.md | ", "y.md | y.md | "};
  EXPECT_EQ(read({in("one/posts"), in("two/posts")}), expected);
  const fs::path before = fs::current_path();
  fs::current_path(directory_.path());
  EXPECT_EQ(read({"one/posts/", "./two/posts"}), expected) << "however the folders are given";
  fs::current_path(before);
}

TEST_F(Identities, DoesNotComeFromFieldsThatAreMerelyCalledSo) {
  directory_.write("a.jsonl", record({{"id", "1"}, {"identity", "user"}, {"key", "user"}}) +
                                  record({{"id", "2"}, {"identity", "user"}}) +
                                  record({{"id", "3"}, {"identity", 7}, {"key", 7}}) +
                                  record({{"id", "4"},
                                          {"identity", "file old.jsonl\n4"},
                                          {"key", article_key(Identity("file old.jsonl\n4"))}}));
  EXPECT_THAT(read({in("a.jsonl")}),
              ElementsAre("1 | file a.jsonl\n1 | ", "2 | file a.jsonl\n2 | ",
                          "3 | file a.jsonl\n3 | ", "4 | file old.jsonl\n4 | "));
}

TEST_F(Identities, TellsFilesApartWhoseNamesNoLineCanHold) {
  for (const char* name : {"a b.md", "a  b.md", "a\nb.md", "a b.md ", "a\xff.md", "a\xfe.md"}) {
    directory_.write(name, "---\ntitle: Storm\n---\n\nIt blew.\n");
  }
  EXPECT_THAT(read({in("")}),
              testing::UnorderedElementsAre("a b.md | a b.md | ", "a %20b.md | a %20b.md | ",
                                            "a%0Ab.md | a%0Ab.md | ", "a b.md%20 | a b.md%20 | ",
                                            "a%FF.md | a%FF.md | ", "a%FE.md | a%FE.md | "));
}

TEST_F(Identities, RefusesANameForWhatDoesNotExist) {
  directory_.write("a.md", "# Storm\n\nIt blew.\n");
  try {
    list_files({in("")}, {{in("gone"), "Lantern"}});
    FAIL() << "nothing was thrown";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::usage);
    EXPECT_THAT(failure.what(), HasSubstr("there is no " + in("gone") + " to be called"));
  }
}

TEST(ShortestNames, TakesAsMuchOfEachPathAsTellsItApart) {
  EXPECT_THAT(shortest_names({"/srv/one", "/srv/two"}), ElementsAre("one", "two"));
  EXPECT_THAT(shortest_names({"/a/posts", "/b/posts", "/c"}),
              ElementsAre("a/posts", "b/posts", "c"));
  EXPECT_THAT(shortest_names({"/a/b", "/x/a/b", "/"}), ElementsAre("/a/b", "x/a/b", "/"));
}

}  // namespace
}  // namespace backfile
