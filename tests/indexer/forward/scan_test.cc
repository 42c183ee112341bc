// All ways of scanning find what the plain loop finds.
#include "indexer/forward/scan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace backfile {
namespace {

std::vector<Instructions> instructions_here() {
  std::vector<Instructions> all = {Instructions::plain};
  if (best_instructions() != Instructions::plain) all.push_back(Instructions::sse2);
  if (best_instructions() == Instructions::avx2) all.push_back(Instructions::avx2);
  return all;
}

std::vector<std::uint32_t> found(std::span<const WordCode> codes, const CodeSet& wanted,
                                 Instructions instructions) {
  std::vector<std::uint64_t> hits(mask_words(codes.size()), ~std::uint64_t{0});
  find_codes(codes, wanted, hits.data(), instructions);
  std::vector<std::uint32_t> positions;
  for_each_bit(hits, [&](std::uint32_t position) { positions.push_back(position); });
  return positions;
}

TEST(Scan, FindsWhatTheObviousLoopFinds) {
  std::mt19937 random(8);
  for (int round = 0; round < 4000; ++round) {
    const std::size_t size = random() % 300, begin = random() % 9;
    const std::uint32_t kinds = round % 2 == 0 ? 40 : 65536;
    std::vector<WordCode> all(begin + size + scan_overrun);
    for (WordCode& code : all) code = static_cast<WordCode>(random() % kinds);
    const std::span codes = std::span<const WordCode>(all).subspan(begin, size);
    std::vector<WordCode> sought(random() % (round % 5 == 0 ? 400 : 40));
    for (WordCode& code : sought) {
      code = size > 0 && random() % 2 == 0 ? codes[random() % size]
                                           : static_cast<WordCode>(random() % kinds);
    }
    std::vector<std::uint32_t> expected;
    for (std::uint32_t i = 0; i < size; ++i) {
      if (std::find(sought.begin(), sought.end(), codes[i]) != sought.end()) expected.push_back(i);
    }
    const CodeSet wanted(sought);
    for (const Instructions instructions : instructions_here()) {
      ASSERT_EQ(found(codes, wanted, instructions), expected)
          << "of " << size << " with " << sought.size() << ", instructions "
          << static_cast<int>(instructions);
    }
  }
}

TEST(Scan, NeverFindsWhatLiesBehindTheLastCode) {
  const std::vector<WordCode> codes(1 + scan_overrun, 7);
  for (const Instructions instructions : instructions_here()) {
    EXPECT_EQ(found(std::span(codes).first(1), CodeSet({7}), instructions).size(), 1U);
    EXPECT_EQ(found(std::span(codes).first(0), CodeSet({7}), instructions).size(), 0U);
  }
}

}  // namespace
}  // namespace backfile
