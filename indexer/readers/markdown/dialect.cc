// Passes over the lines of a post, each of them leaving alone what it does not know.
#include "indexer/readers/markdown/dialect.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace backfile {
namespace {

constexpr std::ptrdiff_t longest_figure = 60;  // lines; past that a <figure> was never closed
constexpr std::size_t longest_label = 64;
constexpr std::size_t shortest_data_line = 40;  // a word alone in its line is no data

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

std::size_t indent_of(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Follows ``` and ~~~, between which nothing means anything.
class Fences {
 public:
  bool inside(std::string_view line) {
    const std::string_view text = line.substr(indent_of(line));
    const bool fence = text.starts_with("```") || text.starts_with("~~~");
    if (open_.empty()) {
      if (fence) open_ = text.substr(0, 3);
      return fence;
    }
    if (text.starts_with(open_)) open_ = {};
    return true;
  }

 private:
  std::string_view open_;
};

// The label of "[^label]" at the front of a text, else nothing.
std::string_view label_at(std::string_view text) {
  if (!text.starts_with("[^")) return {};
  const std::size_t end = text.find_first_of("] \t\r\n[", 2);
  if (end == std::string_view::npos || text[end] != ']' || end > longest_label) return {};
  return text.substr(2, end - 2);
}

// The label of a line that begins a footnote: "[^label]: text".
std::string_view footnote_at(std::string_view line) {
  const std::size_t indent = indent_of(line);
  if (indent > 3) return {};
  const std::string_view label = label_at(line.substr(indent));
  if (label.empty()) return {};
  return line.substr(indent + label.size() + 3).starts_with(':') ? label : std::string_view();
}

void add_without_marks(std::string_view line, const std::set<std::string_view>& labels,
                       std::string& kept) {
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view label = line[at] == '[' ? label_at(line.substr(at)) : std::string_view();
    if (!label.empty() && labels.contains(label)) {
      at += label.size() + 3;
    } else {
      kept += line[at++];
    }
  }
}

// The first word of a line and what follows it, for `import X from 'y'`.
bool begins_module_statement(std::string_view line) {
  const auto has = [&](std::string_view word) { return line.find(word) != std::string_view::npos; };
  const bool quoted = has("'") || has("\"");
  if (line.starts_with("import {") || line.starts_with("import * as ")) return true;
  if (line.starts_with("import '") || line.starts_with("import \"")) return true;
  if (line.starts_with("import ")) return quoted && has(" from ");
  for (const std::string_view what : {"const ", "let ", "function ", "default ", "{", "async "}) {
    if (line.starts_with("export ") && line.substr(7).starts_with(what)) return true;
  }
  return false;
}

std::ptrdiff_t open_brackets(std::string_view line) {
  return std::ranges::count_if(line, [](char c) { return c == '{' || c == '(' || c == '['; }) -
         std::ranges::count_if(line, [](char c) { return c == '}' || c == ')' || c == ']'; });
}

// Takes off the anchor behind a heading: "## Prices {#prices}".
std::string_view without_anchor(std::string_view line) {
  std::string_view text = line.substr(0, line.find_last_not_of(" \t\r\n") + 1);
  const std::size_t open = text.rfind('{');
  if (!line.starts_with('#') || !text.ends_with('}') || open == std::string_view::npos) return line;
  const bool mark = text.substr(open + 1).find_first_of("#.") == 0;
  return mark ? line.substr(0, open) : line;
}

// `!!! warning "Mind the step"` and `??? note`
bool begins_admonition(std::string_view line) {
  return (line.starts_with("!!! ") || line.starts_with("??? ") || line.starts_with("???+ ")) &&
         !is_blank(line.substr(4));
}

std::string admonition_title(std::string_view line) {
  const std::size_t open = line.find('"');
  const std::size_t close = line.rfind('"');
  return open == close ? std::string() : std::string(line.substr(open + 1, close - open - 1));
}

// What stands at the start of a line for the generator alone: ":::tip", "> [!NOTE]", "[TOC]".
std::string_view without_line_marks(std::string_view line) {
  const std::string_view text = line.substr(indent_of(line));
  if (text.starts_with(":::")) {
    const std::size_t title = text.find('[');
    const std::size_t end = text.find(']');
    const bool titled = title != std::string_view::npos && end != std::string_view::npos;
    return titled && title < end ? text.substr(title + 1, end - title - 1) : std::string_view();
  }
  for (const std::string_view mark : {"* TOC", "- TOC", "1. TOC"}) {
    if (text.starts_with(mark) && is_blank(text.substr(mark.size()))) return {};  // kramdown's
  }
  for (const std::string_view mark : {"[TOC]", "[[toc]]", "[[TOC]]", "[[_TOC_]]", "{{TOC}}"}) {
    if (text.starts_with(mark) && is_blank(text.substr(mark.size()))) return {};
  }
  if (text.starts_with("> [!")) {
    const std::size_t end = text.find(']');
    if (end != std::string_view::npos && end < longest_label) return text.substr(end + 1);
  }
  return without_anchor(line);
}

bool opens_figure(std::string_view line) {
  const std::size_t indent = indent_of(line);
  return indent < 4 && line.substr(indent).starts_with("<figure") &&
         line.find("</figure>") == std::string_view::npos;
}

}  // namespace

std::string without_modules(std::string_view text) {
  if (text.find("import ") == text.npos && text.find("export ") == text.npos)
    return std::string(text);
  std::string kept;
  Fences fences;
  bool inside = false;
  std::ptrdiff_t open = 0;
  for (const std::string_view line : lines_of(text)) {
    const bool code = fences.inside(line);
    if (!inside && !code && begins_module_statement(line)) {
      inside = true;
      open = 0;
    }
    if (!inside) {
      kept += line;
      continue;
    }
    // A statement ends with its brackets, or, where they never close, with the paragraph.
    open += open_brackets(line);
    if (open <= 0 || is_blank(line)) inside = false;
    if (is_blank(line)) kept += line;
  }
  return kept;
}

std::string without_marks(std::string_view text) {
  std::string kept;
  Fences fences;
  bool admonition = false;  // of MkDocs, whose indented lines are text and no code
  for (const std::string_view line : lines_of(text)) {
    const bool code = fences.inside(line);
    if (!code && begins_admonition(line)) {
      admonition = true;
      kept += admonition_title(line) + "\n\n";
      continue;
    }
    if (admonition && !is_blank(line) && indent_of(line) == 0) admonition = false;
    const std::string_view text_of_line = admonition ? line.substr(indent_of(line)) : line;
    const std::string_view rest = code ? line : without_line_marks(text_of_line);
    kept += rest;
    if (!rest.ends_with('\n') && line.ends_with('\n')) kept += '\n';
  }
  return kept;
}

std::string without_data(std::string_view text) {
  constexpr std::string_view digits =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=_-";
  constexpr std::string_view mark = ";base64,";
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = std::min(text.find(mark, at), text.size());
    std::size_t end = std::min(found + mark.size(), text.size());
    kept += text.substr(at, end - at);
    // The data goes on behind the end of a line while the next has no space in it.
    while (found < text.size() && end < text.size()) {
      end = std::min(text.find_first_not_of(digits, end), text.size());
      if (!text.substr(end).starts_with('\n')) break;
      const std::size_t next = std::min(text.find_first_not_of(digits, end + 1), text.size());
      const bool whole_line = next - end > shortest_data_line &&
                              (next == text.size() || text[next] == '\n' || text[next] == ')');
      if (!whole_line) break;
      end = next;
    }
    at = end;
  }
  return kept;
}

std::string with_plain_footnotes(std::string_view text) {
  if (text.find("[^") == std::string_view::npos) return std::string(text);
  const std::vector<std::string_view> lines = lines_of(text);
  std::set<std::string_view> labels;
  Fences fences;
  for (const std::string_view line : lines) {
    if (fences.inside(line)) continue;
    if (const std::string_view label = footnote_at(line); !label.empty()) labels.insert(label);
  }
  std::string kept;
  fences = {};
  for (const std::string_view line : lines) {
    if (fences.inside(line)) {
      kept += line;
    } else if (const std::string_view label = footnote_at(line); !label.empty()) {
      const std::string_view note = line.substr(line.find("]:") + 2);
      kept += '\n';
      add_without_marks(note.substr(indent_of(note)), labels, kept);
    } else {
      add_without_marks(line, labels, kept);
    }
  }
  return kept;
}

std::string with_whole_figures(std::string_view text) {
  if (text.find("<figure") == std::string_view::npos) return std::string(text);
  const std::vector<std::string_view> lines = lines_of(text);
  std::string kept;
  Fences fences;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    kept += lines[i];
    if (fences.inside(lines[i]) || !opens_figure(lines[i])) continue;
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    const auto last = first + std::min(longest_figure, lines.end() - first);
    const auto end = std::find_if(first, last, [](std::string_view line) {
      return line.find("</figure>") != std::string_view::npos;
    });
    if (end == last) continue;
    for (auto line = first; line <= end; ++line, ++i) {
      if (!is_blank(*line)) kept += line->substr(indent_of(*line));
    }
  }
  return kept;
}

}  // namespace backfile
