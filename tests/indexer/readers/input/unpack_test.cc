// Archives whole, in pieces, cut off, damaged, and made to fill the disk.
#include "indexer/readers/input/unpack.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/indexer/readers/packed.h"

namespace backfile {
namespace {

struct Unpacked {
  std::string text, fault;
};

// In packed pieces of `at_once` bytes, into rooms of another size.
Unpacked unpack(std::string_view packed, std::size_t at_once = 1000,
                const UnpackLimits& limits = {}) {
  Unpacker unpacker(
      [&](std::span<char> to) {
        const std::size_t size = std::min({to.size(), at_once, packed.size()});
        std::copy_n(packed.begin(), size, to.begin());
        packed.remove_prefix(size);
        return size;
      },
      limits);
  Unpacked all;
  std::string room(777, '\0');
  while (const std::size_t size = unpacker.read(room)) all.text.append(room, 0, size);
  all.fault = unpacker.fault();
  return all;
}

// Words that pack as prose does.
std::string prose(std::size_t words) {
  std::mt19937 random(3);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) text += "word" + std::to_string(random() % 5000) + ' ';
  return text;
}

using Packing = std::string (*)(std::string_view);
const Packing packings[] = {[](std::string_view text) { return gzipped(text); },
                            [](std::string_view text) { return zstd_packed(text); }};

TEST(Unpack, GivesBackWhatWasPacked) {
  const std::string text = prose(50'000);
  for (const Packing pack : packings) {
    const std::string packed = pack(text);
    EXPECT_TRUE(is_packed(packed));
    for (const std::size_t at_once : {std::size_t{1}, std::size_t{1000}, packed.size()}) {
      const Unpacked all = unpack(packed, at_once);
      EXPECT_EQ(all.fault, "");
      EXPECT_TRUE(all.text == text) << all.text.size() << " of " << text.size();
    }
    EXPECT_EQ(unpack(pack("")).text, "");
    EXPECT_EQ(unpack(pack("")).fault, "");
  }
}

TEST(Unpack, TakesMembersInARowAndPadding) {
  for (const Packing pack : packings) {
    const Unpacked all = unpack(pack("one ") + pack("") + pack("two"), 5);
    EXPECT_EQ(all.text, "one two");
    EXPECT_EQ(all.fault, "");
  }
  const Unpacked padded = unpack(gzipped("one") + std::string(5000, '\0'));
  EXPECT_EQ(padded.text, "one");
  EXPECT_EQ(padded.fault, "");
}

TEST(Unpack, SaysWhereAnArchiveIsCutOff) {
  const std::string text = prose(5000);
  for (const Packing pack : packings) {
    const std::string packed = pack(text);
    for (std::size_t size = 4; size < packed.size(); size += size < 40 ? 1 : 997) {
      const Unpacked all = unpack(std::string_view(packed).substr(0, size));
      EXPECT_EQ(all.fault, "the archive is cut off") << size;
      EXPECT_TRUE(text.starts_with(all.text)) << size;
    }
    const Unpacked last = unpack(std::string_view(packed).substr(0, packed.size() - 1));
    EXPECT_EQ(last.fault, "the archive is cut off") << "its checksum is";
    EXPECT_EQ(unpack(pack("one ") + pack("two").substr(0, 6)).fault, "the archive is cut off");
  }
}

TEST(Unpack, NoticesDamage) {
  const std::string text = prose(5000);
  std::mt19937 random(11);
  for (const Packing pack : packings) {
    const std::string whole = pack(text);
    for (int round = 0; round < 300; ++round) {
      std::string packed = whole;
      packed[10 + random() % (packed.size() - 10)] ^= static_cast<char>(1 << random() % 8);
      const Unpacked all = unpack(packed);
      EXPECT_TRUE(!all.fault.empty() || all.text == text) << round;
    }
    EXPECT_EQ(unpack(whole + "something else").fault, "the archive is damaged");
    EXPECT_TRUE(unpack(whole + "something else").text == text);
  }
}

TEST(Unpack, StopsWhatUnpacksWithoutEnd) {
  const std::string zeros(40'000'000, ' ');
  const UnpackLimits close{.bytes = 1ULL << 40, .times = 250, .free_bytes = 1 << 20};
  for (const Packing pack : packings) {
    const Unpacked all = unpack(pack(zeros), 1000, close);
    EXPECT_EQ(all.fault, "the archive unpacks to more than 250 times its size, as no articles do");
    EXPECT_LT(all.text.size(), 2U << 20);
    EXPECT_EQ(unpack(pack(zeros)).fault, "") << "small enough to be read";
    const Unpacked much = unpack(pack(zeros), 1000, {.bytes = 5'000'000});
    EXPECT_EQ(much.fault, "the archive unpacks to more than a terabyte");
    EXPECT_LE(much.text.size(), 5'000'000U);
  }
  EXPECT_EQ(unpack(gzipped(prose(1'000'000)), 1000, close).fault, "");
}

TEST(Unpack, TakesNoArchiveThatNeedsTooMuchMemory) {
  EXPECT_EQ(unpack(zstd_packed(prose(1000), 27)).fault, "");
  EXPECT_TRUE(unpack(zstd_packed(prose(1000), 28))
                  .fault.starts_with("the archive was packed with a window of more than 128 MB"));
}

TEST(Unpack, TakesItsEndingOffAName) {
  const struct {
    const char *name, *unpacked;
  } cases[] = {{"a.jsonl.gz", "a.jsonl"},
               {"b/A.HTML.GZ", "b/A.HTML"},
               {"a.json.zst", "a.json"},
               {"a.md.zstd", "a.md"},
               {"a.txt", "a.txt"},
               {".gz", ".gz"},
               {"agz", "agz"},
               {"", ""}};
  for (const auto& c : cases) EXPECT_EQ(unpacked_name(c.name), c.unpacked);
}

}  // namespace
}  // namespace backfile
