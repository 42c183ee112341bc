// The table beside a map, with texts that are shorter, as long and longer than its blocks.
#include "indexer/forward/building/text_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace backfile {
namespace {

struct Known {
  std::uint32_t number = 0, occurrences = 0;
  std::set<std::uint32_t> documents;
};
using Map = std::map<std::pair<std::string, std::uint32_t>, Known>;

std::uint32_t count(TextTable& table, std::string_view text, Range range, std::uint32_t tag,
                    std::uint32_t document) {
  const TextTable::Sought sought = table.seek(text, range, tag);
  table.approach(sought);
  return table.count(sought, slice(text, range), document);
}

// Few letters, so that texts come back; now and then a NUL.
std::string random_bytes(std::mt19937& random) {
  std::string bytes(random() % 3 == 0 ? 14 + random() % 6 : random() % 5, 'a');
  for (char& byte : bytes) byte = "ab\0\xFF"[random() % 4];
  return bytes;
}

TEST(TextTable, NumbersAndCountsAsAMapDoes) {
  TextTable table;
  Map map;
  std::mt19937 random(8);
  for (std::uint32_t i = 0; i < 200'000; ++i) {
    const std::string before = random_bytes(random), text = random_bytes(random);
    const std::string whole = before + text + random_bytes(random);
    const auto begin = static_cast<std::uint32_t>(before.size());
    const std::uint32_t tag =
        random() % 4 == 0 ? TextTable::tag_end - 1 : static_cast<std::uint32_t>(random() % 3);
    const std::uint32_t document = 1 + i / 50;
    Known& known =
        map.try_emplace({text, tag}, Known{static_cast<std::uint32_t>(map.size()), 0, {}})
            .first->second;
    ++known.occurrences;
    known.documents.insert(document);
    const Range range = {begin, begin + static_cast<std::uint32_t>(text.size())};
    ASSERT_EQ(count(table, whole, range, tag, document), known.number);
  }
  ASSERT_EQ(table.size(), map.size());
  ASSERT_GT(table.size(), 10'000U) << "it has grown";
  for (const auto& [key, known] : map) {
    ASSERT_EQ(table.text(known.number), key.first);
    ASSERT_EQ(table.tag(known.number), key.second);
    ASSERT_EQ(table.occurrences(known.number), known.occurrences);
    ASSERT_EQ(table.documents(known.number), known.documents.size());
  }
}

TEST(TextTable, SeesWhetherATextStandsSomewhere) {
  TextTable table;
  std::mt19937 random(9);
  std::size_t found = 0;
  for (int i = 0; i < 50'000; ++i) {
    const std::string text = random_bytes(random),
                      other = random_bytes(random) + text.substr(0, 15);
    const std::size_t begin = random() % (other.size() + 1);
    const Range all = {0, static_cast<std::uint32_t>(text.size())};
    const std::uint32_t number = count(table, text, all, 1, 1);
    const bool expected = other.substr(begin).starts_with(text);
    ASSERT_EQ(table.stands_at(number, other, begin), expected);
    found += expected ? 1 : 0;
  }
  EXPECT_GT(found, 1000U);
}

}  // namespace
}  // namespace backfile
