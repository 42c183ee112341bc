// Words of a query, values of flags and names of files arrive exactly as they were typed.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "run_program.h"

namespace backfile {
namespace {

using Words = std::vector<std::string>;

class Typed : public ::testing::Test {
 protected:
  void SetUp() override {
    scratch_.write("[a].jsonl", R"({"title":"Storm","body":"The storm.","section":"[North]"})");
    scratch_.write("a,b.html", "<h1>Flood</h1><p>The flood came with the tide.</p>");
    scratch_.write("{c}.md", "# Calm\n\nAll was calm on the sound.\n");
    scratch_.write("--d.md", "# Ferry\n\nThe ferry was late.\n");
    scratch_.write("\"e\" %%.md", "# Bridge\n\nThe bridge was closed.\n");
    const Ran built = run_program({"index", "--index", index(), "--", scratch_ / "[a].jsonl",
                                   scratch_ / "a,b.html", scratch_ / "{c}.md", scratch_ / "--d.md",
                                   scratch_ / "\"e\" %%.md"});
    ASSERT_EQ(built.code, 0) << built.err;
    ASSERT_TRUE(built.out.starts_with("Indexed 5 articles")) << built.out;
  }
  std::string index() const { return scratch_ / "index"; }
  Ran search(Words words) const {
    words.insert(words.begin(), {"search", "--index", index()});
    return run_program(words);
  }
  std::string query_of(const Words& words) const {
    Words all = {"--format", "json", "--limit", "0"};
    all.insert(all.end(), words.begin(), words.end());
    const Ran ran = search(all);
    if (ran.out.empty()) return ran.err;
    return nlohmann::json::parse(ran.out)["query"];
  }

  TemporaryDirectory scratch_;
};

TEST_F(Typed, WordsReachTheQuestionUnchanged) {
  for (const char* word : {"[storm]",
                           "[a,b]",
                           "[]",
                           "[[storm]]",
                           "[storm",
                           "storm]",
                           "{}",
                           "{storm}",
                           "a,b",
                           ",",
                           "%%",
                           "100%",
                           "\"storm\"",
                           "'storm'",
                           "`storm`",
                           "\"",
                           "'",
                           "storm \"of the\" sea",
                           " storm",
                           "a=b",
                           "=storm",
                           "/storm",
                           "\\storm",
                           "+",
                           "++",
                           "#1",
                           "@",
                           "$x",
                           "~",
                           "*",
                           "-",
                           "---",
                           "\t",
                           "title:[storm]",
                           "date:2014..2016"}) {
    EXPECT_EQ(query_of({word}), word);
    EXPECT_EQ(query_of({"--", word}), word);
    EXPECT_EQ(query_of({"tide", word, "ferry"}), "tide " + std::string(word) + " ferry");
  }
  for (const char* word : {"-storm", "--storm", "--limit", "--limit=1", "-"})
    EXPECT_EQ(query_of({"tide", "--", word}), "tide " + std::string(word));
  EXPECT_EQ(query_of({"--", "--"}), "--");
  EXPECT_EQ(query_of({"", "storm"}), " storm");
  EXPECT_EQ(query_of({"storm", "", "tide", ""}), "storm  tide ");
  EXPECT_EQ(query_of({"[storm]", "--sort", "newest", "[tide]"}), "[storm] [tide]");
}

TEST_F(Typed, ValuesReachTheirFlagsUnchanged) {
  EXPECT_TRUE(search({"--section", "[North]", "storm"}).out.starts_with("1 article for storm"));
  EXPECT_TRUE(search({"--section=[North]", "storm"}).out.starts_with("1 article for storm"));
  for (const std::string value : {"[North, South]", "{}", "a,b", "\"North\"", "x=y", "-x"}) {
    for (const Words& words : {Words{"--section", value}, Words{"--section=" + value}}) {
      const std::string out = search(words).out;
      EXPECT_NE(out.find("“" + value + "”"), std::string::npos) << value << out;
    }
  }
}

TEST_F(Typed, FilesAreFoundByTheirNames) {
  for (const char* name : {"[a].jsonl", "a,b.html", "{c}.md", "--d.md", "\"e\" %%.md"}) {
    const Ran ran = run_program({"read", scratch_ / name});
    EXPECT_EQ(ran.code, 0) << ran.err;
    ASSERT_FALSE(ran.out.empty()) << name;
    const std::string path = nlohmann::json::parse(ran.out)["path"];
    EXPECT_TRUE(path.find(name) != std::string::npos) << path;
  }
}

TEST_F(Typed, AFlagWithoutItsValueTakesNoOther) {
  const std::string wanted = "backfile: --section needs a value: write it as --section NAME\n";
  for (const Words& words : {Words{"storm", "--section"}, Words{"--section", "--limit=1", "storm"},
                             Words{"--section", "--strict"}, Words{"--section", "--", "storm"}}) {
    const Ran ran = search(words);
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.err, wanted);
  }
  EXPECT_EQ(search({"--strict=1", "storm"}).err,
            "backfile: --strict takes no value: write it on its own\n");
}

}  // namespace
}  // namespace backfile
