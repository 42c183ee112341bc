// Lines of text for a terminal: wrapped, indented, in colour, and harmless.
//
// Whatever is written goes through characters.h, so that no article and no query can steer the
// terminal. Used by render.h. A TerminalWriter is for one thread.
//
//   TerminalWriter terminal(true, 80);
//   terminal.paragraph("A storm tide", marks, Style::bold, 4);
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/tokenize.h"

namespace backfile {

enum class Style { plain, bold, dim };

class TerminalWriter {
 public:
  // Lines are as wide as the terminal, within what is readable.
  TerminalWriter(bool colour, std::size_t columns);

  // On the line that has been begun, however long it becomes.
  void write(std::string_view text, Style style = Style::plain);
  void end_line();

  // From there on to the end of a line; further lines are indented; the words of `marks` (bytes of
  // the text) stand out.
  void paragraph(std::string_view text, std::span<const Range> marks, Style style,
                 std::size_t indent);
  void paragraph(std::string_view text, Style style = Style::plain, std::size_t indent = 0);

  std::string take() { return std::move(out_); }

 private:
  struct Cell;
  static std::vector<Cell> cells_of(std::string_view text, std::span<const Range> marks);
  static std::size_t fitting(std::span<const Cell> cells, std::size_t width);
  void write(std::span<const Cell> cells, Style style);
  void space(std::size_t columns);

  bool colour_;
  std::size_t columns_;
  std::size_t column_ = 0;  // of the line that has been begun
  std::string out_;
};

}  // namespace backfile
