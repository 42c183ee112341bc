// Text that would spill over the page: heaps of combining marks, endless words.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/browser/browser.h"
#include "tests/places.h"
#include "tests/running_program.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

std::string repeated(std::string_view text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

// "flood", each letter between as many accents.
std::string piled(int accents) {
  std::string text;
  for (const char letter : std::string("flood")) text += letter + repeated("\u0301\u0323", accents);
  return text;
}

// All accents on one letter, as nobody reads it.
std::string overgrown() {
  std::string text = "flood z";
  for (int times = 0; times < 3; ++times) {
    for (int c = 0x300; c < 0x360; ++c) {
      text += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    }
  }
  return text + "algo";
}

std::string line(const std::string& id, const std::string& odd) {
  return nlohmann::json({{"id", id},
                         {"title", odd},
                         {"subtitle", "Below: " + odd},
                         {"author", {odd}},
                         {"section", odd},
                         {"tags", {odd}},
                         {"published", "2019-01-0" + id},
                         {"language", "en"},
                         {"body", "The flood came. " + odd + " The flood went."}})
             .dump() +
         "\n";
}

class Room : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string reason;
    browser_ = Browser::start(reason);
    if (!browser_) GTEST_SKIP() << reason;
    const std::string articles = directory_.write(
        "articles.jsonl", line("1", "Calm") + line("2", piled(400)) + line("3", "Calm") +
                              line("4", repeated("x", 4000)) + line("5", "Calm") +
                              line("6", overgrown()) + line("7", "Calm"));
    const std::string index = directory_.path() / "index";
    RunningProgram indexer(program_path, {"index", articles, "--index", index});
    indexer.rest();
    ASSERT_EQ(indexer.exit_code(), 0);
    service_ = std::make_unique<RunningProgram>(
        program_path,
        std::vector<std::string>{"serve", "--index", index, "--port", "0", "--quiet"});
    address_ = "http://127.0.0.1:" + std::to_string(service_->number_after("127.0.0.1:"));
  }

  // Opens a page in a window that holds all of it.
  void open(const std::string& path, int width) {
    browser().size(width, 800);
    browser().open(address_ + path);
    const int height = browser().run("return document.documentElement.scrollHeight");
    browser().size(width, height);
  }

  // That what `selector` names paints something, but nothing outside of its box.
  void expect_inside_its_box(const std::string& selector) {
    SCOPED_TRACE(selector);
    const Browser::Painted painted = browser().painted(selector);
    const auto box = browser().run(
        "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
        "return [b.left, b.top, b.right, b.bottom]",
        {selector});
    constexpr double edge = 7;  // where an outline would be
    EXPECT_GT(painted.bottom, painted.top);
    EXPECT_GE(painted.left, box[0].get<double>() - edge);
    EXPECT_GE(painted.top, box[1].get<double>() - edge);
    EXPECT_LE(painted.right, box[2].get<double>() + edge);
    EXPECT_LE(painted.bottom, box[3].get<double>() + edge);
  }

  Browser& browser() { return *browser_; }

  TemporaryDirectory directory_;
  std::unique_ptr<RunningProgram> service_;
  std::string address_;
  std::unique_ptr<Browser> browser_;
};

TEST_F(Room, IsKeptByEachArticleAmongOthers) {
  for (const int width : {320, 1280}) {
    SCOPED_TRACE(width);
    for (const std::string page : {"/", "/search?q=flood&sort=oldest"}) {
      SCOPED_TRACE(page);
      open(page, width);
      EXPECT_LE(browser().run("return document.documentElement.scrollWidth"), width);
      const std::string list = page == "/" ? ".newest li" : ".hits > li";
      for (int place = 1; place <= 7; ++place) {
        expect_inside_its_box(list + ":nth-child(" + std::to_string(place) + ")");
      }
      // No article takes much more room than four lines of title and what belongs to it.
      EXPECT_LT(browser().run("return Math.max(...[...document.querySelectorAll(arguments[0])]"
                              ".map((li) => li.offsetHeight))",
                              {list}),
                700);
    }
  }
}

TEST_F(Room, IsKeptByChosenFiltersAndOnThePageOfTheArticle) {
  for (const std::string facet : {"author", "section"}) {
    open("/search?q=flood&" + facet + "=" + piled(40), 1280);
    expect_inside_its_box(".chips li");
  }
  open("/search?q=flood&sort=oldest", 1280);
  browser().click(".hits > li:nth-child(2) h2 a");
  const std::string article = browser().address().substr(address_.size());
  for (const int width : {320, 1280}) {
    SCOPED_TRACE(width);
    open(article, width);
    EXPECT_LE(browser().run("return document.documentElement.scrollWidth"), width);
    for (const std::string part :
         {"h1", ".standfirst", ".byline", ".kicker", ".story p", ".meta dd"})
      expect_inside_its_box(".article " + part);
  }
}

}  // namespace
}  // namespace backfile
