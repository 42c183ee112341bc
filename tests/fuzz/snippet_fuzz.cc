// Any bytes as an article and a question: snippets never fail and keep their bounds.
//
// The first byte chooses the language, the second the width and how the words of the question stand
// to each other; the first line is the question, the others are paragraphs.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/text/unicode.h"
#include "query/snippet/fragment.h"
#include "tests/query/snippet/recorded.h"

namespace {

using namespace backfile;

constexpr const char* languages[] = {"en", "de", "ru", "el", "ar", "zh", "ja", "th", ""};

void require(bool holds) {
  if (!holds) std::abort();
}

std::vector<MatchPattern> question(std::string_view text, const std::string& language, unsigned how,
                                   Analyzer& analyzer) {
  MatchPattern unit;
  std::vector<MatchPattern> patterns;
  for (const Token& token : analyzer.analyze(text, language)) {
    if (patterns.size() == 16) break;
    const WordPattern word_pattern{
        token.term, {}, false, !token.stem.empty(), {{language, token.stem}}};
    unit.words.push_back(word_pattern);
    patterns.emplace_back().words.push_back(word_pattern);
  }
  unit.words.resize(std::min<std::size_t>(unit.words.size(), 6));
  if ((how & 16) != 0) patterns.clear();
  patterns.push_back(unit);
  return patterns;
}

void check(const Snippet& snippet) {
  require(is_valid_utf8(snippet.text));
  std::uint32_t end = 0;
  for (const Range mark : snippet.marks) {
    require(mark.begin < mark.end && mark.end <= snippet.text.size());
    require(end == 0 || end < mark.begin);
    require(code_point_floor(snippet.text, mark.begin) == mark.begin);
    require(code_point_floor(snippet.text, mark.end) == mark.end);
    end = mark.end;
  }
  text_fragment(snippet);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Analyzer analyzer;
  if (size < 2) return 0;
  Article article;
  article.language = languages[data[0] % std::size(languages)];
  std::string_view rest(reinterpret_cast<const char*>(data) + 2, size - 2);
  std::string asked;
  for (bool first = true; !rest.empty(); first = false) {
    const std::size_t line = std::min(rest.find('\n'), rest.size());
    const std::string text = repair_utf8(rest.substr(0, line));
    rest.remove_prefix(std::min(line + 1, rest.size()));
    if (first) {
      asked = text;
    } else {
      article.body.push_back(text);
    }
  }
  article.title = asked;
  const auto patterns = question(asked, article.language, data[1], analyzer);
  const SnippetOptions options{.width = 10u + data[1], .passages = 1u + data[1] % 3};
  const auto snippets = make_snippets(article, patterns, analyzer, options);
  require(snippets.size() <= options.passages);
  for (const Snippet& snippet : snippets) check(snippet);
  for (const Snippet& snippet : mark_article(article, patterns, analyzer)) check(snippet);
  return 0;
}
