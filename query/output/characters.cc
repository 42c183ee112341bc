// Decodes UTF-8 by hand, one sequence at a time, and reads a broken byte as U+FFFD.
#include "query/output/characters.h"

namespace backfile {
namespace {

constexpr Character broken_byte = {0xFFFD, "\uFFFD", 1};

// Bytes of the sequence that `lead` begins; 0 if it begins none.
std::size_t sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t length = sequence_length(lead);
  if (length == 0 || offset + length > text.size()) return broken_byte;
  const std::string_view bytes = text.substr(offset, length);
  char32_t code = length == 1 ? lead : lead & (0x7Fu >> length);
  for (const char c : bytes.substr(1)) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0u) != 0x80u) return broken_byte;
    code = code << 6 | (byte & 0x3Fu);
  }
  return {code, bytes, length};
}

bool is_shown(char32_t code) {
  const bool control = code < 0x20 || (code >= 0x7F && code < 0xA0);
  const bool bidirectional = code == 0x061C || code == 0x200E || code == 0x200F ||
                             (code >= 0x202A && code <= 0x202E) ||
                             (code >= 0x2066 && code <= 0x2069);
  return !control && !bidirectional;
}

bool is_line_space(char32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 || code == 0x2028 ||
         code == 0x2029;
}

// By the blocks that Unicode keeps for such scripts.
bool has_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    at += character.length;
    const char32_t code = character.code;
    if ((code >= 0x0590 && code <= 0x08FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
        (code >= 0xFE70 && code <= 0xFEFE) || (code >= 0x10800 && code <= 0x10FFF) ||
        (code >= 0x1E800 && code <= 0x1EFFF)) {
      return true;
    }
  }
  return false;
}

}  // namespace backfile
