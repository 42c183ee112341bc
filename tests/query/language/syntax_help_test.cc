// The examples in the help are queries, and are understood as the help says.
#include "query/language/syntax_help.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/text/unicode.h"
#include "query/language/lexemes/lexer.h"
#include "query/language/parser.h"

namespace backfile {
namespace {

std::vector<std::string> examples_of(const SyntaxRow& row) {
  std::vector<std::string> examples;
  for_each_example(row, [&](std::string_view example) { examples.emplace_back(example); });
  return examples;
}

TEST(SyntaxHelp, GivesExamplesThatGetNoNote) {
  for (const SyntaxRow& row : syntax_rows()) {
    for (const std::string& example : examples_of(row)) {
      const Parsed parsed = parse(example);
      EXPECT_TRUE(parsed.notes.empty()) << example << ": " << parsed.notes[0].message;
      EXPECT_TRUE(parsed.doubtful_notes.empty()) << example;
      EXPECT_NE(parsed.tree.kind, NodeKind::nothing) << example;
    }
  }
}

TEST(SyntaxHelp, NamesEveryFieldAndOperator) {
  std::string all;
  for (const SyntaxRow& row : syntax_rows()) all.append(row.typed).append(" ").append(row.finds);
  for (const QueryField& field : query_fields()) {
    EXPECT_NE(all.find(std::string(field.name) + ":"), std::string::npos) << field.name;
  }
  for (const char* sign : {"OR", "|", "NOT", "(", "\"", "-", "=", "^", "..", "<", ">="}) {
    EXPECT_NE(all.find(sign), std::string::npos) << sign;
  }
}

TEST(SyntaxHelp, TakesAPhraseApart) {
  std::string runs;
  for_each_run("either; `|` and *forms* do", [&](SyntaxRun run, std::string_view text) {
    runs += std::to_string(static_cast<int>(run)) + std::string(text) + "/";
  });
  EXPECT_EQ(runs, "0either; /1|/0 and /2forms/0 do/");
}

TEST(SyntaxHelp, FitsATerminal) {
  std::istringstream text(syntax_as_text());
  std::set<std::size_t> columns;
  for (std::string line; std::getline(text, line);) {
    EXPECT_LE(display_width(line), 79U) << line;
    EXPECT_EQ(line.find('`'), std::string::npos) << line;
    columns.insert(line.find_first_not_of(' '));
  }
  EXPECT_EQ(columns, (std::set<std::size_t>{2, 26}))
      << "examples at the left, the rest at the right";
}

TEST(SyntaxHelp, HasRowsThatATableInMarkdownCanHold) {
  std::istringstream rows(syntax_as_markdown());
  for (std::string row; std::getline(rows, row);) {
    std::size_t bars = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
      bars += row[i] == '|' && (i == 0 || row[i - 1] != '\\') ? 1 : 0;
    }
    EXPECT_EQ(bars, 3U) << "a bar that is not escaped ends a cell: " << row;
  }
  EXPECT_NE(syntax_as_markdown().find("`ferry \\| barge`"), std::string::npos);
  for (const SyntaxRow& row : syntax_rows()) EXPECT_FALSE(row.finds.ends_with('.')) << row.finds;
}

}  // namespace
}  // namespace backfile
