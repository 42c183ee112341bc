// JSON lines as Windows writes them: UTF-16 and UTF-32 in either byte order, whole and broken.
#include "indexer/readers/utf16_stream.h"

#include <gtest/gtest.h>

#include <iterator>
#include <sstream>

#include "tests/readers/read_text.h"

namespace backfile {
namespace {

// `text` of ASCII and U+00F8 in two-byte units, the mark first.
std::string utf16(std::u16string_view text, bool big_endian, bool marked = true) {
  std::string bytes;
  const auto add = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xFF), high = static_cast<char>(unit >> 8);
    bytes += big_endian ? high : low;
    bytes += big_endian ? low : high;
  };
  if (marked) add(0xFEFF);
  for (const char16_t unit : text) add(unit);
  return bytes;
}

std::string all_of(std::istream& in) {
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Utf16Stream, GivesLinesWhateverTheByteOrder) {
  const std::u16string text =
      u"{\"id\": \"u1\", \"title\": \"Sørgård wins\", \"body\": \"The goose stays. 😀\"}\r\n"
      u"{\"id\": \"u2\", \"title\": \"Fares fall\", \"body\": \"By a third.\"}\r\n";
  for (const bool big_endian : {false, true}) {
    for (const char* name : {"dump.jsonl", "dump.json", "dump"}) {
      SCOPED_TRACE(name);
      for (const bool marked : {true, false}) {
        const ReadText read = read_text_as(name, utf16(text, big_endian, marked));
        ASSERT_EQ(read.articles.size(), 2U);
        EXPECT_TRUE(read.rejected.empty());
        EXPECT_EQ(read.articles[0].title, "Sørgård wins");
        EXPECT_EQ(read.articles[0].body.front(), "The goose stays. 😀");
        EXPECT_EQ(read.articles[1].id, "u2");
      }
    }
  }
}

TEST(Utf16Stream, ConvertsFilesLargerThanItsBufferAndGoesBackToTheStart) {
  std::u16string text;
  std::string expected;
  for (int i = 0; i < 20'000; ++i) {
    text += u"x😀ø\n";
    expected += "x😀ø\n";
  }
  std::istringstream source(utf16(text, false));
  Utf16Stream stream(source, "UTF-16");
  EXPECT_EQ(all_of(stream.stream()), expected);
  stream.stream().clear();
  stream.stream().seekg(0);
  EXPECT_EQ(all_of(stream.stream()), expected);
}

TEST(Utf16Stream, ReplacesWhatIsNoCharacter) {
  const std::string lone_surrogates(20'000, '\xD8');
  std::istringstream source("\xFF\xFE" + lone_surrogates + "a" + std::string(1, '\0') + "b");
  Utf16Stream stream(source, "UTF-16LE");
  const std::string text = all_of(stream.stream());
  EXPECT_TRUE(text.find("a") != std::string::npos);
  EXPECT_TRUE(text.ends_with("\xEF\xBF\xBD"));  // half a unit at the end
}

}  // namespace
}  // namespace backfile
