// Tables of text to repair, to measure and to tidy up.
#include "indexer/text/unicode.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace backfile {
namespace {

using namespace std::string_literals;
using namespace std::string_view_literals;

TEST(Repair, ReplacesEachMaximalInvalidPartOnce) {
  const struct {
    std::string bytes, repaired;
  } cases[] = {
      {"plain", "plain"},
      {"naïve 京都 😀", "naïve 京都 😀"},
      {"\xFF", "�"},
      {"a\x80"s + "b", "a�b"},                                  // a lone continuation byte
      {"\xC0\xAF", "��"},                                       // overlong
      {"\xE0\x80\x80", "���"},                                  // overlong
      {"\xED\xA0\x80", "���"},                                  // a surrogate
      {"\xF4\x90\x80\x80", "����"},                             // beyond Unicode
      {"\xF5\x80\x80\x80", "����"},                             // a byte that never leads
      {"\xE4\xB8", "�"},                                        // cut at the end
      {"\xE4\xB8 x", "� x"},                                    // cut in the middle
      {"\xF0\x9F\x98", "�"},                                    // cut at the end
      {"\xF0\x9F\x98x\x9F", "�x�"},                             // cut in the middle
      {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64",  // the example of Unicode, 3.9
       "a���b�c��d"},
      {"\0a\0b\0\0c\0"s, "a b  c "},                // parts words, but begins nothing
      {"\xEF\xBB\xBF\0\xEF\xBB\xBFtext"s, "text"},  // order marks, a NUL between
      {"text\xEF\xBB\xBF", "text\xEF\xBB\xBF"},
      {"it\xC2\x92s \xC2\x96 \xC2\x80", "it’s – €"},  // windows-1252, taken for Latin-1
      {"\xC2\x81", "\xC2\x81"},                       // nothing there either
      {"", ""},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.repaired);
    EXPECT_EQ(repair_utf8(c.bytes), c.repaired);
    EXPECT_TRUE(is_valid_utf8(c.repaired));
    EXPECT_EQ(is_valid_utf8(c.bytes), c.repaired.find("�") == std::string::npos);
  }
}

TEST(Repair, IsFinalOnRandomBytes) {
  std::mt19937 random(3);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& byte : bytes)
      byte = static_cast<char>(random() % 4 == 0 ? random() % 128 : random());
    const std::string repaired = repair_utf8(bytes);
    ASSERT_TRUE(is_valid_utf8(repaired)) << round;
    ASSERT_EQ(repair_utf8(repaired), repaired) << round;
    ASSERT_EQ(repaired.find('\0'), std::string::npos) << round;
  }
}

TEST(Floor, NeverCutsACodePoint) {
  const std::string text = "aé京😀z";
  const std::size_t expected[] = {0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 11, 11};
  for (std::size_t i = 0; i < std::size(expected); ++i) {
    EXPECT_EQ(code_point_floor(text, i), expected[i]) << i;
  }
}

TEST(Floor, NeverCutsAGraphemeCluster) {
  const struct {
    std::string_view text;
    std::size_t offset, floor;
  } cases[] = {
      {"abc", 2, 2},       {"ae\u0301x", 2, 1},
      {"ae\u0301x", 4, 4}, {"a\r\nb", 2, 1},
      {"a\r\nb", 3, 3},    {"\U0001F1E6\U0001F1E7", 4, 0},
      {"👩\u200D🚀!", 7, 0}, {"👩\u200D🚀!", 11, 11},
      {"각", 3, 3},        {"각", 99, 3},
      {"", 0, 0},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(grapheme_floor(c.text, c.offset), c.floor) << c.offset;
  }
}

TEST(Character, EndsBehindItsMarks) {
  const struct {
    std::string_view text;
    std::size_t end;
  } cases[] = {
      {"น", 3},
      {"นก", 3},
      {"น้อย", 6},
      {"นี่", 9},
      {"นำ", 6},
      {"น้ำท่วม", 9},
      {"น\u0E4Dาก", 9},
      {"น้\u0E4Dาก", 12},
      {"น\u0E4D้าก", 12},
      {"นาน", 3},
      {"ນຳ", 6},
      {"ນ\u0ECDາ", 9},
      {"葛\U000E0100城", 7},
      {"か\u3099く", 6},
      {"ｶﾞｽ", 6},
      {"ကျ", 6},
      {".\u0301x", 3},
      {"京", 3},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(character_end(c.text, 0), c.end);
  }
}

TEST(Measures, CountInEveryUnit) {
  const struct {
    std::string_view text;
    std::size_t utf16, code_points, width;
  } cases[] = {
      {"", 0, 0, 0},
      {"abc", 3, 3, 3},
      {"é", 1, 1, 1},
      {"e\u0301", 2, 2, 1},
      {"京都", 2, 2, 4},
      {"😀", 2, 1, 2},
      {"a\u200Bb\u00ADc", 5, 5, 3},
      {"e\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308\u0309a", 12, 12, 4},
      {"Ａ", 1, 1, 2},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.text);
    EXPECT_EQ(utf16_length(c.text), c.utf16);
    EXPECT_EQ(code_point_length(c.text), c.code_points);
    EXPECT_EQ(display_width(c.text), c.width);
  }
}

TEST(TidyLine, LeavesOneLineOfVisibleText) {
  const struct {
    std::string_view text, line;
  } cases[] = {
      {"  A  title\n in\ttwo lines ", "A title in two lines"},
      {"no\u00A0break\u2028line\u3000wide", "no break line wide"},
      {"bell\x07 esc\x1b[31m", "bell esc[31m"},
      {"\u202Egnp.exe\u202C \u2066x\u2069\u200F", "gnp.exe x"},
      {"before\0zork \0 after\0"sv, "before zork after"},
      {" \n\t ", ""},
      {"\n\t\t  deep\r\n\v\f\t \u00A0 \t indent \t\n", "deep indent"},
      {"12\u202F500, 12\u00A0500, 12\u2009500", "12\u202F500, 12\u00A0500, 12\u2009500"},
      {"12 \u00A0500 and 12\u00A0km, no\u202F7", "12 500 and 12 km, no 7"},
      {"it\u0092s \u0093so\u0094\u0097for \u0080\u00A05\u0085", "it’s “so”—for € 5…"},
      {"a\u0081b\u008Dc", "abc"},
      {"👩\u200D🚀 stays", "👩\u200D🚀 stays"},
      {"bad\xFF"
       "byte",
       "bad�byte"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.line);
    EXPECT_EQ(tidy_line(c.text), c.line);
  }
}

}  // namespace
}  // namespace backfile
