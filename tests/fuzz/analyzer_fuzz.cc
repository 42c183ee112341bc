// Any bytes through the text floor: repair, analyze, and hold the tokens to what analyzer.h
// promises.
//
// The first byte chooses the language; the rest is the text.
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/text/analyzer.h"
#include "indexer/text/language.h"
#include "indexer/text/unicode.h"

namespace {

using namespace backfile;

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

void check_ranges(std::string_view text, const std::vector<Token>& tokens) {
  std::uint32_t position = 0, begin = 0;
  for (const Token& token : tokens) {
    require(token.range.begin < token.range.end && token.range.end <= text.size(),
            "range in bounds");
    require(code_point_floor(text, token.range.begin) == token.range.begin,
            "begins at a code point");
    require(code_point_floor(text, token.range.end) == token.range.end, "ends at a code point");
    require(token.position >= position && token.position >= 1, "positions do not decrease");
    require(token.range.begin >= begin || token.position == position, "tokens in order");
    require(!token.term.empty() && token.term.size() <= longest_term, "length of the term");
    require(is_valid_utf8(token.term) && is_valid_utf8(token.accented) && is_valid_utf8(token.stem),
            "valid terms");
    require(token.term[0] < 'A' || token.term[0] > 'Z', "no prefix can be forged");
    position = token.position;
    begin = token.range.begin;
  }
}

void check_sentences(std::string_view text, const std::vector<Range>& sentences) {
  std::uint32_t end = 0;
  for (const Range& sentence : sentences) {
    require(sentence.begin == end && sentence.end > end, "sentences leave no gap");
    end = sentence.end;
  }
  require(end == text.size(), "sentences cover the text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr std::array<std::string_view, 8> languages = {"en", "de", "fr", "ru",
                                                                "sv", "tr", "ar", ""};
  static Analyzer analyzer;
  if (size == 0) return 0;
  const std::string_view language = languages[data[0] % languages.size()];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);

  const std::string text = repair_utf8(bytes);
  require(is_valid_utf8(text) && repair_utf8(text) == text, "repair is final");
  require(is_valid_utf8(tidy_line(text)), "tidied text is valid");
  guess_language(text);
  check_ranges(text, analyzer.analyze(text, language));
  check_sentences(text, analyzer.sentences(text));
  return 0;
}
