// Front-coded lists against std::set; numbers and checksums.
#include "indexer/files/sorted_strings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "indexer/files/key_table.h"
#include "indexer/files/varint.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

std::string random_string(std::mt19937& random) {
  std::string text(random() % 7, '\0');
  for (char& c : text) c = random() % 9 == 0 ? '\xFF' : static_cast<char>('a' + random() % 3);
  return text;
}

void expect_like(const std::set<std::string>& strings, std::mt19937& random) {
  const TemporaryDirectory directory;
  SectionFileWriter out(directory.path(), FileKind::lexicon);
  SortedStringsWriter writer;
  for (const std::string& text : strings) writer.add(text);
  writer.write(out);
  out.finish();
  const SectionFile file(directory.path(), FileKind::lexicon, 2);
  const SortedStrings list(file, 0, static_cast<std::uint32_t>(strings.size()));
  std::uint32_t number = 0;
  for (const std::string& text : strings) {
    ASSERT_EQ(list.at(number), text);
    ASSERT_EQ(list.find(text), number++);
  }
  for (int i = 0; i < 200; ++i) {
    const std::string text = random_string(random);
    const auto from = [&](auto at) { return std::distance(strings.begin(), at); };
    ASSERT_EQ(list.lower_bound(text), from(strings.lower_bound(text)));
    ASSERT_EQ(list.find(text).has_value(), strings.contains(text));
    const auto [first, last] = list.with_prefix(text);
    const auto begins = [&](const std::string& s) { return s.starts_with(text); };
    ASSERT_EQ(last - first, std::ranges::count_if(strings, begins));
    std::vector<std::string> visited;
    list.visit(first, last, [&](std::uint32_t at, std::string_view found) {
      EXPECT_EQ(list.at(at), found);
      visited.emplace_back(found);
      return visited.size() < 20;
    });
    ASSERT_EQ(visited.size(), std::min<std::size_t>(20, last - first));
    if (first < last) {
      ASSERT_TRUE(list.at(first).starts_with(text) && list.at(last - 1).starts_with(text));
    }
  }
}

TEST(SortedStrings, AnswerAsASetDoes) {
  std::mt19937 random(11);
  for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 32U, 300U}) {
    std::set<std::string> strings;
    while (strings.size() < size) strings.insert(random_string(random));
    expect_like(strings, random);
  }
}

TEST(KeyTable, NumbersKeysAsTheyCome) {
  KeyTable table;
  for (std::uint32_t round = 0; round < 2; ++round) {
    for (std::uint32_t i = 0; i < 5000; ++i) {
      ASSERT_EQ(table.number_of("key" + std::to_string(i)), i);
    }
  }
  EXPECT_EQ(table.size(), 5000U);
  EXPECT_EQ(table.key(42), "key42");
  const auto sorted = table.sorted();
  EXPECT_EQ(table.key(sorted[0]), "key0");
  EXPECT_EQ(table.key(sorted[2]), "key10");
  EXPECT_EQ(table.number_of(""), 5000U);
}

TEST(Varint, ComesBack) {
  for (const std::uint64_t number :
       {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, std::uint64_t{16'384},
        std::uint64_t{1} << 35, ~std::uint64_t{0}}) {
    std::string bytes;
    append_varint(bytes, number);
    std::string_view rest = bytes;
    EXPECT_EQ(take_varint(rest), number);
    EXPECT_TRUE(rest.empty());
    rest = std::string_view(bytes).substr(0, bytes.size() - 1);
    EXPECT_EQ(take_varint(rest), std::nullopt);
  }
}

}  // namespace
}  // namespace backfile
