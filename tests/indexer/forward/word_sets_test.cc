// Hits of several sets against looking at every word.
#include "indexer/forward/word_sets.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "tests/indexer/forward/built.h"

namespace backfile {
namespace {

using Hits = std::vector<std::pair<std::uint32_t, std::uint64_t>>;

std::vector<Article> articles_with_rare_forms() {
  std::mt19937 random(6);
  std::vector<Article> articles;
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (int w = 0; w < 500; ++w) {
      const auto range = random() % 2 == 0 ? 200'000U : 300U;
      text += "w" + std::to_string(random() % range) + " ";
    }
    articles.push_back(test::article_of("en", "of w1", {text}));
  }
  return articles;
}

Record any_record(const test::BuiltForward& built, std::mt19937& random) {
  return built->record(static_cast<std::uint32_t>(1 + random() % built->size()));
}

TEST(WordSets, FindWhatLookingAtEveryWordFinds) {
  const test::BuiltForward built(articles_with_rare_forms());
  ASSERT_GT(built->rare_positions(), 500U);
  std::mt19937 random(14);
  std::size_t rare_found = 0;
  std::vector<FormId> ids;
  for (int round = 0; round < 200; ++round) {
    std::vector<std::vector<FormId>> forms(1 + random() % (round % 10 == 0 ? 64 : 4));
    for (auto& set : forms) {
      const std::size_t size = random() % (round % 50 == 0 ? 30'000 : round % 7 == 0 ? 3000 : 9);
      for (std::size_t i = 0; i < size; ++i) {
        const Record record = any_record(built, random);
        const auto position = static_cast<std::uint32_t>(random() % record.codes.size());
        set.push_back(std::max(first_form, built->form_at(record, position)));
      }
    }
    for (auto& set : forms) std::ranges::sort(set);
    const std::vector<std::span<const FormId>> spans(forms.begin(), forms.end());
    const WordSets sets(spans);
    for (int i = 0; i < 10; ++i) {
      const Record record = any_record(built, random);
      built->read_ids(record, ids);
      Hits expected, found;
      for (std::uint32_t position = 0; position < ids.size(); ++position) {
        std::uint64_t in = 0;
        for (std::size_t set = 0; set < forms.size(); ++set) {
          const bool has = std::ranges::binary_search(forms[set], ids[position]);
          in |= std::uint64_t{has} << set;
        }
        if (in != 0) expected.emplace_back(position, in);
        rare_found += in != 0 && ids[position] >= first_rare_code;
      }
      sets.for_each_hit(built.index(), record, [&](std::uint32_t position, std::uint64_t in) {
        found.emplace_back(position, in);
      });
      ASSERT_EQ(found, expected);
    }
  }
  EXPECT_GT(rare_found, 200U);
}

}  // namespace
}  // namespace backfile
