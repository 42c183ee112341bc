// The same however the bytes come, another for every damage.
#include "indexer/base/checksum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

namespace backfile {
namespace {

TEST(Checksum, DoesNotDependOnThePieces) {
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    std::string bytes(random() % 100, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    Checksum sum;
    for (std::string_view rest = bytes; !rest.empty();) {
      const std::size_t size = std::min<std::size_t>(1 + random() % 11, rest.size());
      sum.add(rest.substr(0, size));
      rest.remove_prefix(size);
    }
    ASSERT_EQ(sum.value(), checksum(bytes));
  }
}

TEST(Checksum, NoticesEveryBitAndEveryLength) {
  std::set<std::uint64_t> sums;
  std::string bytes = "Any change inside one group of eight bytes alters it.";
  std::size_t changes = 0;
  for (char& byte : bytes) {
    for (unsigned bit = 0; bit < 8; ++bit, ++changes) {
      byte = static_cast<char>(byte ^ 1 << bit);
      sums.insert(checksum(bytes));
      byte = static_cast<char>(byte ^ 1 << bit);
    }
  }
  for (std::size_t length = 0; length < 40; ++length, ++changes) {
    sums.insert(checksum(std::string(length, '\0')));
  }
  EXPECT_EQ(sums.size(), changes);
  EXPECT_FALSE(sums.contains(checksum(bytes)));
}

}  // namespace
}  // namespace backfile
