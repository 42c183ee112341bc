// `backfile boilerplate`, and the configuration that overrides it, as operators use them.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "run_program.h"
#include "started_program.h"
#include "tests/indexer/boilerplate/made_up_paper.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

class BoilerplateCommand : public ::testing::Test {
 protected:
  BoilerplateCommand() {
    for (const PaperPage& page : MadeUpPaper(21).made) write("articles/" + page.path, page.html);
  }
  void write(const std::string& name, const std::string& text) const {
    const fs::path path = scratch_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  std::string index() const { return scratch_ / "archive.index"; }
  std::string page() const { return scratch_ / "articles/2014/101.html"; }
  Ran build(const Environment& environment = {}) const {
    return run_program({"index", "--index", index(), scratch_ / "articles"}, environment);
  }

  TemporaryDirectory scratch_;
};

TEST_F(BoilerplateCommand, ShowsEachRuleWithItsCountAndAnExample) {
  const Ran built = build();
  EXPECT_NE(built.out.find("removed from 60 articles by "), std::string::npos) << built.out;
  EXPECT_NE(built.out.find(" shared by many articles"), std::string::npos) << built.out;
  const Ran text = run_program({"boilerplate", "--index", index()});
  EXPECT_EQ(text.code, 0) << text.err;
  EXPECT_NE(text.out.find("  60 of 60        foot         \"Read more in our series\"\n"),
            std::string::npos)
      << text.out;
  EXPECT_NE(text.out.find(".\nWhat a rule names is kept where nothing else would be left of an "
                          "article.\n"),
            std::string::npos)
      << "the counts are of articles that have it, not of those that lost it";
  const Ran json = run_program({"boilerplate", "--index", index(), "--format", "json"});
  const auto object = nlohmann::json::parse(json.out);
  EXPECT_EQ(object["articles"], 60);
  EXPECT_GT(object["words"], 1000);
  const auto& rules = object["rules"];
  const auto letter = std::ranges::find_if(rules, [](const auto& rule) {
    return rule["example"].template get<std::string>().ends_with("every reader who asks for it.");
  });
  ASSERT_NE(letter, rules.end()) << json.out;
  EXPECT_EQ((*letter)["place"], "anywhere");
  EXPECT_EQ((*letter)["articles"], 60);
  EXPECT_EQ((*letter)["source"], "tidewater.example");
}

TEST_F(BoilerplateCommand, HearsTheConfiguration) {
  write("backfile.toml", "keep-line = [\"Share this *\"]\nremove-line = [\"correction: *\"]\n");
  ASSERT_EQ(build({{"BACKFILE_CONFIG", scratch_ / "backfile.toml"}}).code, 0);
  const Ran shown = run_program({"boilerplate", "--index", index()});
  EXPECT_NE(shown.out.find("\"Share this story\"  kept by your settings\n"), std::string::npos);
  EXPECT_NE(shown.out.find("removed by your settings\n  \"correction: *\"\n"), std::string::npos);
  EXPECT_EQ(run_program({"search", "--index", index(), "\"Share this story\""}).code, 0);
  EXPECT_EQ(run_program({"search", "--index", index(), "misstated"}).code, 1);
}

TEST_F(BoilerplateCommand, LetsReadCleanAPageByTheIndexNamed) {
  ASSERT_EQ(build().code, 0);
  const Ran alone = run_program({"read", page()});
  const Ran by_flag = run_program({"read", "--index", index(), page()});
  const Ran by_environment = run_program({"read", page()}, {{"BACKFILE_INDEX", index()}});
  EXPECT_NE(alone.out.find("Share this story"), std::string::npos);
  EXPECT_EQ(by_flag.out.find("Share this story"), std::string::npos) << by_flag.out;
  EXPECT_EQ(by_environment.out, by_flag.out);
  EXPECT_EQ(by_flag.err, "");
  const Ran explained = run_program({"read", "--explain", "--index", index(), page()});
  EXPECT_NE(explained.out.find("[shared by many articles] Share this story"), std::string::npos)
      << explained.out;
}

// What is told now takes the place of what was told when the index was built, flag by flag.
TEST_F(BoilerplateCommand, LetsReadHearOverridesBesideAnIndex) {
  ASSERT_EQ(build({{"BACKFILE_KEEP_LINE", "Share this *"}}).code, 0);
  const auto has_line = [&](std::vector<std::string> flags, const Environment& environment = {}) {
    flags.insert(flags.begin(), {"read", "--index", index()});
    flags.push_back(page());
    const Ran ran = run_program(flags, environment);
    EXPECT_EQ(ran.code, 0) << ran.err;
    const bool plain = ran.out.find("Share this story") != std::string::npos;
    flags.insert(flags.begin() + 1, "--explain");
    const std::string explained = run_program(flags, environment).out;
    EXPECT_EQ(explained.find("[shared by many articles] Share this story") == std::string::npos,
              plain)
        << explained;
    return plain;
  };
  EXPECT_TRUE(has_line({})) << "as it was built";
  EXPECT_TRUE(has_line({"--remove-line", "no such line"}));
  EXPECT_FALSE(has_line({"--keep-line", "To be continued."}));
  const std::string file =
      scratch_.write("later.toml", "keep-line = [\"other\"]\nremove-line = [\"Share this *\"]\n");
  EXPECT_FALSE(has_line({}, {{"BACKFILE_CONFIG", file}}));
  ASSERT_EQ(build().code, 0);
  EXPECT_FALSE(has_line({}));
  EXPECT_TRUE(has_line({"--keep-line", "Share this *"}));
}

TEST_F(BoilerplateCommand, RefusesAnIndexOfAnotherVersionInTheWordsOfSearch) {
  build();
  std::ifstream current(fs::path(index()) / "current");
  std::string generation;
  std::getline(current, generation);
  const fs::path manifest = fs::path(index()) / "generations" / generation / "manifest.json";
  auto object = nlohmann::json::parse(std::ifstream(manifest));
  object["analyzer"] = 0;
  std::ofstream(manifest) << object;
  const Ran searched = run_program({"search", "--index", index(), "letter"});
  EXPECT_EQ(searched.code, 7);
  EXPECT_NE(searched.err.find("another version of backfile"), std::string::npos) << searched.err;
  for (const Ran& ran : {run_program({"boilerplate", "--index", index()}),
                         run_program({"read", "--index", index(), page()})}) {
    EXPECT_EQ(ran.code, 7);
    EXPECT_EQ(ran.out, "");
    EXPECT_EQ(ran.err, searched.err);
  }
}

TEST_F(BoilerplateCommand, SaysWhatIsWrong) {
  const Ran none = run_program({"boilerplate", "--index", index()});
  EXPECT_EQ(none.code, 7);
  const Ran read = run_program({"read", "--index", index(), page()});
  EXPECT_EQ(read.code, 0);
  EXPECT_EQ(read.err, "Note: there is no index in " + index() +
                          " yet; boilerplate is learnt from these files alone\n");
  EXPECT_EQ(run_program({"boilerplate", "words"}).code, 2);
  const Ran star = run_program({"read", "--remove-line", " * ", page()});
  EXPECT_EQ(star.code, 2);
  EXPECT_EQ(star.err, "backfile: --remove-line takes the words of a line, not \" * \"\n");
  const Ran room = run_program({"read", page()}, {{"TMPDIR", scratch_ / "nowhere"}});
  EXPECT_NE(room.err.find("TMPDIR"), std::string::npos) << room.err;
  EXPECT_EQ(room.code, 8);
}

}  // namespace
}  // namespace backfile
