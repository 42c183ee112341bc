// Parts of the body, those worth reading, and what the analyzer and the marker make of them.
#include "query/snippet_reading.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "indexer/text/unicode.h"
#include "query/snippet_look.h"

namespace backfile {
namespace {

constexpr std::size_t most_openings = 3;

struct Part {
  std::size_t paragraph = 0;
  std::uint32_t offset = 0;
  std::string_view text;
  Edge begin = Edge::sentence, end = Edge::sentence;
};

struct PartEnd {
  std::size_t offset = 0;
  Edge edge = Edge::sentence;
};

// Behind the last of these in the text; 0 if there is none.
std::size_t behind_last(std::string_view text, std::initializer_list<std::string_view> ends) {
  std::size_t best = 0;
  for (const std::string_view end : ends) {
    const std::size_t at = text.rfind(end);
    if (at != std::string_view::npos) best = std::max(best, at + end.size());
  }
  return best;
}

// Where to end a part of an overlong paragraph: behind a sentence, else between words.
PartEnd part_end(std::string_view text) {
  if (text.size() <= longest_part) return {text.size()};
  const std::string_view window = text.substr(0, longest_part);
  constexpr std::size_t earliest = longest_part - longest_part / 8;
  const std::size_t sentence = behind_last(window, {". ", "! ", "? ", ".\n", "。", "！", "？"});
  if (sentence >= earliest) return {sentence, Edge::sentence};
  const std::size_t space = behind_last(window, {" ", "\n", "\t"});
  if (space >= earliest) return {space, Edge::space};
  const std::size_t clause = behind_last(window, {"，", "、", "；"});
  if (clause >= earliest) return {clause, Edge::sentence};
  const std::size_t whole = grapheme_floor(window, window.size() - 4);
  return {whole >= earliest ? whole : code_point_floor(text, longest_part), Edge::word};
}

std::vector<Part> parts_of(const Article& article) {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < article.body.size(); ++i) {
    const std::string_view text = article.body[i];
    Edge begin = Edge::sentence;
    for (std::size_t offset = 0; offset < text.size();) {
      const PartEnd end = part_end(text.substr(offset));
      parts.push_back({i, static_cast<std::uint32_t>(offset), text.substr(offset, end.offset),
                       begin, end.edge});
      offset += end.offset;
      begin = end.edge;
    }
  }
  return parts;
}

// The parts to read: all, or the beginning and the most promising of the others, in their order.
std::vector<Part> worth_reading(std::vector<Part> parts, std::span<const Leaf> leaves,
                                const std::string& language, bool& whole) {
  std::size_t size = 0;
  for (const Part& part : parts) size += part.text.size();
  whole = size <= most_read;
  if (whole) return parts;

  const QuickLook look(leaves, language);
  std::vector<std::pair<std::size_t, std::size_t>> promising;  // words seen, index of the part
  std::vector<Part> chosen;
  std::size_t read = 0, looked_at = 0;
  for (std::size_t i = 0; i < parts.size() && looked_at < most_looked_at; ++i) {
    looked_at += parts[i].text.size();
    if (looked_at <= beginning) {
      read += parts[i].text.size();
      chosen.push_back(parts[i]);
    } else if (const std::size_t seen = look.count(parts[i].text)) {
      promising.emplace_back(seen, i);
    }
  }
  std::ranges::stable_sort(promising, std::greater{}, &std::pair<std::size_t, std::size_t>::first);
  std::vector<std::size_t> more;
  for (const auto& [seen, i] : promising) {
    if (read + parts[i].text.size() > most_read) break;
    read += parts[i].text.size();
    more.push_back(i);
  }
  std::ranges::sort(more);
  for (const std::size_t i : more) chosen.push_back(parts[i]);
  return chosen;
}

// Sentences that a match reaches across made one, and those that part a word ("U.S.של").
std::vector<Range> whole_sentences(const std::vector<Range>& all, const std::vector<Token>& tokens,
                                   const std::vector<LeafMatch>& matches) {
  std::vector<Range> sentences;
  std::vector<Range> held;  // extents of matches
  for (const LeafMatch& match : matches) held.push_back(match.extent);
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

// What is left of a word that a part begins or ends in is no word, whatever it looks like.
void forget_cut_words(Reading& reading) {
  std::erase_if(reading.tokens, [&](const Token& token) {
    return (reading.begin == Edge::word && token.range.begin == 0) ||
           (reading.end == Edge::word && token.range.end == reading.text.size());
  });
}

Reading read_part(const Part& part, const std::string& language, std::span<const Leaf> leaves,
                  Analyzer& analyzer) {
  Reading reading;
  reading.text = part.text;
  reading.begin = part.begin;
  reading.end = part.end;
  reading.paragraph = part.paragraph;
  reading.offset = part.offset;
  reading.tokens = analyzer.analyze(part.text, language, reading.sentences);
  forget_cut_words(reading);
  reading.matches = find_matches(reading.tokens, "body", language, leaves);
  return reading;
}

}  // namespace

Reading read_field(std::string_view text, std::string_view field, const std::string& language,
                   std::span<const Leaf> leaves, Analyzer& analyzer) {
  Reading reading;
  reading.text = text;
  reading.tokens = analyzer.analyze(text, language, reading.sentences);
  reading.matches = find_matches(reading.tokens, field, language, leaves);
  return reading;
}

BodyReading read_body(const Article& article, std::span<const Leaf> leaves, Analyzer& analyzer) {
  BodyReading body;
  const std::vector<Part> parts =
      worth_reading(parts_of(article), leaves, article.language, body.whole);
  for (const Part& part : parts) {
    const bool opening = body.openings < most_openings;
    if (leaves.empty() && !opening) break;
    Reading reading = read_part(part, article.language, leaves, analyzer);
    reading.first_sentence = body.sentences;
    for (const Token& token : reading.tokens) {
      body.sentences += token.sentence_start ? 1 : 0;
      body.words += token.kind == TokenKind::bigram || token.kind == TokenKind::joined ? 0 : 1;
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
