// Looks at the words and the numbers of a line; see line_figures.h.
#include "indexer/boilerplate/line_figures.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/readers/common/line_key.h"
#include "indexer/readers/html/askings.h"
#include "indexer/readers/scraped/lines.h"
#include "indexer/text/ascii.h"

namespace backfile {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

// "2014-05-03", "3/5/2014", "03.05.2014": three numbers, a year at either end.
bool is_date_in_figures(std::string_view number) {
  constexpr std::size_t year = 4;  // digits
  std::array<std::size_t, 3> lengths{};
  std::size_t part = 0;
  for (const char c : number) {
    if (is_ascii_digit(c)) {
      ++lengths[part];
    } else if ((c != '-' && c != '/' && c != '.') || ++part == lengths.size()) {
      return false;
    }
  }
  const auto [first, second, third] = lengths;
  return part == 2 && second > 0 && second <= 2 &&
         ((first == year && third > 0 && third <= 2) || (third == year && first > 0 && first <= 2));
}

std::string without_dates_in_figures(std::string_view line) {
  constexpr std::string_view inside = "0123456789-/.";
  std::string text;
  for (std::size_t i = 0; i < line.size();) {
    if (!is_ascii_digit(line[i])) {
      text += line[i++];
      continue;
    }
    std::size_t end = std::min(line.find_first_not_of(inside, i), line.size());
    while (!is_ascii_digit(line[end - 1])) --end;
    if (!is_date_in_figures(line.substr(i, end - i))) text += line.substr(i, end - i);
    i = end;
  }
  return text;
}

// Three words, or as many characters as that where no spaces part them.
bool has_words(std::string_view line) {
  constexpr std::size_t fewest = 3, enough = 8;
  std::size_t words = 0, dense = 0;
  while (!line.empty() && words < fewest && dense < enough) {
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(std::min(line.size(), word.size() + 1));
    dense += static_cast<std::size_t>(
        std::ranges::count_if(word, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; }));
    words +=
        std::ranges::none_of(word, is_ascii_digit) && std::ranges::any_of(word, is_letter) ? 1 : 0;
  }
  return words >= fewest || dense >= enough;
}

bool is_notice(std::string_view line) {
  static constexpr std::array<std::string_view, 17> signs = {
      "@",         "©",         "://",           "www.",
      "(c)",       "(C)",       "opyright",      "COPYRIGHT",
      "ights res", "IGHTS RES", "vorbehalten",   "derechos reservados",
      "droits r",  "itti ris",  "itos reservad", "права защищены",
      "版权所有"};
  return std::ranges::any_of(signs,
                             [&](std::string_view sign) { return line.find(sign) != line.npos; });
}

// "Half-time: 0-1."
bool is_labelled_figure(std::string_view line) {
  const std::size_t colon = line.find(": ");
  return colon != line.npos && std::ranges::any_of(line.substr(colon), is_ascii_digit);
}

}  // namespace

bool reads_as_prose(std::string_view line) {
  if (!ends_sentence(line) || line.ends_with(':') || is_notice(line)) return false;
  return (has_words(line) || is_labelled_figure(line)) && !begins_asking(line);
}

std::uint64_t numbers_key(std::string_view line) {
  if (std::ranges::none_of(line, is_ascii_digit) || is_notice(line)) return 0;
  if (!has_number_beside_dates(line)) return 0;
  const std::string undated = without_dates_in_figures(line);
  if (undated.size() < line.size() && !has_number_beside_dates(undated)) return 0;
  return stable_hash(line);
}

std::uint64_t figures_key(std::string_view line) {
  const std::uint64_t key = ends_sentence(line) ? numbers_key(line) : 0;
  return key != 0 && reads_as_prose(line) ? key : 0;  // in this order, as few have numbers
}

}  // namespace backfile
