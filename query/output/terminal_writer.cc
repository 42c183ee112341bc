// A paragraph is cut into cells (a character with its marks and its style), cells are filled into
// lines, and each line is written with as few changes of style as possible.
#include "query/output/terminal_writer.h"

#include <algorithm>

#include "indexer/text/unicode.h"
#include "query/output/characters.h"

namespace backfile {
namespace {

constexpr std::size_t narrowest = 30;
constexpr std::size_t widest = 100;
constexpr char32_t first_that_joins = 0x300;  // nothing before combining marks does

// The parameters of ECMA-48's "select graphic rendition".
std::string_view rendition(Style style, bool marked) {
  if (marked) return "1;33";  // bold and yellow
  if (style == Style::bold) return "1";
  return style == Style::dim ? "2" : "";
}

}  // namespace

// One visible character, whether it is part of a match, and whether it is of one grapheme with the
// character before.
struct TerminalWriter::Cell {
  std::string_view bytes;
  std::size_t width = 1;
  bool marked = false;
  bool joined = false;

  bool is_space() const { return bytes == " "; }
};

TerminalWriter::TerminalWriter(bool colour, std::size_t columns)
    : colour_(colour), columns_(std::clamp(columns, narrowest, widest)) {
}

// Spaces single and none in front, nothing invisible.
std::vector<TerminalWriter::Cell> TerminalWriter::cells_of(std::string_view text,
                                                           std::span<const Range> marks) {
  std::vector<Cell> cells;
  auto mark = marks.begin();
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    while (mark != marks.end() && mark->end <= at) ++mark;
    const bool marked = mark != marks.end() && mark->begin <= at;
    const bool joined = character.code >= first_that_joins && grapheme_floor(text, at) != at;
    at += character.length;
    if (is_line_space(character.code)) {
      if (!cells.empty() && !cells.back().is_space()) cells.push_back({" ", 1, marked, false});
    } else if (is_shown(character.code)) {
      cells.push_back({character.bytes, display_width(character.bytes), marked, joined});
    }
  }
  return cells;
}

// How many cells, one at least, fit into `width` columns. Lines end at spaces and beside wide
// characters, whose scripts have none; a word too long for a line is broken between graphemes.
std::size_t TerminalWriter::fitting(std::span<const Cell> cells, std::size_t width) {
  std::size_t columns = 0, end = 0, count = 0;
  for (; count < cells.size(); ++count) {
    const Cell& cell = cells[count];
    const bool may_end = cell.is_space() || cell.width == 2 ||
                         (count > 0 && cell.width > 0 &&
                          (cells[count - 1].is_space() || cells[count - 1].width == 2));
    if (may_end && !cell.joined) end = count;
    columns += cell.width;
    if (columns <= width) continue;
    if (end > 0) return end;
    while (count > 1 && cells[count].joined) --count;
    return std::max<std::size_t>(count, 1);
  }
  return count;
}

void TerminalWriter::end_line() {
  out_ += '\n';
  column_ = 0;
}

void TerminalWriter::space(std::size_t columns) {
  out_.append(columns, ' ');
  column_ += columns;
}

void TerminalWriter::write(std::span<const Cell> cells, Style style) {
  while (!cells.empty()) {
    const auto other = [&](const Cell& cell) { return cell.marked != cells.front().marked; };
    const auto run =
        static_cast<std::size_t>(std::find_if(cells.begin(), cells.end(), other) - cells.begin());
    const std::string_view parameters = rendition(style, cells.front().marked);
    const bool painted = colour_ && !parameters.empty();
    if (painted) out_.append("\x1b[").append(parameters).append("m");
    for (const Cell& cell : cells.first(run)) {
      out_ += cell.bytes;
      column_ += cell.width;
    }
    if (painted) out_ += "\x1b[0m";
    cells = cells.subspan(run);
  }
}

void TerminalWriter::write(std::string_view text, Style style) {
  // Spaces at the beginning are the caller's own, to set things apart.
  const std::size_t spaces = std::min(text.find_first_not_of(' '), text.size());
  space(spaces);
  write(cells_of(text.substr(spaces), {}), style);
}

void TerminalWriter::paragraph(std::string_view text, std::span<const Range> marks, Style style,
                               std::size_t indent) {
  const std::vector<Cell> cells = cells_of(text, marks);
  std::span<const Cell> rest = cells;
  for (bool first = true; first || !rest.empty(); first = false) {
    if (!first) space(indent);
    std::span<const Cell> line = rest.first(fitting(rest, columns_ - std::min(columns_, column_)));
    rest = rest.subspan(line.size());
    while (!line.empty() && line.back().is_space()) line = line.first(line.size() - 1);
    while (!rest.empty() && rest.front().is_space()) rest = rest.subspan(1);
    write(line, style);
    end_line();
  }
}

void TerminalWriter::paragraph(std::string_view text, Style style, std::size_t indent) {
  paragraph(text, {}, style, indent);
}

}  // namespace backfile
