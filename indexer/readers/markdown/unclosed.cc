// Compares each opening mark at the start of a line with the last one that closes it.
#include "indexer/readers/markdown/unclosed.h"

#include <algorithm>
#include <array>

#include "indexer/text/ascii.h"

namespace backfile {
namespace {

struct Pair {
  std::string_view opening, closing;
};
constexpr std::array pairs = {Pair{"<!--", "-->"}, Pair{"<script", "</script"},
                              Pair{"<style", "</style"}};

// The marks of a text in small letters, and where each is closed for the last time.
class Marks {
 public:
  explicit Marks(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < pairs.size(); ++i) last_[i] = text.rfind(pairs[i].closing);
  }

  // The bytes of a mark that opens at an offset and is closed nowhere below, else 0.
  std::size_t unclosed_at(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const std::size_t size = pairs[i].opening.size();
      if (!rest.starts_with(pairs[i].opening)) continue;
      if (last_[i] != text_.npos && last_[i] > at) return 0;
      if (pairs[i].opening == "<!--") return size;
      if (rest.size() > size && is_ascii_letter(rest[size])) return 0;
      const std::size_t end = rest.find_first_of(">\n");
      return end == rest.npos || rest[end] == '\n' ? size : end + 1;
    }
    return 0;
  }

 private:
  std::string_view text_;
  std::array<std::size_t, pairs.size()> last_{};
};

}  // namespace

std::string with_unclosed_as_text(std::string_view text) {
  if (text.find('<') == text.npos) return std::string(text);
  std::string lower(text);
  for (char& c : lower) c = ascii_lowered(c);
  const Marks marks(lower);
  std::string kept;
  bool fenced = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    std::string_view line = text.substr(at, end - at);
    const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view words = line.substr(indent);
    if (words.starts_with("```") || words.starts_with("~~~")) fenced = !fenced;
    const std::size_t mark = fenced || indent > 3 ? 0 : marks.unclosed_at(at + indent);
    kept += mark > 0 ? words.substr(mark) : line;
    at = end;
  }
  return kept;
}

}  // namespace backfile
