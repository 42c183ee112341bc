// Made-up articles and their snippets, for the tests of snippets. The patterns are made without the
// planner (snippet_patterns.h).
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"
#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/snippet_patterns.h"
#include "tests/query/snippet/with_brackets.h"

namespace backfile {

inline Article article(std::vector<std::string> body, std::string language = "en") {
  Article made;
  made.language = std::move(language);
  made.body = std::move(body);
  return made;
}

class SnippetTest : public testing::Test {
 protected:
  std::vector<MatchPattern> patterns(std::string_view query, const Article& article) {
    return patterns_of(query, article.language, analyzer_);
  }

  std::vector<std::string> shown(const Article& article, std::string_view query,
                                 const SnippetOptions& options = {}) {
    std::vector<std::string> texts;
    for (const Snippet& snippet :
         make_snippets(article, patterns(query, article), analyzer_, options)) {
      texts.push_back(with_brackets(snippet));
    }
    return texts;
  }

  // Columns of what is shown, which is no more than one passage.
  std::size_t width_of(const Article& article, std::string_view query, std::size_t width) {
    const auto snippets = make_snippets(article, patterns(query, article), analyzer_,
                                        {.width = width, .passages = 1});
    EXPECT_EQ(snippets.size(), 1U);
    return snippets.empty() ? 0 : display_width(snippets[0].text);
  }

  // Of one passage, in any width from `narrowest` up to `widest`, which is not tried.
  void expect_never_ends(const Article& article, std::string_view query, std::size_t narrowest,
                         std::size_t widest, std::initializer_list<std::string_view> ends) {
    for (std::size_t width = narrowest; width < widest; ++width) {
      for (const std::string& text : shown(article, query, {.width = width, .passages = 1})) {
        for (const std::string_view end : ends) EXPECT_FALSE(text.ends_with(end)) << text;
      }
    }
  }

  Analyzer analyzer_;
};

// A sentence of `words` words that nobody asks for.
inline std::string filler(std::size_t words) {
  std::string text = "Filler";
  for (std::size_t i = 1; i < words; ++i) text += " word";
  return text + ". ";
}

}  // namespace backfile
