// Tells front matter from the text below it, by its fences and its fields.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "indexer/readers/markdown/front_matter.h"
#include "indexer/readers/markdown/front_matter_header.h"
#include "indexer/readers/markdown/front_matter_json.h"
#include "indexer/readers/markdown/front_matter_lines.h"
#include "indexer/readers/markdown/front_matter_yaml.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

// Behind what may stand before front matter; before a comment that holds it.
std::size_t opening_of(std::string_view text) {
  constexpr std::string_view mark = "\xef\xbb\xbf", comment = "<!--", end = "-->";
  for (std::size_t at = 0;;) {
    const std::string_view rest = text.substr(at);
    const std::size_t space = std::min(rest.find_first_not_of(" \t\r\n"), rest.size());
    if (space > 0) {
      at += space;
    } else if (rest.starts_with(mark)) {
      at += mark.size();
    } else if (rest.starts_with(comment)) {
      const std::size_t close = rest.find(end);
      if (close == rest.npos || header_of(rest).end > 0) return at;
      at += close + end.size();
    } else {
      return at;
    }
  }
}

// The lines of front matter as far as they are none of the text below.
struct Entries {
  std::size_t end = 0;  // of the last
  bool prose = false;   // what follows is text
  bool sure = false;    // one has a name that is a sign of front matter
};

// Whether the paragraph that begins at `at` is prose: what has a colon may be a field of a name
// that nobody knows, above one that is known.
bool is_prose_from(std::string_view block, std::size_t at) {
  if (!is_prose(line_at(block, at))) return false;
  for (; at < block.size(); at = next_line(block, at)) {
    const std::string_view line = line_at(block, at);
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return true;
    if (!is_prose(line) && is_declared_name(line.substr(0, colon))) return false;
  }
  return true;
}

// Prose begins a paragraph: what goes on in the line below a field belongs to it.
Entries entries_before_prose(std::string_view block) {
  Entries entries;
  bool parted = true;
  for (std::size_t at = 0; at < block.size(); at = next_line(block, at)) {
    const std::string_view line = line_at(block, at);
    parted = parted || line.empty();
    if (line.empty() || line[0] == '#') continue;
    const bool inner = line.find_first_of(" \t]}") == 0 || line.starts_with("- ") || line == "-";
    entries.prose = parted && (inner ? entries.end == 0 : is_prose_from(block, at));
    if (entries.prose) return entries;
    entries.end = next_line(block, at);
    entries.sure = entries.sure || (!inner && is_sure_name(line.substr(0, line.find(':'))));
    parted = false;
  }
  return entries;
}

// Valid, and no prose with colons in it.
bool are_fields(std::string_view block) {
  const auto fields = parse_yaml(block);
  if (!fields || !fields->is_object()) return false;
  bool sure = false;
  for (const auto& [name, value] : fields->items()) {
    if (value.is_string() && is_prose(name, value.get_ref<const std::string&>())) return false;
    sure = sure || is_sure_name(name);
  }
  return sure;
}

// Without a closing fence, front matter ends where the lines are fields no more.
std::size_t end_of_fields(std::string_view text, std::size_t start, bool toml) {
  std::size_t at = start;
  for (; at < text.size(); at = next_line(text, at)) {
    const std::string_view line = line_at(text, at);
    const bool goes_on =
        at > start && !line.empty() &&
        (line.starts_with(' ') || line.starts_with('\t') || line.starts_with("- "));
    if (!goes_on && !is_field(line, toml ? '=' : ':')) break;
  }
  return at;
}

// In JSON, or in what YAML takes for it, a field that articles have.
bool has_field_of_json(std::string_view block) {
  auto fields = parse_json_fields(block);
  if (!fields) fields = parse_yaml(block);
  if (!fields || !fields->is_object()) return false;
  const auto is_declared = [](const auto& field) { return is_declared_name(field.key()); };
  return std::ranges::any_of(fields->items(), is_declared);
}

bool has_field(std::string_view block, char separator) {
  for (std::size_t at = 0; at < block.size(); at = next_line(block, at)) {
    if (is_field(line_at(block, at), separator)) return true;
  }
  return false;
}

// Where front matter that begins at `start` and is closed at `close` ends; nothing if it is text.
std::optional<std::size_t> end_of_front(std::string_view text, std::size_t start, std::size_t close,
                                        FrontForm form) {
  const std::string_view block = text.substr(start, close - start);
  if (tidy_line(block).empty()) return close;
  if (form == FrontForm::toml) return has_field(block, '=') ? std::optional(close) : std::nullopt;
  if (form == FrontForm::json)
    return has_field_of_json(block) ? std::optional(close) : std::nullopt;
  if (are_fields(block)) return close;
  const Entries entries = entries_before_prose(block);
  if (!entries.sure) return std::nullopt;
  return entries.prose ? start + entries.end : close;
}

struct Opening {
  std::string_view fence;  // that closes it
  FrontForm form = FrontForm::yaml;
};

std::optional<Opening> opening_in(std::string_view line) {
  if (line == "---" || line == "---yaml" || line == "---yml") return Opening{"---"};
  if (line == "+++") return Opening{"+++", FrontForm::toml};
  if (line == "---toml") return Opening{"---", FrontForm::toml};
  if (line == "---json") return Opening{"---", FrontForm::json};
  if (line == ";;;") return Opening{";;;", FrontForm::json};
  return std::nullopt;
}

std::optional<SplitText> split_fenced(std::string_view text, const Opening& opening) {
  const std::size_t start = next_line(text, 0);
  std::size_t close = start;
  const auto is_fence = [&](std::string_view line) {
    return line == opening.fence || (opening.form == FrontForm::yaml && line == "...");
  };
  while (close < text.size() && !is_fence(line_at(text, close))) close = next_line(text, close);
  if (close < text.size()) {
    const auto end = end_of_front(text, start, close, opening.form);
    if (!end) return std::nullopt;
    const std::size_t body = *end == close ? next_line(text, close) : *end;
    return SplitText{text.substr(start, *end - start), text.substr(body), opening.form,
                     *end == close};
  }
  if (opening.form == FrontForm::json) return std::nullopt;
  const bool toml = opening.form == FrontForm::toml;
  const std::size_t end = end_of_fields(text, start, toml);
  const std::string_view front = text.substr(start, end - start);
  if (front.empty() || (!toml && !entries_before_prose(front).sure)) return std::nullopt;
  return SplitText{front, text.substr(end), opening.form, false};
}

// An object that fills its lines, and has a field of an article.
std::optional<SplitText> split_object(std::string_view text) {
  const std::size_t end = end_of_object(text);
  if (end == 0 || !line_at(text, end).empty()) return std::nullopt;
  const std::string_view front = text.substr(0, end);
  if (!has_field_of_json(front)) return std::nullopt;
  return SplitText{front, text.substr(next_line(text, end)), FrontForm::json, true};
}

std::optional<SplitText> split_header(std::string_view text) {
  const HeaderLines header = header_of(text);
  if (header.end == 0) return std::nullopt;
  const FrontForm form = header.yaml ? FrontForm::yaml : FrontForm::header;
  return SplitText{text.substr(header.begin, header.end - header.begin), text.substr(header.body),
                   form, true};
}

}  // namespace

SplitText split_front_matter(std::string_view text) {
  const std::string_view opened = text.substr(opening_of(text));
  std::optional<SplitText> split;
  if (opened.starts_with('{')) {
    split = split_object(opened);
  } else if (const auto opening = opening_in(line_at(opened, 0))) {
    split = split_fenced(opened, *opening);
  } else {
    split = split_header(opened);
  }
  if (!split) return {{}, text};
  const auto before = static_cast<std::size_t>(split->front.data() - text.data());
  split->line += static_cast<std::size_t>(std::ranges::count(text.substr(0, before), '\n'));
  return *split;
}

}  // namespace backfile
