// Passages against a person's choice: tests/golden/snippets.txt says which, and how it is written;
// snippets_blind.txt has those of strangers, which no figure of the score was set by.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "planned.h"
#include "query/snippet.h"
#include "tests/places.h"

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

std::string marked(const Snippet& snippet) {
  std::string text;
  std::uint32_t at = 0;
  for (const Range mark : snippet.marks) {
    text += snippet.text.substr(at, mark.begin - at) + "[" +
            snippet.text.substr(mark.begin, mark.end - mark.begin) + "]";
    at = mark.end;
  }
  return text + snippet.text.substr(at);
}

std::size_t agreed(const std::vector<Case>& cases) {
  Analyzer analyzer;
  std::size_t agreed = 0;
  for (const Case& c : cases) {
    EXPECT_FALSE(c.best.empty()) << c.name;
    Planned planned({c.article});
    const auto leaves = planned.plan(c.query).leaves;
    const auto snippets = make_snippets(c.article, leaves, analyzer, c.options);
    const bool agree = agrees(c, snippets);
    agreed += agree ? 1 : 0;
    if (agree && std::getenv("BACKFILE_SHOW_SNIPPETS") == nullptr) continue;
    std::cout << (agree ? "agreed: " : "NOT AGREED: ") << c.name << "  (" << c.query << ")\n";
    for (const Snippet& snippet : snippets) std::cout << "    " << marked(snippet) << "\n";
  }
  std::cout << agreed << " of " << cases.size() << " passages are those that a person chose\n";
  return agreed;
}

TEST(Snippets, ShowThePassageThatAPersonChose) {
  const std::vector<Case> cases = read_cases("snippets.txt");
  ASSERT_EQ(cases.size(), 40u);
  EXPECT_GE(agreed(cases), 36u);
}

TEST(Snippets, ShowThePassageThatAStrangerChose) {
  const std::vector<Case> cases = read_cases("snippets_blind.txt");
  ASSERT_EQ(cases.size(), 82u);
  EXPECT_GE(agreed(cases), 67u) << "65 when the cases came in; lists were told from stories since";
}

}  // namespace
}  // namespace backfile
