// Reads the chosen parts one after the other and keeps the first few, which may open the article,
// and every other part with a match.
#include "query/snippet/text/analyzed_text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace backfile {
namespace {

constexpr std::size_t most_openings = 3;
constexpr Bounds bounds{most_read, most_read / 4, most_read};

// Merges sentences that a match reaches across, and those whose boundary is inside a word
// ("U.S.של").
std::vector<Range> whole_sentences(const std::vector<Range>& all, const std::vector<Token>& tokens,
                                   const std::vector<PatternMatch>& matches) {
  std::vector<Range> sentences;
  std::vector<Range> held;  // extents of matches
  for (const PatternMatch& match : matches) held.push_back(match.extent);
  std::ranges::sort(held);
  auto next = held.begin();
  auto token = tokens.begin();
  std::uint32_t reach = 0;  // the furthest end of a match that began before
  for (const Range sentence : all) {
    const bool across = !sentences.empty() && reach > sentence.begin;
    if (across) {
      sentences.back().end = sentence.end;
    } else {
      sentences.push_back(sentence);
    }
    for (; next != held.end() && next->begin < sentence.end; ++next) {
      reach = std::max(reach, next->end);
    }
    for (; token != tokens.end() && token->range.begin < sentence.end; ++token) {
      reach = std::max(reach, token->range.end);
    }
  }
  return sentences;
}

AnalyzedText analyze_part(const BodyPart& part, const std::string& language,
                          std::span<const MatchPattern> patterns, Analyzer& analyzer) {
  AnalyzedText analyzed;
  analyzed.text = part.text;
  analyzed.begin = part.begin;
  analyzed.end = part.end;
  analyzed.paragraph = part.paragraph;
  analyzed.offset = part.offset;
  analyzed.tokens = tokens_of(part, language, analyzer, analyzed.sentences);
  analyzed.matches = find_matches(analyzed.tokens, "body", language, patterns);
  return analyzed;
}

}  // namespace

AnalyzedText analyze_field(std::string_view text, std::string_view field,
                           const std::string& language, std::span<const MatchPattern> patterns,
                           Analyzer& analyzer) {
  AnalyzedText analyzed;
  analyzed.text = text;
  analyzed.tokens = analyzer.analyze(text, language, analyzed.sentences);
  analyzed.matches = find_matches(analyzed.tokens, field, language, patterns);
  return analyzed;
}

Range sentences_around(const AnalyzedText& analyzed, Range range) {
  const auto first = std::ranges::upper_bound(analyzed.sentences, range.begin, {}, &Range::begin);
  const auto last = std::ranges::lower_bound(analyzed.sentences, range.end, {}, &Range::end);
  const auto end = static_cast<std::uint32_t>(analyzed.text.size());
  return {first == analyzed.sentences.begin() ? 0 : std::prev(first)->begin,
          last == analyzed.sentences.end() ? end : last->end};
}

AnalyzedBody analyze_body(const Article& article, std::span<const MatchPattern> patterns,
                          Analyzer& analyzer) {
  const BodyParts parts = parts_of_body(article, patterns, analyzer, bounds);
  AnalyzedBody body;
  body.whole = parts.whole;
  for (const BodyPart& part : parts.all) {
    if (!part.chosen) continue;
    const bool opening = body.openings < most_openings;
    if (patterns.empty() && !opening) break;
    AnalyzedText analyzed = analyze_part(part, article.language, patterns, analyzer);
    analyzed.first_sentence = body.sentences;
    for (const Token& token : analyzed.tokens) {
      body.sentences += token.sentence_start ? 1 : 0;
      body.words += counts_as_word(token) ? 1 : 0;
    }
    const bool has_words = !analyzed.tokens.empty() || part.end == Edge::word;
    if (!has_words || !(opening || !analyzed.matches.empty())) continue;
    analyzed.sentences = whole_sentences(analyzed.sentences, analyzed.tokens, analyzed.matches);
    body.openings += opening ? 1 : 0;
    body.texts.push_back(std::move(analyzed));
  }
  return body;
}

}  // namespace backfile
