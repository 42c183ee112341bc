// What was compressed comes back, with a dictionary and without; what was damaged does not.
#include "indexer/base/compress.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

std::string letters(std::size_t length) {
  std::mt19937 random(1);
  std::string text(length, 'a');
  for (char& letter : text) letter = static_cast<char>('a' + random() % 26);
  return text;
}

std::string card(int number) {
  return "https://example.org/archive/" + std::to_string(number * 7919 % 10'007) +
         " Harbour News, by Ada Quill, all rights reserved, number " + std::to_string(number);
}

std::vector<std::string> cards() {
  std::vector<std::string> made;
  for (int number = 0; number < 2000; ++number) made.push_back(card(number));
  return made;
}

TEST(Compress, GivesBackTextsOfAnyLength) {
  // Around 8 KB lies a fault of Xapian's own compression that ours must not share.
  for (const std::size_t length : {0U, 1U, 8191U, 8192U, 8193U, 100'000U, 5'000'000U}) {
    EXPECT_TRUE(decompress(compress(letters(length))) == letters(length)) << length;
  }
}

TEST(Compress, MakesTextSmaller) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "the same again ";
  EXPECT_LT(compress(text).size(), text.size() / 20);
}

TEST(Decompress, RefusesEveryDamagedByte) {
  const std::string bytes = compress(card(1));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string damaged = bytes;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    EXPECT_THROW(decompress(damaged), Failure) << "byte " << i;
    EXPECT_THROW(decompress(bytes.substr(0, i)), Failure) << "cut at " << i;
  }
}

TEST(Dictionary, HoldsWhatTextsShare) {
  const std::string dictionary = train_dictionary(cards(), 4096);
  ASSERT_FALSE(dictionary.empty());
  EXPECT_EQ(train_dictionary(cards(), 4096), dictionary) << "the same for the same";
  const DictionaryCompressor compressor(dictionary), alone("");
  const DictionaryDecompressor decompressor(dictionary), decompressor_alone("");
  const std::string packed = compressor.compress(card(4711));
  EXPECT_EQ(decompressor.decompress(packed), card(4711));
  EXPECT_LT(packed.size() * 2, alone.compress(card(4711)).size());
  EXPECT_EQ(decompressor_alone.decompress(alone.compress(card(4711))), card(4711));
  for (const std::size_t length : {0U, 1U, 255U, 256U, 100'000U}) {
    EXPECT_EQ(decompressor.decompress(compressor.compress(letters(length))), letters(length));
  }
}

TEST(Dictionary, IsNotMadeOfTooFewTexts) {
  EXPECT_EQ(train_dictionary({}, 4096), "");
  EXPECT_EQ(train_dictionary(std::vector<std::string>{card(1), card(2)}, 4096), "");
}

TEST(Dictionary, RefusesDamage) {
  const std::string dictionary = train_dictionary(cards(), 4096);
  const std::string packed = DictionaryCompressor(dictionary).compress(card(4711));
  const DictionaryDecompressor decompressor(dictionary);
  for (std::size_t i = 0; i < packed.size(); ++i) {
    std::string damaged = packed;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
    EXPECT_THROW(decompressor.decompress(damaged), Failure) << "byte " << i;
    EXPECT_THROW(decompressor.decompress(packed.substr(0, i)), Failure) << "cut at " << i;
  }
  std::string other = dictionary;
  other.back() = static_cast<char>(other.back() ^ 0x55);
  EXPECT_NO_THROW(DictionaryDecompressor{other}) << "its texts may be any";
  EXPECT_THROW(DictionaryDecompressor(dictionary.substr(0, 40)), Failure);
}

}  // namespace
}  // namespace backfile
