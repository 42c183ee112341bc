// Marks of a text made visible: "the [storm] of [storms]".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "query/snippet/snippet.h"

namespace backfile {

inline std::string with_brackets(std::string_view text, std::span<const Range> marks,
                                 std::string_view opening = "[", std::string_view closing = "]") {
  std::string out;
  std::uint32_t at = 0;
  for (const Range mark : marks) {
    out.append(text.substr(at, mark.begin - at)).append(opening);
    out.append(text.substr(mark.begin, mark.end - mark.begin)).append(closing);
    at = mark.end;
  }
  return out.append(text.substr(at));
}

inline std::string with_brackets(const Snippet& snippet) {
  return with_brackets(snippet.text, snippet.marks);
}

}  // namespace backfile
