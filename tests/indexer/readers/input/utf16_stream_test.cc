// JSON lines as Windows writes them: UTF-16 and UTF-32 in either byte order, whole and broken.
#include "indexer/readers/input/utf16_stream.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <sstream>

#include "indexer/readers/input/encoding.h"
#include "indexer/text/unicode.h"
#include "tests/indexer/readers/read_text.h"

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

// Every ASCII character as one unit of `size` bytes, low first; ^ stands for half of a pair.
std::string in_units(std::string_view text, std::size_t size) {
  std::string bytes("\xFF\xFE\0\0", size);
  for (const char c : text) {
    std::string unit(size, '\0');
    unit[0] = c == '^' ? '\0' : c;
    unit[1] = c == '^' ? '\xD8' : '\0';
    bytes += unit;
  }
  return bytes;
}

TEST(Utf16, HalvesOfPairsAreListedAndShiftNothing) {
  const std::string story = "Late ^ again, and nobody in the harbour office was surprised by it.";
  const struct {
    const char* path;
    std::string text;
    const char* place;
  } cases[] = {
      {"page.html", "<html><title>T</title>\n<body><p>" + story + "</p></body></html>", "line 2"},
      {"post.md", "# T\n\n" + story + "\n", "line 3"},
      {"scraped.txt", "T\n\n" + story + "\n", "line 3"},
      {"one.json", "{\"title\": \"T\",\n\n\"body\": \"" + story + "\"}", "line 3"},
      {"list.json", "[{\"title\": \"T\",\n\"body\": \"" + story + "\"}]", "line 2"},
      {"many.jsonl", "\n{\"title\": \"T\", \"body\": \"" + story + "\"}\n", "line 2"},
  };
  for (const auto& one : cases) {
    for (const std::size_t size : {2U, 4U}) {
      SCOPED_TRACE(one.path);
      const Reader* reader = choose_reader(in_units(one.text, size), one.path);
      ASSERT_NE(reader, nullptr);
      std::istringstream in(in_units(one.text, size));
      std::string told;
      std::vector<Rejected> rejected;
      reader->read(in, one.path,
                   {[&](Found&& found) {
                      told += in_one_line(found.article.body) + in_one_line(found.lines);
                    },
                    [&](Rejected&& lost) { rejected.push_back(lost); }});
      EXPECT_NE(told.find("Late \uFFFD again, and nobody in the harbour office"), std::string::npos)
          << told;
      const std::string reason =
          size == 2 ? "2 bytes are not text in UTF-16LE and were replaced by U+FFFD"
                    : "4 bytes are not text in UTF-32LE and were replaced by U+FFFD";
      ASSERT_EQ(rejected.size(), 1U);
      EXPECT_EQ(rejected[0], (Rejected{one.path, one.place, reason, "", true}));
    }
  }
}

TEST(Utf16, LinesAreToldApart) {
  const std::string text =
      "{\"title\": \"1\", \"body\": \"a ^ b ^\"}\n^\n{\"title\": \"3\", \"body\": \"a\"}\n"
      "{\"title\": \"4\", \"body\": \"^\"}\n";
  const ReadText read = read_text_as("many.jsonl", in_units(text, 2));
  EXPECT_EQ(read.articles.size(), 3U);
  std::string told;
  for (const Rejected& lost : read.rejected)
    told += lost.place + ": " + lost.reason.substr(0, 7) + (lost.kept ? "\n" : ", lost\n");
  EXPECT_EQ(told, "line 1: 4 bytes\nline 2, column 2: this is, lost\nline 4: 2 bytes\n");
}

// As it is read and in one piece, the same units are replaced, wherever a buffer ends.
TEST(Utf16Stream, ReplacesWhatTheWholeFileReplaces) {
  std::mt19937 random(3);
  const auto pick = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
  for (int round = 0; round < 300; ++round) {
    const std::size_t size = round % 2 == 0 ? 2 : 4;
    std::string bytes;
    for (int i = pick(12'000); i > 0; --i)
      bytes += pick(40) == 0 ? '^' : pick(30) == 0 ? '\n' : 'a';
    bytes = in_units(bytes, size) + std::string(static_cast<std::size_t>(pick(3)), 'x');
    const auto whole = to_utf8(bytes);
    ASSERT_TRUE(whole);
    std::istringstream source(bytes);
    Utf16Stream stream(source, whole->encoding);
    std::string text;
    std::size_t replaced = 0;
    for (std::string line; std::getline(stream.stream(), line);) {
      text += line + (stream.stream().eof() ? "" : "\n");
      replaced += stream.take_replaced();
    }
    EXPECT_EQ(repair_utf8(text), whole->text);
    EXPECT_EQ(replaced, whole->replaced);
  }
}

}  // namespace
}  // namespace backfile
