// Articles of random text in ten scripts, with what words are made of and parted by. The same seed
// gives the same articles.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "indexer/article/article.h"
#include "tests/indexer/text/break_test_data.h"

namespace backfile::test {

// Letters, marks and signs of a script, and what stands between its words.
struct RandomScript {
  const char* language;
  std::vector<std::uint32_t> code_points;
};

inline const std::vector<RandomScript>& scripts() {
  static const std::vector<RandomScript> all = {
      {"en", {'a', 'b', 'E', 'S', 't', '1', 0xE9, 0xFB01, 0x301, 0x2019}},
      {"ru", {0x430, 0x431, 0x415, 0x451, 0x439, 0x301, 0x419, '7'}},
      {"el", {0x3B1, 0x3AC, 0x3C3, 0x3C2, 0x3A3, 0x301}},
      {"he", {0x5D0, 0x5D1, 0x5F3, 0x5F4, 0x5B0, 0x5BE}},
      {"ar", {0x627, 0x644, 0x640, 0x64B, 0x661, 0x66B, 0xFDFA}},
      {"hi", {0x915, 0x916, 0x93F, 0x94D, 0x200D, 0x964}},
      {"th", {0xE01, 0xE02, 0xE33, 0xE34, 0xE40, 0xE4D, 0xE32}},
      {"zh", {0x4E2D, 0x5927, 0x6865, 0x3002, 0xFF0C, 0x20000}},
      {"ja", {0x3042, 0x30AB, 0x3099, 0x30FC, 0xFF76, 0xFF9E, 0x6A4B}},
      {"en", {'A', 'B', 'S', 'T', ' ', '4', 0xC9}},  // all in capitals
      {"de", {'U', 'N', 0xC4, 0xDC, ' ', '.'}},
      {"ko", {0xAC00, 0xB098, 0x1100, 0x1161, 0x11A8, 0x115F}},
  };
  return all;
}

inline std::string text_in(const RandomScript& script, std::mt19937& random) {
  static const std::vector<std::uint32_t> between = {
      ' ', ' ',  ' ',  '.',    ',',    '-',    '\'',   '"',    '\n',   ':', '&',
      '_', 0xA0, 0xAD, 0x200B, 0x200D, 0x2010, 0x2026, 0x2060, 0xFFFD, 'K', '9'};
  std::vector<std::uint32_t> code_points = script.code_points;
  for (int i = 0; i < 5; ++i) code_points.push_back(between[random() % between.size()]);
  return random_text(random, code_points, random() % 80);
}

inline std::vector<Article> random_articles(std::uint32_t seed, int count) {
  std::mt19937 random(seed);
  std::vector<Article> articles;
  for (int i = 0; i < count; ++i) {
    const RandomScript& script = scripts()[random() % scripts().size()];
    Article article;
    article.language = script.language;
    article.title = text_in(script, random);
    article.body = {text_in(script, random), text_in(script, random)};
    article.subtitle = text_in(scripts()[random() % scripts().size()], random);
    article.author = {text_in(script, random)};
    article.captions = {text_in(script, random)};
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace backfile::test
