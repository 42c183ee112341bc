// Passages compared with a person's choice, which tests/golden/snippets.txt has, along with its
// format; snippets_blind.txt has choices of strangers, which were not used to set any weight. The
// marks and cuts shown for each are in golden files of their own.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/golden_file.h"
#include "tests/places.h"
#include "tests/query/planning/planned.h"
#include "tests/query/snippet/recorded.h"
#include "tests/query/snippet/with_brackets.h"

namespace backfile {
namespace {

constexpr std::string_view opening = "⟦", closing = "⟧";

struct Judged {
  std::string field;
  std::size_t paragraph = 0;
  Range range;
};

struct Case {
  std::string name, query;
  Article article;
  SnippetOptions options{.width = 140, .passages = 1};
  std::vector<Judged> best;
};

// The text without its brackets; where they stood goes to `best`.
std::string judged(std::string text, const std::string& field, std::size_t paragraph,
                   std::vector<Judged>& best) {
  for (std::size_t begin; (begin = text.find(opening)) != std::string::npos;) {
    text.erase(begin, opening.size());
    const std::size_t end = text.find(closing);
    text.erase(end, closing.size());
    best.push_back(
        {field, paragraph, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}});
  }
  return text;
}

std::vector<Case> read_cases(const std::string& name) {
  std::ifstream file(std::string(source_dir) + "/tests/golden/" + name);
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("== ")) {
      cases.emplace_back().name = line.substr(3);
      cases.back().article.language = "en";
      continue;
    }
    Case& c = cases.back();
    std::string text = line;
    const auto is = [&](std::string_view key) {
      if (!line.starts_with(key)) return false;
      text = line.substr(key.size());
      return true;
    };
    if (is("query: ")) {
      c.query = text;
    } else if (is("language: ")) {
      c.article.language = text;
    } else if (is("title: ")) {
      c.article.title = text;
    } else if (is("width: ")) {
      c.options.width = std::stoul(text);
    } else if (is("passages: ")) {
      c.options.passages = std::stoul(text);
    } else if (is("subtitle: ")) {
      c.article.subtitle = judged(text, "subtitle", 0, c.best);
    } else if (is("caption: ")) {
      c.article.captions.push_back(judged(text, "caption", c.article.captions.size(), c.best));
    } else {
      c.article.body.push_back(judged(text, "body", c.article.body.size(), c.best));
    }
  }
  return cases;
}

// Most of the shorter of the two lies in the other.
bool shows(const Snippet& snippet, const Judged& best) {
  if (snippet.field != best.field || snippet.paragraph != best.paragraph) return false;
  const std::uint32_t begin = std::max(snippet.source.begin, best.range.begin);
  const std::uint32_t end = std::min(snippet.source.end, best.range.end);
  const std::uint32_t shorter =
      std::min(snippet.source.end - snippet.source.begin, best.range.end - best.range.begin);
  return begin < end && 5 * (end - begin) >= 4 * shorter;
}

bool agrees(const Case& c, const std::vector<Snippet>& snippets) {
  for (const Judged& best : c.best) {
    bool shown = false;
    for (const Snippet& snippet : snippets) shown |= shows(snippet, best);
    if (!shown) return false;
  }
  return true;
}

// What is shown for each, the marks in brackets.
struct Outcome {
  std::size_t agreed = 0;
  std::string shown;
};

Outcome outcome_of(const std::vector<Case>& cases) {
  Analyzer analyzer;
  Outcome outcome;
  for (const Case& c : cases) {
    EXPECT_FALSE(c.best.empty()) << c.name;
    Planned planned({c.article});
    const auto patterns = planned.plan(c.query).patterns;
    const auto snippets = make_snippets(c.article, patterns, analyzer, c.options);
    const bool agree = agrees(c, snippets);
    outcome.agreed += agree ? 1 : 0;
    outcome.shown += (agree ? "== " : "== NOT AGREED ") + c.name + "\n" + c.query + "\n";
    for (const Snippet& snippet : snippets) {
      outcome.shown += "  " + snippet.field + ": " + with_brackets(snippet) + "\n";
    }
  }
  std::cout << outcome.agreed << " of " << cases.size()
            << " passages are those that a person chose\n";
  return outcome;
}

TEST(Snippets, ShowThePassageThatAPersonChose) {
  const std::vector<Case> cases = read_cases("snippets.txt");
  ASSERT_EQ(cases.size(), 40u);
  const Outcome outcome = outcome_of(cases);
  EXPECT_GE(outcome.agreed, 36u);
  expect_golden("snippets_shown.txt", outcome.shown);
}

TEST(Snippets, ShowThePassageThatAStrangerChose) {
  const std::vector<Case> cases = read_cases("snippets_blind.txt");
  ASSERT_EQ(cases.size(), 82u);
  const Outcome outcome = outcome_of(cases);
  EXPECT_GE(outcome.agreed, 67u) << "65 when the cases came in; lists were told from stories since";
  expect_golden("snippets_blind_shown.txt", outcome.shown);
}

}  // namespace
}  // namespace backfile
