// Numbers become one sign each, then the sign and the words between two of them that make a date.
#include "indexer/readers/common/line_key.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "indexer/text/ascii.h"

namespace backfile {
namespace {

std::string without_numbers(std::string_view text) {
  const bool address = text.find("://") != text.npos;
  std::string pattern;
  pattern.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_ascii_digit(c) && !address) {
      // A number with its points, commas, colons and hyphens is one sign.
      constexpr std::string_view inside = "0123456789.,:-/'";
      i = std::min(text.find_first_not_of(inside, i), text.size());
      while (!is_ascii_digit(text[i - 1])) --i;
      --i;
      pattern += '#';
    } else {
      pattern += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    }
  }
  return pattern;
}

using Words = std::vector<std::string_view>;

Words words_of(std::string_view pattern) {
  Words words;
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find(' '), pattern.size());
    words.push_back(pattern.substr(0, end));
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  return words;
}

// "#", "#,", "#th", "(#".
bool is_number(std::string_view word) {
  const std::size_t sign = word.find('#');
  return sign <= 1 && word.size() - sign <= 4 && word.find('#', sign + 1) == word.npos;
}

// What may be the name of a month: letters, with a point or a comma behind them.
bool is_name(std::string_view word) {
  constexpr std::size_t longest = 24;  // bytes; the longest names of months have 20
  if (word.ends_with(',') || word.ends_with('.')) word.remove_suffix(1);
  return !word.empty() && word.size() <= longest && std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

// "2014", "2014," but neither "15:33" nor "12".
bool is_year(std::string_view word) {
  constexpr std::size_t digits = 4;
  const std::size_t end = std::min(word.find_first_not_of("0123456789"), word.size());
  return end == digits && word.size() - end <= 2;
}

// How many words from the i-th on are a date, or 0: "3 May 2014", "3 de mayo de 2014", "May 3,
// 2014".
std::size_t date_length(const Words& words, std::size_t i) {
  const auto number = [&](std::size_t at) { return at < words.size() && is_number(words[at]); };
  const auto name = [&](std::size_t at) { return at < words.size() && is_name(words[at]); };
  const auto of = [&](std::size_t at) { return at < words.size() && words[at] == "de"; };
  if (number(i)) {
    if (name(i + 1) && number(i + 2)) return 3;
    if (of(i + 1) && name(i + 2) && of(i + 3) && number(i + 4)) return 5;
    return 0;
  }
  return name(i) && number(i + 1) && words[i + 1].ends_with(',') && number(i + 2) ? 3 : 0;
}

std::string without_dates(std::string_view pattern) {
  const Words words = words_of(pattern);
  std::string result;
  for (std::size_t i = 0; i < words.size();) {
    if (!result.empty()) result += ' ';
    const std::size_t date = date_length(words, i);
    result += date > 0 ? "#" : words[i];
    i += std::max<std::size_t>(date, 1);
  }
  return result;
}

}  // namespace

std::string line_pattern(std::string_view line) {
  std::string pattern = without_numbers(line);
  const bool may_have_date = std::ranges::count(pattern, '#') >= 2;
  return may_have_date ? without_dates(pattern) : pattern;
}

bool has_number_beside_dates(std::string_view line) {
  const std::string pattern = without_numbers(line);
  const Words words = words_of(pattern), as_written = words_of(line);
  for (std::size_t i = 0; i < words.size();) {
    std::size_t date = date_length(words, i);
    // "03:21 and 15:33" has the shape of "3 May 2014".
    if (date > 0 && !is_year(as_written[i + date - 1])) date = 0;
    if (date == 0 && words[i].find('#') != std::string_view::npos) return true;
    i += std::max<std::size_t>(date, 1);
  }
  return false;
}

std::uint64_t line_key(std::string_view line) {
  return stable_hash(line_pattern(line));
}

std::uint64_t stable_hash(std::string_view bytes) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  std::uint64_t hash = bytes.size() * factor;
  while (!bytes.empty()) {
    std::uint64_t word = 0;
    const std::size_t taken = std::min<std::size_t>(bytes.size(), 8);
    for (std::size_t i = 0; i < taken; ++i) {
      word |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    }
    hash = (std::rotl(hash, 29) ^ word) * factor;
    hash ^= hash >> 32;
    bytes.remove_prefix(taken);
  }
  return hash == 0 ? 1 : hash;
}

}  // namespace backfile
