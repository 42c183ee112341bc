// Finds where a call ends, takes its caption if it has one, and goes on behind it.
#include "indexer/readers/common/template_calls.h"

#include <algorithm>
#include <array>
#include <vector>

namespace backfile {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t longest_call = 2000;
constexpr std::size_t longest_enclosed = 5000;
constexpr std::size_t most_open = 64;
constexpr auto npos = std::string_view::npos;

struct Brackets {
  std::string_view open, close;
};
constexpr std::array template_brackets = {Brackets{"{%", "%}"}, Brackets{"{{", "}}"},
                                          Brackets{"{:", "}"}};

// Calls of WordPress that are recognized without attributes.
constexpr std::array shortcode_names = {"audio"sv,    "caption"sv, "embed"sv,     "gallery"sv,
                                        "playlist"sv, "video"sv,   "wp_caption"sv};

// Their `alt` or `title` describes a picture.
constexpr std::array picture_names = {"figure"sv, "image"sv, "img"sv, "photo"sv, "picture"sv};

bool is_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool is_name_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
}

std::string_view name_at(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return {};
  return text.substr(0, static_cast<std::size_t>(std::ranges::find_if_not(text, is_name_character) -
                                                 text.begin()));
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return result;
}

// The value of name="value" in the inside of a call; empty without.
std::string_view attribute(std::string_view inside, std::string_view name) {
  for (std::size_t at = inside.find(name); at != npos; at = inside.find(name, at + 1)) {
    const bool whole = at == 0 || !is_name_character(inside[at - 1]);
    std::string_view rest = inside.substr(at + name.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    if (!whole || !(rest.starts_with('=') || rest.starts_with(':'))) continue;
    rest.remove_prefix(std::min(rest.find_first_not_of(" =:{"), rest.size()));
    for (const auto& [open, close] :
         {Brackets{"\"", "\""}, Brackets{"'", "'"}, Brackets{"`", "`"}, Brackets{"“", "”"}}) {
      if (!rest.starts_with(open)) continue;
      const std::size_t end = rest.find(close, open.size());
      return end == npos ? std::string_view() : rest.substr(open.size(), end - open.size());
    }
  }
  return {};
}

// The caption that a call gives a picture, between empty lines.
std::string caption_of(std::string_view inside) {
  const std::size_t begin = inside.find_first_not_of(" <%/\n");
  const std::string_view call = begin == npos ? std::string_view() : inside.substr(begin);
  const std::string name = lower(name_at(call));
  const bool picture =
      std::ranges::any_of(picture_names,
                          [&](std::string_view word) { return name.find(word) != npos; }) ||
      (name == "include" && call.find("figure") != npos);
  std::string_view caption = attribute(call, "caption");
  if (caption.empty() && picture) caption = attribute(call, "alt");
  if (caption.empty() && picture) caption = attribute(call, "title");
  if (caption.empty()) return {};
  return "\n\n<figure><figcaption>" + std::string(caption) + "</figcaption></figure>\n\n";
}

// Length of the {% tag %} that `text` begins with; 0 without one.
std::size_t template_length(std::string_view text) {
  const std::string_view rest = text.substr(0, longest_call);
  for (const Brackets& brackets : template_brackets) {
    if (!rest.starts_with(brackets.open)) continue;
    const std::size_t close = rest.find(brackets.close, brackets.open.size());
    if (close != npos) return close + brackets.close.size();
  }
  return 0;
}

// Where a tag ends, beyond quotation marks and braces, whose content may hold '>'.
std::size_t tag_length(std::string_view text) {
  const std::string_view rest = text.substr(0, longest_call);
  int braces = 0;
  char quote = 0;
  for (std::size_t at = 1; at < rest.size(); ++at) {
    const char c = rest[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '`' || (c == '\'' && rest[at - 1] == '=')) {
      quote = c;
    } else if (c == '{') {
      ++braces;
    } else if (c == '}') {
      --braces;
    } else if (c == '>' && braces <= 0) {
      return at + 1;
    }
  }
  return 0;
}

// Length of the <Component ...> or </Component> that `text` begins with. <P> is HTML in capitals,
// and <Place of the meeting> a gap to be filled in.
std::size_t component_length(std::string_view text) {
  const std::string_view name = name_at(text.substr(text.starts_with("</") ? 2 : 1));
  const bool capital = !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
  const bool mixed =
      std::ranges::any_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == '.'; });
  if (!capital || !mixed) return 0;
  const std::size_t length = tag_length(text);
  const std::string_view tag = text.substr(0, length);
  const bool bare = length == name.size() + (tag.starts_with("</") ? 3 : 2);
  return bare || tag.ends_with("/>") || tag.find_first_of("={") != npos ? length : 0;
}

// Length of {/* a remark */} or {props.title}; text in braces is neither.
std::size_t value_length(std::string_view text) {
  if (text.starts_with("{/*")) {
    const std::size_t close = text.substr(0, longest_call).find("*/}");
    return close == npos ? 0 : close + 3;
  }
  const std::string_view name = name_at(text.substr(1));
  const bool path = name.find('.') != npos && !name.ends_with('.');
  return path && text.substr(1 + name.size()).starts_with('}') ? name.size() + 2 : 0;
}

// Length of the code in backticks that `text` begins with: as many close it as open it.
std::size_t code_length(std::string_view text) {
  const std::size_t ticks = std::min(text.find_first_not_of('`'), text.size());
  const std::string fence(ticks, '`');
  for (std::size_t at = text.find(fence, ticks); at != npos; at = text.find(fence, at)) {
    std::size_t run = 0;
    while (at + run < text.size() && text[at + run] == '`') ++run;
    if (run == ticks) return at + run;
    at += run;
  }
  return ticks;
}

// [name], [name attribute="value"], [/name]
struct Shortcode {
  std::string name;
  std::string_view attributes;
  std::size_t length = 0;  // 0: none
  bool closes = false;
};

// Builders of pages name theirs vc_row, et_pb_text, fusion_builder and the like.
bool is_shortcode_name(const std::string& name) {
  return name.find('_') != npos ||
         std::ranges::find(shortcode_names, name) != shortcode_names.end();
}

Shortcode shortcode_at(std::string_view text) {
  const std::string_view rest = text.substr(0, longest_call);
  const bool closes = rest.starts_with("[/");
  const std::string_view name = name_at(rest.substr(closes ? 2 : 1));
  if (name.empty()) return {};
  const std::size_t begin = name.size() + (closes ? 2 : 1);
  const std::size_t end = rest.find(']', begin);
  if (end == npos) return {};
  const std::string_view attributes = rest.substr(begin, end - begin);
  const std::string_view behind = text.substr(end + 1);
  const bool known =
      is_shortcode_name(lower(name)) && (attributes.empty() || attributes.front() == ' ');
  const bool link = behind.starts_with('(') || behind.starts_with(':') ||
                    (behind.starts_with('[') && !known && !closes);
  const bool called = attributes.starts_with(' ') &&
                      (attributes.find("=\"") != npos || attributes.find("='") != npos);
  if (link || !(closes ? attributes.empty() : known || called)) return {};
  return {lower(name), attributes, end + 1, closes};
}

// Length of the code, script or style that `text` begins with, to its closing tag; 0 for none.
std::size_t quoted_markup_length(std::string_view text) {
  for (const std::string_view tag : {"<pre"sv, "<code"sv, "<script"sv, "<style"sv}) {
    if (!text.starts_with(tag)) continue;
    const std::size_t end = text.find("</" + std::string(tag.substr(1)));
    return end == npos ? text.size() : end;
  }
  return 0;
}

// What stands between a call and its end, if it is a picture's caption or the address of a film.
std::string_view enclosed(std::string_view behind, const std::string& name) {
  const std::size_t end = behind.substr(0, longest_enclosed).find("[/" + name + "]");
  return end == npos ? std::string_view() : behind.substr(0, end);
}

// What stands before the next sign that may begin a call, code or a tag.
std::string_view plain_part(std::string_view text) {
  const auto sign =
      std::ranges::find_if(text, [](char c) { return c == '[' || c == '<' || c == '`'; });
  return text.substr(0, static_cast<std::size_t>(sign - text.begin()));
}

// A quick test, since few texts have any.
bool has_shortcodes(std::string_view text) {
  for (std::size_t at = text.find('['); at != npos; at = text.find('[', at + 1)) {
    if (shortcode_at(text.substr(at)).length > 0) return true;
  }
  return false;
}

}  // namespace

std::string without_template_tags(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t brace = std::min(text.find('{', at), text.size());
    kept += text.substr(at, brace - at);
    at = brace;
    if (at == text.size()) break;
    const std::size_t length = template_length(text.substr(at));
    if (length > 0) kept += caption_of(text.substr(at + 2, length - 2));
    if (length == 0) kept += text[at];
    at += std::max<std::size_t>(length, 1);
  }
  return kept;
}

std::string without_components(std::string_view text) {
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find_first_of("`<{", at), text.size());
    kept += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const std::string_view rest = text.substr(at);
    if (rest.front() == '`') {
      const std::size_t length = code_length(rest);
      kept += rest.substr(0, length);
      at += length;
      continue;
    }
    const bool tag = rest.front() == '<';
    const std::size_t length = tag ? component_length(rest) : value_length(rest);
    if (tag && length > 0) kept += caption_of(rest.substr(1, length - 1));
    if (length == 0) kept += rest.front();
    at += std::max<std::size_t>(length, 1);
  }
  return kept;
}

std::string without_shortcodes(std::string_view text) {
  if (!has_shortcodes(text)) return std::string(text);
  std::string kept;
  std::vector<std::string> open;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view plain = plain_part(text.substr(at));
    kept += plain;
    const std::size_t next = at + plain.size();
    at = next;
    if (at == text.size()) break;
    const std::string_view rest = text.substr(at);
    const std::size_t code = rest.front() == '`'   ? code_length(rest)
                             : rest.front() == '<' ? quoted_markup_length(rest)
                                                   : 0;
    const Shortcode call = rest.front() == '[' ? shortcode_at(rest) : Shortcode();
    const bool known = !call.closes || std::ranges::find(open, call.name) != open.end();
    if (call.length == 0 || !known) {
      kept += rest.substr(0, std::max<std::size_t>(code, 1));
      at += std::max<std::size_t>(code, 1);
      continue;
    }
    at += call.length;
    if (call.closes) continue;
    if (open.size() < most_open && std::ranges::find(open, call.name) == open.end())
      open.push_back(call.name);
    const std::string_view inside = enclosed(text.substr(at), call.name);
    if (call.name == "caption" || call.name == "wp_caption") {
      const std::string_view said = attribute(call.attributes, "caption");
      kept += "\n\n<figure>" + std::string(inside) + "<figcaption>" + std::string(said) +
              "</figcaption></figure>\n\n";
      at += inside.size();
    } else if (call.name == "embed" || call.name == "video" || call.name == "audio") {
      at += inside.size();  // an address
    }
  }
  return kept;
}

}  // namespace backfile
