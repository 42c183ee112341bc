// Help is set in two columns, names and meanings, the second wrapped at 80 characters.
#include "server/cli/help.h"

#include <algorithm>

namespace backfile {
namespace {

constexpr std::size_t page_width = 80;

struct Row {
  std::string name;
  std::string meaning;
};

// `text` broken into lines that start at column `indent`; the first is not indented.
std::string wrapped(std::string_view text, std::size_t indent) {
  std::string lines;
  std::size_t column = indent;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const bool first = column == indent;
    if (!first && column + 1 + end > page_width) {
      lines += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (!first) {
      lines += ' ';
      ++column;
    }
    lines += text.substr(0, end);
    column += end;
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return lines + '\n';
}

std::string two_columns(const std::vector<Row>& rows) {
  std::size_t widest = 0;
  for (const Row& row : rows) widest = std::max(widest, row.name.size());
  const std::size_t column = 2 + std::min<std::size_t>(widest, 26) + 2;
  std::string text;
  for (const Row& row : rows) {
    std::string line = "  " + row.name;
    if (line.size() + 2 > column) line += '\n';  // too long for its column: the meaning goes below
    const std::size_t begin = line.find('\n') == std::string::npos ? line.size() : 0;
    text += line + std::string(column - begin, ' ') + wrapped(row.meaning, column);
  }
  return text;
}

}  // namespace

std::string help(std::span<const Command> commands) {
  std::vector<Row> rows;
  for (const Command& command : commands) {
    std::string name(command.name);
    if (!command.words.empty()) name += " " + std::string(command.words);
    rows.push_back({name, std::string(command.summary)});
  }
  return "backfile: full-text search for article archives\n\n"
         "Usage: backfile COMMAND [FLAGS] ...\n\n" +
         two_columns(rows) +
         "\n"
         "`backfile COMMAND --help` says more about each; `backfile --version` prints the "
         "version.\n"
         "\n"
         "Exit codes:\n" +
         two_columns({{"0", "done"},
                      {"1", "no article matches"},
                      {"2", "a query, a flag or a setting cannot be understood"},
                      {"3", "done, but some articles were rejected; rejected.jsonl lists them"},
                      {"5", "another process is changing the index"},
                      {"6", "an input cannot be read"},
                      {"7", "the index is missing, damaged or of another version"},
                      {"8", "output or disk cannot be written, or memory ran out"},
                      {"130, 143",
                       "interrupted by Ctrl-C or SIGTERM; nothing incomplete is left behind"}}) +
         "\n"
         "Every flag that takes a value can be given a default in the environment\n"
         "(BACKFILE_INDEX for --index) or in ./backfile.toml (index = \"DIR\" for all\n"
         "commands, limit = 10 below [search] for that one).\n";
}

std::string help(const Command& command) {
  std::string usage = "Usage: backfile " + std::string(command.name);
  if (!command.flags.empty()) usage += " [FLAGS]";
  if (!command.words.empty()) usage += " " + std::string(command.words);
  std::vector<Row> rows;
  for (const Flag& flag : command.flags) {
    std::string name = "--" + std::string(flag.name);
    if (!flag.value.empty()) name += " " + std::string(flag.value);
    std::string meaning(flag.help);
    if (flag.repeatable) meaning += " (may be given more than once)";
    rows.push_back({name, meaning});
  }
  rows.push_back({"--help", "this page"});
  std::string text = "backfile " + std::string(command.name) + ": " + std::string(command.summary) +
                     "\n\n" + usage + "\n\n" + two_columns(rows);
  if (!command.details.empty()) text += "\n" + std::string(command.details);
  if (text.back() != '\n') text += '\n';
  return text;
}

std::string version() {
  return "backfile " BACKFILE_VERSION
         "\n"
         "Licence: GPL-2.0-or-later, like Xapian, on which it is built. It comes without any "
         "warranty.\n";
}

}  // namespace backfile
