// Text fragments of snippets written with [marks].
#include "query/fragment.h"

#include <gtest/gtest.h>

#include <string>

namespace backfile {
namespace {

// "[...]" are marks.
Snippet snippet_of(std::string text) {
  Snippet snippet;
  for (std::size_t begin; (begin = text.find('[')) != std::string::npos;) {
    text.erase(begin, 1);
    const std::size_t end = text.find(']');
    text.erase(end, 1);
    snippet.marks.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  snippet.text = text;
  return snippet;
}

std::string readable(const std::string& value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '%') {
      text += value[i];
    } else {
      text += static_cast<char>(std::stoi(value.substr(i + 1, 2), nullptr, 16));
      i += 2;
    }
  }
  return text;
}

TEST(TextFragment, NamesTheMarksWithAFewWordsAround) {
  struct Case {
    const char *text, *expected;
  } cases[] = {
      {"… went to the [flood tide] of 1953 and back …", "went to the-,flood tide,-of 1953 and"},
      {"[Storm] at sea", "Storm,-at sea"},
      {"The [storm]", "The-,storm"},
      {"A [fire] near the [harbour] at two in the morning", "A-,fire near the harbour,-at two in"},
      {"A [fire] that broke out in the warehouses at the far end of the old [harbour], he said",
       "A-,fire,harbour,-, he said"},
      {"He saw (the [storm]). It passed.", "He saw (the-,storm,-). It passed."},
      {"They don’t like [rain] here", "They don’t like-,rain,-here"},
      {"居民等了十年。新的[高铁车站]将于明年开放，每天有车。",
       "居民等了十年。-,新的高铁车站将于明年开放,-，每天有车"},
      {"No mark in this text of several words", "No mark in this text of,-several words"},
      {"", ""},
      {"…", ""},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(readable(text_fragment(snippet_of(c.text))), c.expected);
  }
}

TEST(TextFragment, EncodesWhatTheDirectiveUsesItself) {
  EXPECT_EQ(text_fragment(snippet_of("x-y, [a-b & c,d] e")), "x%2Dy%2C-,a%2Db%20%26%20c%2Cd,-e");
  EXPECT_EQ(text_fragment(snippet_of("[é#]")), "%C3%A9%23");
  EXPECT_EQ(passage_fragment(snippet_of("[é#]")), ":~:text=%C3%A9%23");
  EXPECT_EQ(passage_fragment(snippet_of("é")), "");
}

TEST(TextFragment, NamesALongMarkByItsEnds) {
  EXPECT_EQ(readable(text_fragment(snippet_of(
                "[One two three four five six seven eight nine ten eleven twelve thirteen]"))),
            "One two three,eleven twelve thirteen");
}

TEST(TextFragment, IsNeverEmptyInARunWithoutEnd) {
  std::string run;
  for (int i = 0; i < 60; ++i) run += "鱼鹰";
  EXPECT_EQ(readable(text_fragment(snippet_of(run + "[白鹭]" + run))), "白鹭");
  EXPECT_EQ(readable(text_fragment(snippet_of("[" + run + "]"))), run.substr(0, 60 * 3));
}

}  // namespace
}  // namespace backfile
