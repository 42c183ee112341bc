// Bytes that are not text in the encoding of their file: replaced, kept, and reported.
#include "indexer/readers/input/encoding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/indexer/readers/read_text.h"

namespace backfile {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Encoding, CountsTheBytesThatAreNoTextAndSaysWhereTheyBegin) {
  struct Case {
    const char* bytes;
    const char* text;
    const char* encoding;
    std::size_t replaced, first_line;
  };
  const Case cases[] = {
      {"caf\xC3\xA9 plain", "café plain", "UTF-8", 0, 0},
      {"a \uFFFD of its own", "a \uFFFD of its own", "UTF-8", 0, 0},
      {"caf\xC3\xA9\n\xC3\xA9t\xC3\xA9\nla cr\xE8me\n", "café\nété\nla cr\uFFFDme\n", "UTF-8", 1,
       3},
      {"\xC3\xA9 \xC3\xA9 \xC3\xA9 \xC3\xA9\nx\x80y\xFFz", "é é é é\nx\uFFFDy\uFFFDz", "UTF-8", 2,
       2},
      {"Windows caf\xE9", "Windows café", "CP1252", 0, 0},
      {"a page of Windows\nwith \xE9 and \x81", "a page of Windows\nwith é and \uFFFD", "CP1252", 1,
       2},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.text);
    const auto decoded = to_utf8(one.bytes);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, one.text);
    EXPECT_EQ(decoded->encoding, one.encoding);
    EXPECT_EQ(decoded->replaced, one.replaced);
    EXPECT_EQ(decoded->first_line, one.first_line);
  }
}

// Two texts in one file: neither makes mojibake of the other.
TEST(Encoding, ReadsLettersOfWindowsAmongUtf8) {
  const std::string all = "caf\xC3\xA9, caf\xE9, \x93na\xEFve\x94, \xE9t\xE9";
  for (const char* declared : {"", "utf-8", "iso-8859-1"}) {
    const auto decoded = to_utf8(all, declared);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "café, café, “naïve”, été") << declared;
    EXPECT_EQ(decoded->replaced, 0U);
  }
  const std::string german =
      "Der Spa\xDF\x94 ist gro\xDF, die Stra\xDF"
      "e breit.";
  EXPECT_EQ(to_utf8(german)->text, "Der Spaß” ist groß, die Straße breit.")
      << "two bytes that are UTF-8 by chance";
}

TEST(Encoding, BelievesBytesMoreThanWhatAFileDeclares) {
  std::string text, expected;
  for (int i = 0; i < 40; ++i) {
    text += "caf\xC3\xA9 ";
    expected += "café ";
  }
  for (const char* declared : {"iso-8859-1", "windows-1250", "koi8-r", "shift_jis"}) {
    const auto decoded = to_utf8(text + "\xE9\xE8\xE7", declared);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, expected + "\uFFFD\uFFFD\uFFFD") << declared;
    EXPECT_EQ(decoded->replaced, 3U);
  }
}

TEST(Encoding, KeepsAnArticleWithBytesThatAreNoTextAndListsIt) {
  const std::string story =
      "L'\xC3\xA9t\xC3\xA9 \xC3\xA0 la c\xC3\xB4te.\n\nLa cr\xE8me est l\xC3\xA0.";
  struct Case {
    const char* path;
    std::string text;
    const char* place;
  };
  const Case cases[] = {
      {"post.md", "---\ntitle: T\n---\n" + story + "\n", "line 6"},
      {"page.html", "<html><title>T</title>\n<body><p>" + story + "</p></body></html>", "line 4"},
      {"scraped.txt", story, "line 3"},
      {"one.json", "{\"title\": \"T\",\n\"body\": \"\xC3\xA9\xC3\xA9 cr\xE8me\"}", "line 2"},
      {"many.jsonl", "{\"title\": \"T\", \"body\": \"\xC3\xA9\xC3\xA9 cr\xE8me\"}\n", "line 1"},
  };
  for (const Case& one : cases) {
    const ReadText read = read_text_as(one.path, one.text);
    EXPECT_EQ(read.articles.size(), 1U) << one.path;
    EXPECT_THAT(
        read.rejected,
        ElementsAre(Rejected{one.path, one.place,
                             "1 byte is not text in UTF-8 and was replaced by U+FFFD", "", true}))
        << one.path;
  }
}

// Bytes that windows-1252 does not define, and NULs.
TEST(Encoding, KeepsTextWithAFewOddBytesInEveryFormatAndTellsOfThem) {
  using namespace std::string_literals;
  struct Case {
    const char* path;
    std::string bytes;
    const char *told, *body;
  };
  const Case cases[] = {
      {"short.md", "# T\n\nA \x9D caf\xE9.\n"s,
       "line 3: 1 byte is not text in CP1252 and was replaced by U+FFFD", "A \uFFFD café."},
      {"one.json", "{\"title\":\"T\",\"body\":\"caf\xE9 \x81 \x9D x\"}"s,
       "line 1: 2 bytes are not text in CP1252 and were replaced by U+FFFD",
       "café \uFFFD \uFFFD x"},
      {"many.jsonl", "{\"title\":\"T\",\"body\":\"caf\xE9 \x81 \x9D x\"}\n"s,
       "line 1: 2 bytes are not text in CP1252 and were replaced by U+FFFD",
       "café \uFFFD \uFFFD x"},
      {"post.md", "# T\n\nThe caf\xE9 is gone.\0 It broke.\n"s,
       "line 3: 1 NUL was replaced by a space", "The café is gone. It broke."},
      {"plain.md", "# T\n\nThe inn is gone.\0 It\0broke.\n"s,
       "line 3: 2 NULs were replaced by spaces", "The inn is gone. It broke."},
      {"page.html",
       "<html><title>T</title>\n<body><p>A\0caf\xE9, \x8D so it is.</p></body></html>"s,
       "line 2: 1 byte is not text in CP1252 and was replaced by U+FFFD; 1 NUL was replaced by a "
       "space",
       "A café, \uFFFD so it is."},
      {"greek.html",
       "<html><meta charset=windows-1253><title>T</title><p>\xC1\xD2\xE1 \xD2 \xD2 \xD2 \xD2</p>"s,
       "line 1: 5 bytes are not text in CP1253 and were replaced by U+FFFD",
       "Α\uFFFDα \uFFFD \uFFFD \uFFFD \uFFFD"},
      {"nul.jsonl", "{\"title\":\"T\",\"body\":\"nul \0 caf\xE9\"}\n"s,
       "line 1: 1 NUL was replaced by a space", "nul café"},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(one.path);
    const ReadText read = read_text_as(one.path, one.bytes);
    ASSERT_EQ(read.articles.size(), 1U);
    EXPECT_THAT(read.articles[0].body, ElementsAre(one.body));
    ASSERT_EQ(read.rejected.size(), 1U);
    EXPECT_EQ(read.rejected[0].place + ": " + read.rejected[0].reason, one.told);
    EXPECT_TRUE(read.rejected[0].kept);
  }
}

TEST(Encoding, GoesByTheShareOfControlCharactersInALongText) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "The river rose \x02 again. ";
  EXPECT_FALSE(to_utf8(text));
  text = std::string(1200, 'x') + std::string(12, '\x02');
  EXPECT_TRUE(to_utf8(text));
}

TEST(Encoding, ListsNothingOfALineThatIsNoArticleAnyway) {
  const ReadText read = read_text_as("a.jsonl", "{\"title\": \"\xC3\xA9\xC3\xA9 cr\xE8me\n");
  EXPECT_THAT(read.articles, IsEmpty());
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_FALSE(read.rejected[0].kept);
}

TEST(Encoding, KnowsItsReasonsAgain) {
  for (const std::size_t bytes : {std::size_t{0}, std::size_t{1}, std::size_t{500}}) {
    for (const std::size_t nuls : {std::size_t{1}, std::size_t{2}}) {
      EXPECT_TRUE(is_repaired_reason(repaired_reason({"", "UTF-8", bytes, nuls})));
    }
  }
  EXPECT_TRUE(is_repaired_reason(repaired_reason({"", "UTF-8", 1})));
  EXPECT_EQ(repaired_reason({"", "CP1252", 2}),
            "2 bytes are not text in CP1252 and were replaced by U+FFFD");
  EXPECT_FALSE(is_repaired_reason("\"soon\" is not a valid date"));
}

}  // namespace
}  // namespace backfile
