// What is spooled comes back whole, or not at all.
#include "indexer/ingest/spooled.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <string>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

Found everything() {
  Found found;
  found.article = {.id = "tide-1",
                   .identity = "source Gazette\ntide-1",
                   .url = "https://example.org/tide",
                   .title = "The tide",
                   .subtitle = "It comes, it goes",
                   .author = {"Maud Ferrier", "Ann Leeward"},
                   .published = "2014-05-03",
                   .modified = "2014-05-04T10:00:00Z",
                   .section = "Harbour",
                   .tags = {"sea", "", "moon"},
                   .language = "en",
                   .license = "CC BY 4.0",
                   .source = "Gazette",
                   .body = {"High water was at six.", std::string(300, 'x'), "“Low” at noon."},
                   .captions = {"The pier."},
                   .published_by = {"<time>", "3 May 2014"},
                   .modified_by = {"\"updated\"", "1399197600"},
                   .regions = {{UINT64_MAX, 1, 2}, {7, 0, UINT32_MAX}},
                   .path = "tide.html"};
  found.lines = {"The tide", "", "High water was at six."};
  return found;
}

TEST(Spooled, GivesBackEveryMember) {
  const Found found = everything();
  const Found back = decode_spooled(encode_spooled(found));
  EXPECT_EQ(back.article, found.article);
  EXPECT_EQ(back.lines, found.lines);
  const Found nothing = decode_spooled(encode_spooled({}));
  EXPECT_EQ(nothing.article, Article());
  EXPECT_TRUE(nothing.lines.empty());
}

TEST(Spooled, MendsTextThatIsNotUtf8) {
  Found found;
  found.article.body = {
      "a\xff"
      "b"};
  EXPECT_EQ(decode_spooled(encode_spooled(found)).article.body.front(),
            "a\xef\xbf\xbd"
            "b");
}

TEST(Spooled, RefusesBytesThatWereDamaged) {
  const std::string bytes = encode_spooled(everything());
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    EXPECT_THROW(decode_spooled(bytes.substr(0, length)), Failure) << length;
  }
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    std::string flipped = bytes;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << bit % 8));
    EXPECT_THROW(decode_spooled(flipped), Failure) << bit;
  }
  EXPECT_THROW(decode_spooled(bytes + '\0'), Failure);
}

}  // namespace
}  // namespace backfile
