// Three passes over the lines of a post, each of them leaving alone what it does not know.
#include "indexer/readers/markdown_dialect.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace backfile {
namespace {

struct Brackets {
  std::string_view open, close;
};
constexpr std::array template_brackets = {Brackets{"{%", "%}"}, Brackets{"{{", "}}"},
                                          Brackets{"{:", "}"}};
constexpr std::size_t longest_tag = 2000;

constexpr std::ptrdiff_t longest_figure = 60;  // lines; past that a <figure> was never closed
constexpr std::size_t longest_label = 64;

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

bool opens_figure(std::string_view line) {
  const std::size_t indent = indent_of(line);
  return indent < 4 && line.substr(indent).starts_with("<figure") &&
         line.find("</figure>") == std::string_view::npos;
}

}  // namespace

std::string without_template_tags(std::string_view text) {
  std::string kept;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t brace = std::min(text.find('{', at), text.size());
    kept += text.substr(at, brace - at);
    at = brace;
    if (at == text.size()) break;
    std::size_t end = 0;
    for (const Brackets& brackets : template_brackets) {
      const std::string_view rest = text.substr(at, longest_tag);
      if (!rest.starts_with(brackets.open)) continue;
      const std::size_t close = rest.find(brackets.close, brackets.open.size());
      if (close != std::string_view::npos) end = at + close + brackets.close.size();
    }
    if (end == 0) kept += text[at];
    at = end == 0 ? at + 1 : end;
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
