// Looks for one character that leaves ink.
#include "indexer/text/visible.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>

namespace backfile {
namespace {

constexpr UChar32 braille_blank = 0x2800;

bool leaves_ink(UChar32 c) {
  if (c == braille_blank || u_isUWhiteSpace(c)) return false;
  if (u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) return false;
  const auto type = u_charType(c);
  return type != U_CONTROL_CHAR && type != U_FORMAT_CHAR;
}

}  // namespace

bool is_visible(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t offset = 0; offset < size;) {
    UChar32 c = 0;
    U8_NEXT(bytes, offset, size, c);
    if (c < 0 || leaves_ink(c)) return true;
  }
  return false;
}

}  // namespace backfile
