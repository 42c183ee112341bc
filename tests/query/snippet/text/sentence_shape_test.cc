// Sentences that tell something, and headings, questions and lists, which count for less.
#include "query/snippet/text/sentence_shape.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/text/analyzer.h"

namespace backfile {
namespace {

// The shape of a text in which brackets stand around what matches.
double shape(std::string text) {
  std::vector<Range> marks;
  for (std::size_t at; (at = text.find('[')) != std::string::npos;) {
    text.erase(at, 1);
    const std::size_t end = text.find(']');
    text.erase(end, 1);
    marks.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }
  Analyzer analyzer;
  const std::vector<Token> tokens = analyzer.analyze(text, "en");
  const auto words = std::ranges::count_if(tokens, [](const Token& token) {
    return token.kind == TokenKind::word || token.kind == TokenKind::ideographic;
  });
  return shape_of(text, static_cast<std::size_t>(words), marks);
}

TEST(SentenceShape, IsWholeWhereSomethingIsTold) {
  for (const char* text : {
           "The [barrier] was shut on Monday, for the first [time] since it was built.",
           "On Monday, the mayor said, the [bridge] that took nine years to build will be shut.",
           "The contractor, [Halvorsen] & Pike, disputes that it should pay.",
           "六十一岁的琴师[沈若兰]用三年时间，[修复]了这张在井底埋了两百年的[古琴]，由她拼回。",
       }) {
    EXPECT_EQ(shape(text), 1) << text;
  }
}

TEST(SentenceShape, IsLessForHeadingsAndQuestions) {
  EXPECT_LT(shape("[Bridge]"), shape("The [bridge] is shut"));
  EXPECT_LT(shape("The [bridge] is shut"), 1);
  for (const char* text : {"When will the [bridge] be open again?", "[大桥]什么时候开通？",
                           "متى يفتح [المتحف] البحري؟", "[橋]はいつ開きますか。"}) {
    EXPECT_LT(shape(text), 0.5) << text;
  }
}

TEST(SentenceShape, IsLessWhereWhatMatchesStandsInAList) {
  for (const char* text : {
           "[Harbour], bridge, ferry, [chain], barge.",
           "On the agenda of a council that met for nine hours stood [fees], schools, [waste], "
           "fire "
           "and parking.",
           "On the shelf behind the desk stand the catalogues: [Prize] 2017, [Prize] 2018, [Prize] "
           "[2019].",
           "到场的有[沈若兰]、[古琴]协会会长马德昌、文物[修复]中心主任韩立，以及来自五省的收藏家。",
       }) {
    EXPECT_LT(shape(text), 0.5) << text;
  }
  EXPECT_EQ(shape("The [council] sold its boats, sheds, cranes and a [ferry] that had not left the "
                  "quay for so many years that nobody knew how old she was."),
            1)
      << "a list beside what matches makes none of it";
}

}  // namespace
}  // namespace backfile
