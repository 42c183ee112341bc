// Bytes that are not text in the encoding of their file: replaced, kept, and told of.
#include "indexer/readers/input/encoding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <initializer_list>

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

TEST(Encoding, ListsNothingOfALineThatIsNoArticleAnyway) {
  const ReadText read = read_text_as("a.jsonl", "{\"title\": \"\xC3\xA9\xC3\xA9 cr\xE8me\n");
  EXPECT_THAT(read.articles, IsEmpty());
  ASSERT_EQ(read.rejected.size(), 1U);
  EXPECT_FALSE(read.rejected[0].kept);
}

TEST(Encoding, KnowsItsReasonsAgain) {
  for (const std::size_t bytes : std::initializer_list<std::size_t>{1, 2, 500}) {
    EXPECT_TRUE(is_replaced_reason(replaced_reason(bytes, "UTF-8")));
  }
  EXPECT_EQ(replaced_reason(2, "CP1252"),
            "2 bytes are not text in CP1252 and were replaced by U+FFFD");
  EXPECT_FALSE(is_replaced_reason("\"soon\" is not a valid date"));
}

}  // namespace
}  // namespace backfile
