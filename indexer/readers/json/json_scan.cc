// Goes through a text twice, eight bytes at a time where it can: first to see that it is sound, then
// to tell of it. Without recursion.
#include "indexer/readers/json/json_scan.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t deepest = 128;
constexpr std::size_t most_digits = 18;  // of a whole number: it fits 64 bits
constexpr std::size_t longest_number = 300;

static_assert(std::endian::native == std::endian::little, "bytes are counted from the lowest");

// Each byte of the mask has its high bit set if the byte is zero, but only up to the first that is:
// subtracting one borrows from the next.
std::uint64_t zeros(std::uint64_t bytes) {
  constexpr std::uint64_t low = 0x0101010101010101u, high = 0x8080808080808080u;
  return (bytes - low) & ~bytes & high;
}

bool is_special(char c) {
  return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
}

// Where the first quote, backslash or control stands from `at` on.
std::size_t next_special(std::string_view text, std::size_t at) {
  constexpr std::uint64_t each = 0x0101010101010101u, not_control = 0xE0E0E0E0E0E0E0E0u;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    const std::uint64_t found =
        zeros(bytes ^ each * '"') | zeros(bytes ^ each * '\\') | zeros(bytes & not_control);
    if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
  }
  while (at < text.size() && !is_special(text[at])) ++at;
  return at;
}

std::optional<std::uint32_t> unit_at(std::string_view text, std::size_t at) {
  constexpr std::size_t digits = 4;
  if (text.size() < at + digits) return std::nullopt;
  const char* const end = text.data() + at + digits;
  std::uint32_t unit = 0;
  const auto [stop, error] = std::from_chars(text.data() + at, end, unit, 16);
  return stop == end && error == std::errc() ? std::optional(unit) : std::nullopt;
}

struct Escape {
  char32_t character = 0;
  std::size_t length = 0;  // 0: none that is sound
};

Escape escape_at(std::string_view text, std::size_t at) {
  constexpr std::string_view signs = "\"\\/bfnrt", characters = "\"\\/\b\f\n\r\t";
  constexpr std::size_t short_length = 2, unit_length = 6;
  if (at + 1 >= text.size()) return {};
  if (const std::size_t sign = signs.find(text[at + 1]); sign != signs.npos)
    return {static_cast<char32_t>(characters[sign]), short_length};
  const auto unit = text[at + 1] == 'u' ? unit_at(text, at + short_length) : std::nullopt;
  if (!unit) return {};
  if (*unit < 0xD800 || *unit > 0xDFFF) return {*unit, unit_length};
  const std::size_t behind = at + unit_length;
  if (*unit > 0xDBFF || !text.substr(behind).starts_with("\\u")) return {};
  const auto low = unit_at(text, behind + short_length);
  if (!low || *low < 0xDC00 || *low > 0xDFFF) return {};
  return {0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00), 2 * unit_length};
}

std::string unescaped(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t backslash = std::min(text.find('\\', at), text.size());
    plain.append(text, at, backslash - at);
    at = backslash;
    if (at == text.size()) break;
    const Escape escape = escape_at(text, at);
    append_code_point(plain, escape.character);
    at += escape.length;
  }
  return plain;
}

// One way through a document; without `gives` to see whether it is sound. A step answers false where
// it is not, or where the events want no more.
template <bool gives>
class Scan {
 public:
  Scan(std::string_view text, nlohmann::json_sax<json>& events) : text_(text), events_(events) {}

  bool document() {
    if (!value()) return false;
    while (!open_.empty()) {
      if (!next()) return false;
    }
    skip_space();
    return at_ == text_.size();
  }

 private:
  // A member of what is open, or its end.
  bool next() {
    const bool object = open_.back() == '{';
    if (take(object ? '}' : ']')) {
      open_.pop_back();
      is_first_ = false;
      if constexpr (gives) return object ? events_.end_object() : events_.end_array();
      return true;
    }
    if (!std::exchange(is_first_, false) && !take(',')) return false;
    return (!object || (key() && take(':'))) && value();
  }

  bool value() {
    skip_space();
    if (at_ == text_.size()) return false;
    switch (text_[at_]) {
      case '{':
      case '[':
        return open();
      case '"':
        return string();
      case 't':
        return literal("true", [&] { return events_.boolean(true); });
      case 'f':
        return literal("false", [&] { return events_.boolean(false); });
      case 'n':
        return literal("null", [&] { return events_.null(); });
      default:
        return number();
    }
  }

  bool open() {
    if (open_.size() == deepest) return false;
    const bool object = text_[at_] == '{';
    open_ += text_[at_++];
    is_first_ = true;
    constexpr auto of_unknown_size = static_cast<std::size_t>(-1);
    if constexpr (gives)
      return object ? events_.start_object(of_unknown_size) : events_.start_array(of_unknown_size);
    return true;
  }

  bool key() {
    skip_space();
    const auto found = quoted();
    if constexpr (gives) {
      std::string name = found ? unescaped(*found) : std::string();
      return found && events_.key(name);
    }
    return found.has_value();
  }

  bool string() {
    const auto found = quoted();
    if constexpr (gives) {
      std::string text = found ? unescaped(*found) : std::string();
      return found && events_.string(text);
    }
    return found.has_value();
  }

  // What stands between quotes, its escapes sound.
  std::optional<std::string_view> quoted() {
    if (at_ == text_.size() || text_[at_] != '"') return std::nullopt;
    const std::size_t begin = ++at_;
    for (;;) {
      at_ = next_special(text_, at_);
      if (at_ == text_.size()) return std::nullopt;
      if (text_[at_] == '"') return text_.substr(begin, at_++ - begin);
      const std::size_t length = text_[at_] == '\\' ? escape_at(text_, at_).length : 0;
      if (length == 0) return std::nullopt;
      at_ += length;
    }
  }

  template <typename Event>
  bool literal(std::string_view word, const Event& event) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    if constexpr (gives) return event();
    return true;
  }

  std::size_t digits() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && is_ascii_digit(text_[at_])) ++at_;
    return at_ - begin;
  }

  bool number() {
    const std::size_t begin = at_;
    const bool negative = text_[at_] == '-';
    if (negative) ++at_;
    const std::size_t first = at_, whole = digits();
    if (whole == 0 || (whole > 1 && text_[first] == '0')) return false;
    const bool fraction = at_ < text_.size() && text_[at_] == '.';
    if (fraction) ++at_;
    if (fraction ? digits() == 0 : whole > most_digits) return false;
    if (at_ < text_.size() && (text_[at_] == 'e' || text_[at_] == 'E')) return false;
    if (at_ - begin > longest_number) return false;
    if constexpr (gives) return give_number(text_.substr(begin, at_ - begin), negative, fraction);
    return true;
  }

  bool give_number(std::string_view written, bool negative, bool fraction) {
    const auto read = [&](auto number) {
      std::from_chars(written.data(), written.data() + written.size(), number);
      return number;
    };
    if (fraction) return events_.number_float(read(json::number_float_t()), std::string(written));
    return negative ? events_.number_integer(read(json::number_integer_t()))
                    : events_.number_unsigned(read(json::number_unsigned_t()));
  }

  void skip_space() {
    constexpr std::string_view space = " \t\r\n";
    while (at_ < text_.size() && space.find(text_[at_]) != space.npos) ++at_;
  }
  bool take(char sign) {
    skip_space();
    const bool stands = at_ < text_.size() && text_[at_] == sign;
    at_ += stands ? 1 : 0;
    return stands;
  }

  std::string_view text_;
  nlohmann::json_sax<json>& events_;
  std::size_t at_ = 0;
  std::string open_;      // '{' and '[', the innermost last
  bool is_first_ = true;  // no member yet of what is open
};

}  // namespace

bool scan_json(std::string_view text, nlohmann::json_sax<json>& events) {
  if (!Scan<false>(text, events).document() || !is_valid_utf8(text)) return false;
  Scan<true>(text, events).document();
  return true;
}

}  // namespace backfile
