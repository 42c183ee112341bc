// Building: the same files however the work is divided, limits, and what no index can hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/failure.h"
#include "tests/indexer/forward/built.h"

namespace backfile {
namespace {

using testing::HasSubstr;

std::vector<Article> some_articles() {
  std::vector<Article> articles;
  for (int i = 0; i < 60; ++i) {
    const std::string number = std::to_string(i % 7), word = "word" + std::to_string(i);
    articles.push_back(test::article_of(
        i % 3 == 0   ? "de"
        : i % 3 == 1 ? "en"
                     : "zh",
        "The storm " + word,
        {"It was the storm of " + number + ", they said; the S-400.", "大桥通车 " + word}));
  }
  return articles;
}

TEST(ForwardBuild, MakesTheSameFilesHoweverArticlesFallIntoRuns) {
  const std::vector<Article> articles = some_articles();
  const test::BuiltForward whole(articles);
  for (const std::size_t per_run : {std::size_t{1}, std::size_t{7}, std::size_t{59}}) {
    const test::BuiltForward cut(articles, per_run);
    for (const char* file : test::forward_files) {
      EXPECT_TRUE(contents_of(whole.path() / file) == contents_of(cut.path() / file))
          << file << " with " << per_run << " articles a run";
    }
  }
}

TEST(ForwardBuild, LeavesNothingButTheIndex) {
  const test::BuiltForward built(some_articles(), 7);
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(built.path())) {
    ++files;
  }
  EXPECT_EQ(files, std::size(test::forward_files));
}

std::string refusal_with(const ForwardLimits& limits, std::size_t per_run) {
  const TemporaryDirectory directory;
  try {
    test::build_forward(some_articles(), directory.path(), per_run, limits);
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.code(), Exit::unwritable);
    return failure.what();
  }
  return "built";
}

// Whether one run passes the limit or only all of them together.
TEST(ForwardBuild, RefusesMoreThanAnIndexCanCount) {
  struct Case {
    ForwardLimits limits;
    const char* sentence;
  };
  const Case cases[] = {
      {{.positions = 1000}, "more than 1,000 words, too many for one index"},
      {{.forms = 90}, "more than 90 written forms"},
      {{.form_bytes = 200}, "more than 200 bytes of written forms"},
      {{.separators = 5}, "more than 5 separators"},
      {{.separator_bytes = 4}, "more than 4 bytes of separators"},
  };
  for (const Case& c : cases) {
    for (const std::size_t per_run : {std::size_t{5}, std::size_t{1000}}) {
      EXPECT_THAT(refusal_with(c.limits, per_run), HasSubstr(c.sentence));
    }
  }
  EXPECT_EQ(refusal_with({.positions = 3000, .forms = 400}, 5), "built");
}

}  // namespace
}  // namespace backfile
