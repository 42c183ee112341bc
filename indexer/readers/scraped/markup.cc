// Takes stray tags and character references out of scraped text.
#include "indexer/readers/scraped/markup.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_tag = 1000;  // bytes; longer ones are prose about something else
constexpr std::size_t longest_caption = 2000;

enum class Effect { nothing, space, line, block, hidden, caption };

struct Element {
  std::string_view names;  // with a space on both sides of each
  Effect effect;
};
constexpr std::array known_elements = {
    Element{" a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark "
            "meta nobr picture q rp rt ruby s samp small source span strike strong sub sup time tt "
            "u var wbr ",
            Effect::nothing},
    Element{" button input link td th ", Effect::space},
    Element{" br dd dt li option tr ", Effect::line},
    Element{" address article aside audio blockquote body center dir div dl embed fieldset figure "
            "footer form h1 h2 h3 h4 h5 h6 head header hr html iframe main nav object ol p pre "
            "section select table tbody tfoot thead title ul video ",
            Effect::block},
    Element{" noscript script style svg template textarea ", Effect::hidden},
    Element{" figcaption ", Effect::caption},
};

struct Tag {
  std::string name;
  Effect effect;
  bool closing;
  std::size_t end;  // behind '>'
};

// A tag of HTML at text[at] == '<': a known name and, if there is more, attributes. "a <b and c> d"
// is prose.
std::optional<Tag> tag_at(std::string_view text, std::size_t at) {
  const std::string_view window = text.substr(at + 1, longest_tag);
  const std::size_t close = window.find_first_of("<>");
  if (close == window.npos || window[close] == '<') return std::nullopt;
  std::string_view inside = window.substr(0, close);
  const bool closing = inside.starts_with('/');
  if (closing) inside.remove_prefix(1);
  std::string name;
  while (name.size() < inside.size() && (is_ascii_letter(inside[name.size()]) ||
                                         (!name.empty() && is_ascii_digit(inside[name.size()])))) {
    name += static_cast<char>(inside[name.size()] | 0x20);
  }
  inside.remove_prefix(name.size());
  const bool alone = inside.find_first_not_of(" \t\n/") == inside.npos;
  const bool attributes = inside.find('=') != inside.npos && !is_ascii_letter(inside.front());
  if (name.empty() || (!alone && !attributes)) return std::nullopt;
  for (const Element& element : known_elements) {
    if (element.names.find(' ' + name + ' ') == element.names.npos) continue;
    return Tag{name, element.effect, closing, at + 1 + close + 1};
  }
  return std::nullopt;
}

// The code point of "&name;", "&#8217;" or "&#x2019;" between its signs; 0 for none.
std::uint32_t reference(std::string_view name) {
  if (!name.starts_with('#')) {
    const std::string terminated(name);
    const htmlEntityDesc* const entity =
        htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
    return entity == nullptr ? 0 : entity->value;
  }
  const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
  std::uint32_t code = 0;
  const std::string_view digits = name.substr(hexadecimal ? 2 : 1);
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    const bool letter = hexadecimal && lower >= 'a' && lower <= 'f';
    if (!is_ascii_digit(c) && !letter) return 0;
    code = code * (hexadecimal ? 16 : 10) +
           static_cast<std::uint32_t>(letter ? lower - 'a' + 10 : c - '0');
    if (code > 0x10FFFF) return 0;
  }
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  return control || surrogate ? 0 : code;
}

class Stripper {
 public:
  explicit Stripper(std::string_view text) : text_(text) {}

  std::vector<TextPart> strip() {
    while (at_ < text_.size()) {
      const std::size_t sign = std::min(text_.find_first_of("<&", at_), text_.size());
      plain_ += text_.substr(at_, sign - at_);
      at_ = sign;
      if (at_ == text_.size()) break;
      if (text_[at_] == '&' ? !take_reference() : !take_comment() && !take_tag()) {
        plain_ += text_[at_++];
      }
    }
    end_part();
    return std::move(parts_);
  }

 private:
  bool take_reference() {
    constexpr std::size_t longest_name = 10;
    const std::string_view window = text_.substr(at_ + 1, longest_name + 1);
    const std::size_t end = window.find(';');
    if (end == window.npos || end == 0) return false;
    const std::uint32_t code = reference(window.substr(0, end));
    if (code == 0) return false;
    constexpr std::uint32_t no_break_space = 0xA0;
    append_code_point(plain_, code == no_break_space ? ' ' : code);
    at_ += end + 2;
    return true;
  }

  // "<!-- ... -->", or a declaration such as "<!DOCTYPE html>".
  bool take_comment() {
    const std::string_view rest = text_.substr(at_);
    if (!rest.starts_with("<!")) return false;
    const std::size_t declared = rest.substr(0, longest_tag).find('>');
    const std::size_t end = rest.starts_with("<!--") ? close_of("-->")
                            : declared == rest.npos  ? text_.npos
                                                     : at_ + declared + 1;
    if (end == text_.npos) return false;
    at_ = end;
    return true;
  }

  bool take_tag() {
    const std::optional<Tag> tag = tag_at(text_, at_);
    if (!tag) return false;
    if (tag->effect == Effect::caption && !tag->closing) {
      take_caption(tag->end);
      return true;
    }
    at_ = tag->end;
    if (tag->effect == Effect::hidden && !tag->closing) {
      const std::size_t end = close_of("</" + tag->name + ">");
      if (end != text_.npos) at_ = end;
    }
    if (tag->effect == Effect::space) plain_ += ' ';
    if (tag->effect == Effect::line) plain_ += '\n';
    if (tag->effect == Effect::block) plain_ += "\n\n";
    return true;
  }

  // A caption reaches to its closing tag; without one, to the end of its line.
  void take_caption(std::size_t begin) {
    const std::string_view rest = text_.substr(begin, longest_caption);
    const std::size_t close = rest.find("</figcaption");
    const std::size_t length =
        code_point_floor(rest, std::min(close == rest.npos ? rest.find('\n') : close, rest.size()));
    end_part();
    std::string caption;
    for (const TextPart& part : strip_markup(rest.substr(0, length))) caption += part.text + ' ';
    parts_.push_back({std::move(caption), true});
    at_ = begin + length;
  }

  // Behind the next `sign`. Text of nothing but openings must not be searched again and again.
  std::size_t close_of(const std::string& sign) {
    if (std::find(absent_.begin(), absent_.end(), sign) != absent_.end()) return text_.npos;
    const std::size_t found = text_.find(sign, at_);
    if (found != text_.npos) return found + sign.size();
    absent_.push_back(sign);
    return text_.npos;
  }

  void end_part() {
    if (plain_.find_first_not_of(" \t\n") != plain_.npos) parts_.push_back({std::move(plain_)});
    plain_.clear();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string plain_;
  std::vector<TextPart> parts_;
  std::vector<std::string> absent_;
};

}  // namespace

std::vector<TextPart> strip_markup(std::string_view text) {
  return Stripper(text).strip();
}

}  // namespace backfile
