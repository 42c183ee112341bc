// Plain formatting, English style.
#include "indexer/base/figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace backfile {

std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t end = text.size(); end > 3; end -= 3) text.insert(end - 3, ",");
  return text;
}

std::string decimal(double number, int digits) {
  char text[64];
  const int length = std::snprintf(text, sizeof text, "%.*f", digits, number);
  return {text, static_cast<std::size_t>(length)};
}

std::string in_bytes(std::uint64_t bytes) {
  if (bytes < 1000) return counted(bytes, "byte");
  double size = static_cast<double>(bytes);
  const char* unit = "";
  for (const char* next : {"kB", "MB", "GB", "TB"}) {
    if (size < 999.95) break;
    size /= 1000;
    unit = next;
  }
  return decimal(size, 1) + " " + unit;
}

std::string in_seconds(double seconds) {
  if (seconds < 59.95) return decimal(seconds, 1) + " s";
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural) {
  const std::string figure = with_commas(number) + ' ';
  if (number == 1) return figure + std::string(singular);
  return figure + (plural.empty() ? std::string(singular) + 's' : std::string(plural));
}

std::string times(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "0 times";
  return decimal(static_cast<double>(part) / static_cast<double>(whole), 2) + " times";
}

std::uint64_t total(const Counts& counts) {
  std::uint64_t sum = 0;
  for (const auto& [name, count] : counts) sum += count;
  return sum;
}

std::vector<std::pair<std::string, std::uint64_t>> most_first(const Counts& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
  return sorted;
}

void LabelledLines::add(const std::string& label, const std::string& value) {
  constexpr std::size_t column = 12;
  text_ += label + std::string(label.size() < column ? column - label.size() : 1, ' ');
  text_ += value + '\n';
}

}  // namespace backfile
