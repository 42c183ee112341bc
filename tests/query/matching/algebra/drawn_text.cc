#include "tests/query/matching/algebra/drawn_text.h"

#include <algorithm>
#include <cstddef>

namespace backfile {
namespace {

std::string_view cut(std::string_view& rest, char end) {
  const std::string_view head = rest.substr(0, rest.find(end));
  rest.remove_prefix(std::min(rest.size(), head.size() + 1));
  return head;
}

std::vector<Interval> region(std::string_view line) {
  std::vector<Interval> found;
  for (std::size_t begin = line.find('='); begin < line.size(); begin = line.find('=', begin)) {
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    found.push_back({static_cast<std::uint32_t>(begin / 2),  //
                     static_cast<std::uint32_t>((end - 1) / 2)});
    begin = end;
  }
  return found;
}

// `ends` are the first character, those between and the last of more than one position.
std::string drawn(std::span<const Interval> intervals, char alone, std::string_view ends) {
  std::vector<std::string> lines;
  for (const Interval& interval : intervals) {
    const std::size_t begin = std::size_t{interval.first} * 2, end = std::size_t{interval.last} * 2;
    auto line = std::find_if(lines.begin(), lines.end(),
                             [&](const std::string& other) { return other.size() < begin; });
    if (line == lines.end()) line = lines.emplace(lines.end());
    line->resize(begin, ' ');
    if (begin == end) {
      *line += alone;
    } else {
      *line += ends[0] + std::string(end - begin - 1, ends[1]) + ends[2];
    }
  }
  std::string all;
  for (const std::string& line : lines) all += line + "\n";
  return all;
}

}  // namespace

DrawnText::DrawnText(std::string_view drawing) {
  const std::string_view words = cut(drawing, '\n');
  read_words(words);
  drawing_ = std::string(words) + "\n";
  while (drawing.find_first_not_of(' ') < drawing.find('\n') &&
         drawing[drawing.find_first_not_of(' ')] == '=') {
    const std::string_view line = cut(drawing, '\n');
    regions_.push_back(region(line));
    drawing_ += std::string(line) + "\n";
  }
}

void DrawnText::read_words(std::string_view line) {
  bool begins_sentence = true;
  for (std::size_t i = 0; i < line.size(); i += 2) {
    const auto position = static_cast<std::uint32_t>(i / 2);
    const bool is_marker = line[i] == '|' || line[i] == '/';
    words_ += line[i];
    if (line[i] == '|') fields_.push_back(position);
    if (is_marker) paragraphs_.push_back(position);
    if (is_marker || begins_sentence) sentences_.push_back(position);
    begins_sentence = is_marker || (i + 1 < line.size() && line[i + 1] == '.');
  }
}

Intervals DrawnText::places_of(std::string_view spellings) const {
  Intervals all;
  while (!spellings.empty()) {
    const std::string_view spelling = cut(spellings, ',');
    for (std::size_t at = words_.find(spelling); at != std::string::npos;
         at = words_.find(spelling, at + 1)) {
      all.push_back(
          {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + spelling.size() - 1)});
    }
  }
  Intervals smallest;
  std::sort(all.begin(), all.end());
  for (const Interval& one : all) {
    const bool holds_another = std::any_of(all.begin(), all.end(), [&](const Interval& other) {
      return other != one && one.first <= other.first && other.last <= one.last;
    });
    if (!holds_another && (smallest.empty() || smallest.back() != one)) smallest.push_back(one);
  }
  return smallest;
}

Places DrawnText::places(std::span<const Intervals> sets) const {
  return {sets, fields_, paragraphs_, sentences_, regions_};
}

std::string drawn_intervals(std::span<const Interval> intervals) {
  return drawn(intervals, 'o', "[-]");
}

std::string drawn_marks(std::span<const Interval> marks) {
  return drawn(marks, '^', "^^^");
}

}  // namespace backfile
