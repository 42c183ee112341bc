// What the analyzer and the marker make of the parts worth reading.
#include "query/snippet/text/reading.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace backfile {
namespace {

constexpr std::size_t most_openings = 3;
constexpr Bounds bounds{most_read, most_read / 4, most_read};

// Sentences that a match reaches across made one, and those that part a word ("U.S.של").
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

Reading read_part(const BodyPart& part, const std::string& language,
                  std::span<const MatchPattern> patterns, Analyzer& analyzer) {
  Reading reading;
  reading.text = part.text;
  reading.begin = part.begin;
  reading.end = part.end;
  reading.paragraph = part.paragraph;
  reading.offset = part.offset;
  reading.tokens = tokens_of(part, language, analyzer, reading.sentences);
  reading.matches = find_matches(reading.tokens, "body", language, patterns);
  return reading;
}

}  // namespace

Reading read_field(std::string_view text, std::string_view field, const std::string& language,
                   std::span<const MatchPattern> patterns, Analyzer& analyzer) {
  Reading reading;
  reading.text = text;
  reading.tokens = analyzer.analyze(text, language, reading.sentences);
  reading.matches = find_matches(reading.tokens, field, language, patterns);
  return reading;
}

Range sentences_around(const Reading& reading, Range range) {
  const auto first = std::ranges::upper_bound(reading.sentences, range.begin, {}, &Range::begin);
  const auto last = std::ranges::lower_bound(reading.sentences, range.end, {}, &Range::end);
  const auto end = static_cast<std::uint32_t>(reading.text.size());
  return {first == reading.sentences.begin() ? 0 : std::prev(first)->begin,
          last == reading.sentences.end() ? end : last->end};
}

BodyReading read_body(const Article& article, std::span<const MatchPattern> patterns,
                      Analyzer& analyzer) {
  const BodyParts parts = parts_of_body(article, patterns, analyzer, bounds);
  BodyReading body;
  body.whole = parts.whole;
  for (const BodyPart& part : parts.all) {
    if (!part.chosen) continue;
    const bool opening = body.openings < most_openings;
    if (patterns.empty() && !opening) break;
    Reading reading = read_part(part, article.language, patterns, analyzer);
    reading.first_sentence = body.sentences;
    for (const Token& token : reading.tokens) {
      body.sentences += token.sentence_start ? 1 : 0;
      body.words += counts_as_word(token) ? 1 : 0;
    }
    const bool has_words = !reading.tokens.empty() || part.end == Edge::word;
    if (!has_words || !(opening || !reading.matches.empty())) continue;
    reading.sentences = whole_sentences(reading.sentences, reading.tokens, reading.matches);
    body.openings += opening ? 1 : 0;
    body.readings.push_back(std::move(reading));
  }
  return body;
}

}  // namespace backfile
