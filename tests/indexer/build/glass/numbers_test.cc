#include "indexer/build/glass/numbers.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/files/varint.h"

namespace backfile {
namespace {

using namespace std::string_literals;

// Where the number of bytes changes, and what lies beside.
std::vector<std::uint32_t> numbers() {
  std::vector<std::uint32_t> all = {0, 1, 2, 0xFFFFFFFE, 0xFFFFFFFF};
  for (unsigned bit = 1; bit < 32; ++bit) {
    for (const std::uint32_t beside : {0U, 1U, 2U}) all.push_back((1U << bit) - 1 + beside);
  }
  std::sort(all.begin(), all.end());
  return all;
}

std::string sortable(std::uint32_t number) {
  std::string bytes;
  append_sortable(bytes, number);
  return bytes;
}

TEST(Numbers, SortAsTheyCount) {
  const auto all = numbers();
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (all[i - 1] == all[i]) continue;
    EXPECT_LT(sortable(all[i - 1]), sortable(all[i])) << all[i];
  }
}

TEST(Numbers, AreSortableInAsFewBytesAsXapianNeeds) {
  const struct {
    std::uint32_t number;
    std::string bytes;
  } cases[] = {
      {0, "\0\0"s},
      {1, "\0\x01"s},
      {0x7FFF, "\x7F\xFF"},
      {0x8000, "\x80\x80\0"s},
      {0x3FFFFF, "\xBF\xFF\xFF"},
      {0x400000, "\xC0\x40\0\0"s},
      {0x1FFFFFFF, "\xDF\xFF\xFF\xFF"},
      {0x20000000, "\xE0\x20\0\0\0"s},
      {0xFFFFFFFF, "\xE0\xFF\xFF\xFF\xFF"},
  };
  for (const auto& c : cases) EXPECT_EQ(sortable(c.number), c.bytes) << c.number;
}

TEST(Numbers, ArePutAsTheyAreAppended) {
  for (const std::uint32_t number : numbers()) {
    std::string appended, put(longest_varint_32, '\0');
    append_varint(appended, number);
    put.resize(static_cast<std::size_t>(put_varint(put.data(), number) - put.data()));
    EXPECT_EQ(put, appended) << number;
  }
}

TEST(Numbers, StandInBlocksWithTheHighestByteFirst) {
  std::string bytes(7, '\0');
  char* at = put_big_endian(bytes.data(), std::uint32_t{0x01020304});
  at = put_big_endian(at, std::uint16_t{0x0506});
  put_big_endian(at, std::uint8_t{7});
  EXPECT_EQ(bytes, "\x01\x02\x03\x04\x05\x06\x07");
}

}  // namespace
}  // namespace backfile
