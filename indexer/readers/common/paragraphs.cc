// Splits plain text into paragraphs, hard-wrapped or not.
#include "indexer/readers/common/paragraphs.h"

#include <algorithm>
#include <array>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Nobody wraps narrower or wider by hand or by machine.
constexpr std::size_t narrowest_wrap = 45;
constexpr std::size_t widest_wrap = 110;

std::string_view trim(std::string_view line) {
  constexpr std::string_view space = " \t\r\f\v";
  const std::size_t first = line.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(space) - first + 1);
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(trim(text.substr(0, end)));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

using Lines = std::vector<std::string_view>;

// The lines of one block, measured.
struct Shape {
  std::size_t lines = 0;
  std::size_t widest = 0;
  std::size_t total = 0;
  std::size_t sentences = 0;  // lines that end as a sentence does
  std::size_t full = 0;       // lines that the next word would have made too wide
  std::size_t broken = 0;     // other lines, but the last, that end within a sentence
};

bool ends_sentence(std::string_view line) {
  constexpr std::array endings = {".", "!", "?", ":",  "\"", "”",  "’",
                                  "»", ")", "…", "。", "！", "？", "」"};
  return std::ranges::any_of(endings, [&](std::string_view end) { return line.ends_with(end); });
}

// Whether the first word of `next` would still have fitted behind `line`.
bool is_short(std::string_view line, std::string_view next, std::size_t widest) {
  constexpr std::size_t ragged = 5;  // editors differ in where exactly they break
  const std::size_t word = code_point_length(next.substr(0, next.find(' ')));
  return code_point_length(line) + 1 + word + ragged < widest;
}

Shape measure(const Lines& lines) {
  Shape shape;
  shape.lines = lines.size();
  for (const std::string_view line : lines) {
    const std::size_t length = code_point_length(line);
    shape.widest = std::max(shape.widest, length);
    shape.total += length;
    if (ends_sentence(line)) ++shape.sentences;
  }
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!is_short(lines[i], lines[i + 1], shape.widest)) {
      ++shape.full;
    } else if (!ends_sentence(lines[i])) {
      ++shape.broken;
    }
  }
  return shape;
}

// Prose that was broken at a width: lines are full, and those that are not end a sentence.
bool is_wrapped(const Shape& shape) {
  return shape.widest >= narrowest_wrap && shape.widest <= widest_wrap && shape.broken == 0 &&
         2 * shape.full >= shape.lines - 1;
}

// A paragraph on each line: long lines, or fairly long ones of whole sentences.
bool are_paragraphs(const Shape& shape) {
  const std::size_t average = shape.total / shape.lines;
  return average > widest_wrap ||
         (average > narrowest_wrap && 3 * shape.sentences >= 2 * shape.lines);
}

void add(const Lines& lines, std::vector<std::string>& paragraphs) {
  if (lines.empty()) return;
  const Shape shape = measure(lines);
  const bool wrapped = is_wrapped(shape);
  const bool apart = !wrapped && are_paragraphs(shape);
  std::string paragraph;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    paragraph += lines[i];
    const bool last = i + 1 == lines.size();
    if (last || apart || (wrapped && is_short(lines[i], lines[i + 1], shape.widest))) {
      paragraphs.push_back(std::move(paragraph));
      paragraph.clear();
    } else {
      paragraph += wrapped ? ' ' : '\n';
    }
  }
}

}  // namespace

std::vector<std::string> split_paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  Lines block;
  for (const std::string_view line : split_lines(text)) {
    if (line.empty()) {
      add(block, paragraphs);
      block.clear();
    } else {
      block.push_back(line);
    }
  }
  add(block, paragraphs);
  return paragraphs;
}

}  // namespace backfile
