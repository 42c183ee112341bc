// Sorts the texts of the record into fields and the matches into texts; then cuts what is long into
// parts, never through a match.
#include "query/snippet/text/matched_article.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t most_openings = 3;

// Where matches hold a text together, in order; those that overlap are one.
std::vector<Range> held_ranges(const std::vector<TextMatch>& matches) {
  std::vector<Range> held;
  for (const TextMatch& match : matches) held.push_back(match.extent);
  std::ranges::sort(held);
  std::vector<Range> merged;
  for (const Range range : held) {
    if (!merged.empty() && range.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

bool goes_through_one(std::uint32_t cut, const std::vector<Range>& held) {
  const auto next = std::ranges::lower_bound(held, cut, {}, &Range::begin);
  return next != held.begin() && std::prev(next)->end > cut;
}

}  // namespace

MatchedArticle::MatchedArticle(const Article& article, std::uint32_t docid,
                               RecordPatterns& patterns)
    : article_(article),
      patterns_(patterns.asked()),
      index_(patterns.article().index()),
      analyzer_(patterns.analyzer()) {
  patterns.read(docid);
  for (LocatedText& located : located_text(index_, docid, article)) {
    texts_.push_back({std::move(located)});
  }
  find_matches(patterns);
  sort_texts();
}

void MatchedArticle::find_matches(const RecordPatterns& patterns) {
  for (std::uint32_t pattern = 0; pattern < patterns_.size(); ++pattern) {
    auto text = texts_.begin();
    for (const Interval& found : patterns.found(pattern)) {
      while (text != texts_.end() && !text->located.has(found.first)) ++text;
      if (text == texts_.end()) break;
      if (!text->located.has(found.last)) continue;  // words near each other, in two paragraphs
      const Range range = text->located.range(found.first, found.last);
      text->matches.push_back({pattern, found.first - text->located.position - 1, range, range});
    }
  }
}

void MatchedArticle::sort_texts() {
  for (const Text& text : texts_) {
    switch (text.located.opening) {
      case Opening::title:
        title_ = &text;
        break;
      case Opening::subtitle:
        subtitle_ = &text;
        break;
      case Opening::byline:
        break;
      case Opening::body:
      case Opening::paragraph:
        paragraphs_.push_back(&text);
        break;
      case Opening::caption:
        captions_.push_back(&text);
        break;
    }
  }
}

MatchedText MatchedArticle::title() const {
  return line(title_);
}
MatchedText MatchedArticle::subtitle() const {
  return line(subtitle_);
}
MatchedText MatchedArticle::paragraph(std::size_t i) const {
  return line(paragraphs_[i]);
}
MatchedText MatchedArticle::caption(std::size_t i) const {
  return line(captions_[i]);
}

MatchedText MatchedArticle::line(const Text* text) const {
  if (text == nullptr) return {};
  const std::vector<Part> parts = parts_of(*text, 0);
  return parts.empty() ? MatchedText() : read(parts.front());
}

std::vector<Range> MatchedArticle::marks_of(const Text* text) const {
  if (text == nullptr) return {};
  std::vector<Range> marks;
  for (const TextMatch& match : text->matches) marks.push_back(match.mark);
  return merged_marks(std::move(marks));
}

MatchedBody MatchedArticle::body() const {
  std::vector<Part> parts;
  for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
    const std::vector<Part> more = parts_of(*paragraphs_[i], i);
    parts.insert(parts.end(), more.begin(), more.end());
  }
  choose(parts);
  MatchedBody body;
  for (const Part& part : parts) {
    if (!part.chosen) continue;
    const bool opening = body.openings < most_openings;
    if (patterns_.empty() && !opening) break;
    MatchedText matched = read(part);
    matched.first_sentence = body.sentences;
    for (const TextWord& word : matched.words) body.sentences += word.sentence_start ? 1 : 0;
    body.words += matched.words.size();
    if (matched.words.empty() || !(opening || !matched.matches.empty())) continue;
    join_sentences(matched);
    body.openings += opening ? 1 : 0;
    body.texts.push_back(std::move(matched));
  }
  return body;
}

// A long text is cut where a sentence begins, else behind a space, else between words.
std::vector<MatchedArticle::Part> MatchedArticle::parts_of(const Text& text,
                                                           std::size_t paragraph) const {
  const std::vector<LocatedWord>& words = text.located.words;
  const std::string_view bytes = text.located.text;
  const std::vector<Range> held =
      bytes.size() > longest_part ? held_ranges(text.matches) : std::vector<Range>();
  const auto begin_of = [&](std::size_t word) {
    return word < words.size() ? std::size_t{words[word].range.begin} : bytes.size();
  };
  std::vector<Part> parts;
  Part part;
  part.text = &text;
  part.paragraph = paragraph;
  while (part.range.begin < bytes.size()) {
    const bool gap_is_long = begin_of(part.first) - part.range.begin > longest_part;
    part.last = gap_is_long ? part.first : end_of_part(text, held, part.first);
    part.range.end = static_cast<std::uint32_t>(begin_of(part.last));
    end_in_gap(part);
    const bool whole = part.range.end == bytes.size() || starts_sentence(part);
    part.end = whole                                       ? Edge::sentence
               : is_ascii_space(bytes[part.range.end - 1]) ? Edge::space
                                                           : Edge::word;
    parts.push_back(part);
    part.first = part.last;
    part.range.begin = part.range.end;
    part.begin = part.end;
  }
  return parts;
}

// What stands between two words may be longer than a part by itself.
void MatchedArticle::end_in_gap(Part& part) {
  const LocatedText& text = part.text->located;
  const std::size_t most = part.range.begin + longest_part;
  const std::size_t word_end =
      part.last > part.first ? text.words[part.last - 1].range.end : part.range.begin;
  if (part.range.end <= most || word_end >= most) return;
  const std::size_t end = grapheme_floor(text.text, most);
  part.range.end = static_cast<std::uint32_t>(
      end > std::max<std::size_t>(word_end, part.range.begin) ? end
                                                              : code_point_floor(text.text, most));
}

bool MatchedArticle::starts_sentence(const Part& part) {
  const std::vector<LocatedWord>& words = part.text->located.words;
  return part.last < words.size() && words[part.last].range.begin == part.range.end &&
         words[part.last].sentence_start;
}

// The word before which to cut; all of them if the rest is short.
std::size_t MatchedArticle::end_of_part(const Text& text, const std::vector<Range>& held,
                                        std::size_t first) {
  const std::vector<LocatedWord>& words = text.located.words;
  const std::string_view bytes = text.located.text;
  if (first == words.size()) return first;
  const std::size_t begin = first == 0 ? 0 : words[first].range.begin;
  if (bytes.size() - begin <= longest_part) return words.size();
  const auto behind =
      std::ranges::upper_bound(words, begin + longest_part, {},
                               [](const LocatedWord& word) { return std::size_t{word.range.end}; });
  const auto most = static_cast<std::size_t>(behind - words.begin());
  std::size_t sentence = 0, space = 0, any = 0;
  for (std::size_t word = most; word > first && sentence == 0; --word) {
    if (word == words.size()) continue;
    const std::uint32_t cut = words[word].range.begin;
    if (cut - begin < longest_part - longest_part / 8 && std::max(space, any) > 0) break;
    if (cut - begin > longest_part || goes_through_one(cut, held)) continue;
    if (words[word].sentence_start) sentence = word;
    if (space == 0 && is_ascii_space(bytes[cut - 1])) space = word;
    if (any == 0) any = word;
  }
  if (sentence > 0) return sentence;
  if (space > 0) return space;
  if (any > 0) return any;
  // One word or one match that is longer than a part.
  std::size_t word = most + 1;
  while (word < words.size() && goes_through_one(words[word].range.begin, held)) ++word;
  return std::min(word, words.size());
}

// All of a body of ordinary length; else its beginning, and the most promising of its other parts:
// a word of the query that only few parts have promises more than one that is everywhere.
void MatchedArticle::choose(std::vector<Part>& parts) const {
  std::vector<std::set<std::uint32_t>> having(parts.size());
  std::map<std::uint32_t, std::size_t> times;
  std::size_t size = 0;
  for (const Part& part : parts) size += part.range.end - part.range.begin;
  if (size <= most_read) return;
  for (auto begin = parts.begin(); begin != parts.end();) {
    const auto end = std::find_if(begin, parts.end(),
                                  [&](const Part& part) { return part.text != begin->text; });
    for (const TextMatch& match : begin->text->matches) {
      const auto behind =
          std::upper_bound(begin, end, match.word,
                           [](std::size_t word, const Part& part) { return word < part.last; });
      const auto part = static_cast<std::size_t>(behind - parts.begin());
      if (having[part].insert(match.pattern).second) ++times[match.pattern];
    }
    begin = end;
  }
  std::vector<std::pair<double, Part*>> promising;
  std::size_t read = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    read += parts[i].range.end - parts[i].range.begin;
    parts[i].chosen = read <= most_read / 4;
    if (parts[i].chosen) continue;
    double promise = 0;
    for (const std::uint32_t pattern : having[i]) {
      promise += 1 / static_cast<double>(times[pattern]);
    }
    if (promise > 0) promising.emplace_back(promise, &parts[i]);
  }
  std::ranges::stable_sort(promising, std::greater{}, &std::pair<double, Part*>::first);
  std::size_t left = most_read - most_read / 4;
  for (const auto& [promise, part] : promising) {
    const std::size_t bytes = part->range.end - part->range.begin;
    if (bytes > left) break;
    left -= bytes;
    part->chosen = true;
  }
}

MatchedText MatchedArticle::read(const Part& part) const {
  const Text& text = *part.text;
  const Range range = part.range;
  const auto moved = [&](Range bytes) {
    return Range{bytes.begin - range.begin, bytes.end - range.begin};
  };
  MatchedText matched;
  matched.text = text.located.text.substr(range.begin, range.end - range.begin);
  matched.begin = part.begin;
  matched.end = part.end;
  matched.paragraph = part.paragraph;
  matched.offset = range.begin;
  matched.analyzer = &analyzer_;
  for (std::size_t i = part.first; i < part.last; ++i) {
    const LocatedWord& word = text.located.words[i];
    const std::uint16_t flags = index_.lexicon().row(word.form).flags;
    const bool capitals = (flags & form_in_capitals) != 0 && !word.shouted;
    matched.words.push_back({moved(word.range), static_cast<std::uint32_t>(i + 1),
                             (flags & form_is_character) != 0,
                             (flags & form_is_stop_word) != 0 && !capitals, word.sentence_start});
  }
  for (const TextMatch& match : text.matches) {
    if (match.word < part.first || match.word >= part.last) continue;
    matched.matches.push_back({match.pattern, match.word - static_cast<std::uint32_t>(part.first),
                               moved(match.mark), moved(match.extent)});
  }
  for (const Range sentence : sentences_of(text.located)) {
    const Range inside = {std::max(sentence.begin, range.begin), std::min(sentence.end, range.end)};
    if (inside.begin < inside.end) matched.sentences.push_back(moved(inside));
  }
  return matched;
}

}  // namespace backfile
