// Turns the raw lines of a scraped file into lines that can be compared.
#include "indexer/readers/scraped/lines.h"

#include <algorithm>
#include <array>

#include "indexer/readers/scraped/markup.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Nobody wraps prose narrower or wider, by hand or by machine.
constexpr std::size_t narrowest_wrap = 45;
constexpr std::size_t widest_wrap = 110;
// Editors differ in where exactly they break.
constexpr std::size_t ragged_lines = 5;

// Whether the first word of `next` would not have fitted behind `line`.
bool is_full(std::string_view line, std::string_view next, std::size_t width) {
  const std::size_t word = code_point_length(next.substr(0, next.find(' ')));
  return code_point_length(line) + 1 + word + ragged_lines > width;
}

// The text between two captions, line by line; blank ones are empty.
using Lines = std::vector<std::string>;

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.push_back(tidy_line(text.substr(0, end)));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines;
}

// Lines that end within a sentence and are followed by another: no paragraph ends there.
template <typename Visit>
void for_each_inner(const std::vector<Lines>& parts, Visit visit) {
  for (const Lines& lines : parts) {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
      const bool inner = !lines[i].empty() && !lines[i + 1].empty() && !ends_sentence(lines[i]);
      if (inner) visit(lines[i], lines[i + 1]);
    }
  }
}

// The width at which the prose of a file was broken, 0 if it was not. The whole file is measured,
// since the lines of a banner, a title and a paragraph often stand together. A machine broke the
// lines if those that end within a sentence are nearly always full, mostly go on with a small
// letter, and few others are longer.
std::size_t wrap_width(const std::vector<Lines>& parts) {
  constexpr std::size_t fewest = 3;
  std::size_t width = 0, inner = 0, full = 0, going_on = 0, longer = 0;
  for_each_inner(parts, [&](const std::string& line, const std::string&) {
    width = std::max(width, code_point_length(line));
  });
  if (width < narrowest_wrap || width > widest_wrap) return 0;
  for_each_inner(parts, [&](const std::string& line, const std::string& next) {
    ++inner;
    if (!is_full(line, next, width)) return;
    ++full;
    if (next.front() < 'A' || next.front() > 'Z') ++going_on;
  });
  for (const Lines& lines : parts) {
    for (const std::string& line : lines) {
      if (line.size() > width && code_point_length(line) > width) ++longer;
    }
  }
  const bool broken = full >= fewest && 4 * full >= 3 * inner && 2 * going_on >= full;
  return broken && 2 * longer <= full ? width : 0;
}

// A word divided at the end of a line keeps its hyphen: it may have been there before.
void join(std::string& line, const std::string& next) {
  if (!line.ends_with('-') || line.ends_with(" -") || line.ends_with("--")) line += ' ';
  line += next;
}

void add_part(const Lines& lines, std::size_t width, bool blocks,
              std::vector<ScrapedLine>& result) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const bool follows = i > 0 && !lines[i - 1].empty();
    if (follows && width > 0 && is_full(lines[i - 1], lines[i], width)) {
      join(result.back().text, lines[i]);
    } else {
      const bool verse = follows && blocks && lines[i].size() < shortest_prose &&
                         result.back().text.size() < shortest_prose;
      result.push_back({lines[i], false, verse});
    }
  }
}

// Whether blank lines set paragraphs apart. If none do, each line is a paragraph.
bool has_blocks(const std::vector<Lines>& parts) {
  for (const Lines& lines : parts) {
    for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
      if (lines[i].empty() && !lines[i - 1].empty()) return true;
    }
  }
  return false;
}

}  // namespace

std::vector<ScrapedLine> scraped_lines(const std::vector<std::string>& raw) {
  std::string text;
  for (const std::string& line : raw) {
    text += line;
    text += '\n';
  }
  const std::vector<TextPart> stripped = strip_markup(text);
  std::vector<Lines> parts;
  for (const TextPart& part : stripped) parts.push_back(part.caption ? Lines() : split(part.text));
  const std::size_t width = wrap_width(parts);
  const bool blocks = has_blocks(parts);
  std::vector<ScrapedLine> result;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!stripped[i].caption) {
      add_part(parts[i], width, blocks, result);
    } else if (std::string caption = tidy_line(stripped[i].text); !caption.empty()) {
      result.push_back({std::move(caption), true, false});
    }
  }
  return result;
}

bool ends_sentence(std::string_view line) {
  constexpr std::array endings = {".", "!", "?", ":", "\"", "”", "’", "»", "…", "。", "！", "？"};
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view end) { return line.ends_with(end); });
}

// Titles are short and end without a full stop, though some ask, shout or quote.
bool could_be_title(const ScrapedLine& line) {
  constexpr std::size_t longest = 200;  // bytes; the longest headlines of papers have some 150
  constexpr std::array closing = {".", ",", ";", ":", "…", "。", ".\"", ".”", ".’"};
  return !line.caption && line.text.size() <= longest &&
         std::none_of(closing.begin(), closing.end(),
                      [&](std::string_view end) { return line.text.ends_with(end); });
}

}  // namespace backfile
