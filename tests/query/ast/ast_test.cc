// Trees that the parser never makes, printed in both forms.
#include "query/ast/ast.h"

#include <gtest/gtest.h>

#include "query/language/tree.h"

namespace backfile {
namespace {

Node word(std::string_view text, std::string_view field = "") {
  Node node = word_node(text);
  node.field = field;
  return node;
}

TEST(Dump, ShowsEveryMemberThatIsNotUsual) {
  Node node = word("storm", "title");
  EXPECT_EQ(dump(node), "(word title \"storm\")");
  node.exact = true;
  node.boost = 2.5;
  EXPECT_EQ(dump(node), "(word title exact \"storm\" ^2.5)");
  node.kind = NodeKind::filter;
  node.text = "a \"b\" \\c";
  node.boost = 1;
  node.exact = false;
  EXPECT_EQ(dump(node), R"((filter title "a \"b\" \\c"))");
  EXPECT_EQ(dump({}), "(nothing)");
}

TEST(Dump, WritesPeriodsAsTheNumbersTheyAre) {
  Node node;
  node.kind = NodeKind::dates;
  EXPECT_EQ(dump(node), "(dates open open)");
  node.period = {20190000, 20219999};
  EXPECT_EQ(dump(node), "(dates 20190000 20219999)");
}

TEST(Tree, JoinsLevelsOfTheSameKind) {
  const Node inner = join(NodeKind::all, {word("a"), word("b")});
  EXPECT_EQ(dump(join(NodeKind::all, {inner, word("c")})),
            R"((all (word "a") (word "b") (word "c")))");
  EXPECT_EQ(dump(join(NodeKind::any, {inner, word("c")})),
            R"((any (all (word "a") (word "b")) (word "c")))");
  EXPECT_EQ(dump(join(NodeKind::any, {word("a")})), R"((word "a"))");
  EXPECT_EQ(dump(join(NodeKind::any, {})), "(nothing)");
}

TEST(Tree, ExcludesTwiceIsNotAtAll) {
  const Node once = exclude(word("a"), 0);
  EXPECT_EQ(dump(once), R"((exclude (word "a")))");
  EXPECT_EQ(dump(exclude(once, 0)), R"((word "a"))");
}

TEST(Tree, WeighsTheWordsAndStopsAtTheMost) {
  Node node = join(NodeKind::all, {word("a"), exclude(word("b"), 0)});
  multiply_boost(node, 0.5);
  multiply_boost(node, 0.5);
  EXPECT_EQ(dump(node), R"((all (word "a" ^0.25) (exclude (word "b" ^0.25))))");
  multiply_boost(node, 1000);
  EXPECT_EQ(dump(node), R"((all (word "a" ^100) (exclude (word "b" ^100))))");
}

TEST(ToQuery, SetsBracketsWhereTheOrderWouldBeLost) {
  const Node either = join(NodeKind::any, {word("a"), word("b")});
  const Node both = join(NodeKind::all, {word("a", "title"), word("b")});
  EXPECT_EQ(to_query(join(NodeKind::all, {either, word("c")})), "(a OR b) c");
  EXPECT_EQ(to_query(join(NodeKind::any, {both, word("c")})), "(title:a b) OR c");
  EXPECT_EQ(to_query(exclude(both, 0)), "-(title:a b)");
  EXPECT_EQ(to_query(join(NodeKind::any, {word("c"), exclude(word("a"), 0)})), "c OR -a");
}

TEST(ToQuery, QuotesWhatIsNoPlainWord) {
  EXPECT_EQ(to_query(word("w/5")), "\"w/5\"");
  EXPECT_EQ(to_query(word("OR", "title")), "title:\"OR\"");
  Node filter = word("World news", "section");
  filter.kind = NodeKind::filter;
  EXPECT_EQ(to_query(filter), "section:\"World news\"");
  filter.text = "world";
  EXPECT_EQ(to_query(filter), "section:world");
}

}  // namespace
}  // namespace backfile
