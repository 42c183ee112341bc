// Random text in eleven scripts, of what people write and of what no one does.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/unicode.h"
#include "tests/indexer/text/break_test_data.h"

namespace backfile::test {

struct WritingSystem {
  const char* language;
  std::vector<std::uint32_t> code_points;  // letters, marks and signs
  std::vector<const char*> words;
};

inline const std::vector<WritingSystem>& writing_systems() {
  static const std::vector<WritingSystem> all = {
      {"en",
       {'a', 'b', 'E', 'S', 't', '1', 0xE9, 0xFB01, 0x301, 0x2019},
       {"word",
        "The",
        "U.S.",
        "don't",
        "Britain’s",
        "S-400",
        "full-time",
        "AT&T",
        "1,000",
        "3.5",
        "31.12.2019",
        "20th",
        "1980's",
        "1980’s",
        "A320neo",
        "C++",
        "F#",
        "Dr.",
        "a.m.",
        "http://www.example.com/a-b?c=d_e",
        "someone@example.com",
        "_under_",
        "so\u00ADft",
        "zero\u200Bwidth",
        "10\u00A0000",
        "ﬁne",
        "naïve",
        "WAR",
        "IS",
        "OVER",
        "e\u0301t\u0301"}},
      {"ru",
       {0x430, 0x431, 0x415, 0x451, 0x439, 0x301, 0x419, '7'},
       {"слово", "Ёлка", "США", "из-за", "т.е.", "млн.", "А.С.", "«да»", "5-й", "НФЛ",
        "ста\u0301"}},
      {"de",
       {'a', 0xE4, 0xDF, 0xDC, 'Z', '3', 0x201E, 0x201C},
       {"Straße", "z.B.", "z. B.", "3. Oktober", "1.000,50", "„Ja“", "E-Mail", "ÜBER", "Müller's"}},
      {"el", {0x3B1, 0x3AC, 0x3C3, 0x3C2, 0x3A3, 0x301}, {"λόγος", "Ο", "ΟΗΕ", "π.χ."}},
      {"he", {0x5D0, 0x5D1, 0x5F3, 0x5F4, 0x5B0, 0x5BE}, {"שלום", "צה\"ל", "ג'ירפה", "בֵּית־סֵפֶר"}},
      {"ar",
       {0x627, 0x644, 0x640, 0x64B, 0x661, 0x66B, 0xFDFA},
       {"مَرْحَبًا", "بالعالم", "١٢٣٫٤", "ــ"}},
      {"hi", {0x915, 0x916, 0x93F, 0x94D, 0x200D, 0x964}, {"हिन्दी", "नमस्ते।", "१२"}},
      {"th", {0xE01, 0xE02, 0xE33, 0xE34, 0xE40, 0xE4D, 0xE32}, {"น้ำตก", "ไทย", "ฯลฯ"}},
      {"zh",
       {0x4E2D, 0x5927, 0x6865, 0x3002, 0xFF0C, 0x20000},
       {"大桥通车。", "在NFL中", "２０１９年"}},
      {"ja",
       {0x3042, 0x30AB, 0x3099, 0x30FC, 0xFF76, 0xFF9E, 0x6A4B},
       {"東京タワー", "ひらがな、", "ﾊﾝｶｸ", "か\u3099"}},
      {"ko", {0xAC00, 0xB098, 0x1100, 0x1161, 0x11A8, 0x115F}, {"서울에서", "KBS뉴스", "2019년"}},
  };
  return all;
}

// Up to `length` words and characters of a script, and what stands between its words.
inline std::string awkward_text(const WritingSystem& script, std::mt19937& random,
                                std::size_t length) {
  static const std::vector<std::uint32_t> between = {
      ' ',    ' ',    ' ',    ' ',    '.',    ',',     '-', '\'',  '"',  '\n',
      '\t',   ':',    '&',    ';',    '_',    '!',     '?', 0xA0,  0xAD, 0x200B,
      0x200D, 0x2010, 0x2019, 0x2026, 0x2060, 0x1F600, '9', 0xFFFD};
  std::string text;
  for (std::size_t left = length == 0 ? 0 : random() % length; left > 0; --left) {
    switch (random() % 4) {
      case 0:
        text += script.words[random() % script.words.size()];
        break;
      case 1:
        text += script.words[random() % script.words.size()];
        text += ' ';
        break;
      case 2:
        text += random_text(random, between, 1);
        break;
      default:
        text += random_text(random, script.code_points, 1 + random() % 4);
    }
  }
  return text;
}

// Bytes of any kind, made into text as a reader does.
inline std::string repaired_text(std::mt19937& random, std::size_t length) {
  std::string bytes(random() % length, '\0');
  for (char& byte : bytes) {
    byte = static_cast<char>(random() % 3 == 0 ? random() : random() % 128);
  }
  return repair_utf8(bytes);
}

}  // namespace backfile::test
