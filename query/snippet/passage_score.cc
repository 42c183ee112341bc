// The weights were set by judgement; tests/golden/snippets.txt compares the result with what people
// chose.
#include "query/snippet/passage_score.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <utility>

#include "query/snippet/cut_candidates.h"
#include "query/snippet/render_snippet.h"
#include "query/snippet/text/sentence_shape.h"

namespace backfile {
namespace {

// What a pattern in a sentence adds, before rarity and frequency. Coverage comes first: one more
// word is worth more than the same word again.
constexpr double word_gain = 1.0;
constexpr double unit_gain = 2.5;  // at least, for a phrase or for words near each other
constexpr double unit_beats = 2;   // and at least this for each plain word of the query
constexpr double stop_word_gain = 0.05;
constexpr double shown_already = 0.2;  // what is left of it in a second passage

// Smaller than one word of the query, all together.
constexpr double proximity_gain = 0.5;
constexpr double early_gain = 0.3;
constexpr double subject_gain = 0.1;   // where the sentence begins with a match
constexpr double cost_of_more = 0.15;  // for each sentence behind the first of a row

constexpr double of_a_line = 0.6;  // factor for one that does not end like a sentence

// A comma separates words like this many words between them.
constexpr double words_of_a_comma = 2;

// Columns; longer sentences are weighed window by window.
constexpr std::size_t least_window = 120;
constexpr std::size_t longest_window = 240;

// BM25's, over sentences.
constexpr double saturation = 1.2;      // k1
constexpr double length_matters = 0.5;  // b

// By the shortest run of words that has every clause of the sentence: 1 if they are adjacent.
double proximity(std::span<const TextMatch* const> matches, const MatchedText& matched,
                 const Frequencies& wanted, const QueryClauses& clauses) {
  if (wanted.size() < 2) return 0;
  Frequencies inside;
  std::size_t begin = 0;
  double best = 0;
  for (const TextMatch* last : matches) {
    ++inside[clauses.of(*last)];
    while (inside.size() == wanted.size()) {
      const TextMatch& first = *matches[begin++];
      const double span =
          1.0 + matched.words[last->word].position - matched.words[first.word].position;
      const auto size = static_cast<double>(wanted.size());
      if (size / span > best) {
        const Range between{first.mark.begin, std::max(first.mark.end, last->mark.end)};
        const double parted =
            words_of_a_comma * static_cast<double>(commas_in(matched.bytes(between)));
        best = std::max(best, std::min(1.0, size / (span + parted)));
      }
      const auto count = inside.find(clauses.of(first));
      if (--count->second == 0) inside.erase(count);
    }
  }
  return best;
}

// A paragraph, or the end of one, that no punctuation ends: a byline, a credit, a heading.
bool is_a_line(const MatchedText& matched, Range sentence) {
  return matched.end == Edge::sentence && sentence.end == matched.text.size() &&
         !ends_like_a_sentence(matched.bytes(sentence));
}

}  // namespace

QueryClauses::QueryClauses(std::span<const MatchPattern> patterns) {
  std::map<std::string, std::uint32_t> by_label;
  for (const MatchPattern& pattern : patterns) {
    const auto next = static_cast<std::uint32_t>(gain_.size());
    const std::uint32_t clause =
        pattern.label.empty() ? next : by_label.try_emplace(pattern.label, next).first->second;
    if (clause == next) gain_.push_back(0);
    of_pattern_.push_back(clause);
    gain_[clause] = std::max(gain_[clause], pattern.words.size() > 1 ? unit_gain : word_gain);
  }
  // A unit counts more than all plain words together, however rare those are.
  const auto words = static_cast<double>(std::ranges::count(gain_, word_gain));
  for (double& gain : gain_) {
    if (gain > word_gain) gain = std::max(gain, unit_beats * words + 0.5);
  }
}

void QueryClauses::count_as_stop_word(std::uint32_t clause) {
  gain_[clause] = std::min(gain_[clause], stop_word_gain);
}

SentenceScorer::SentenceScorer(const MatchedBody& body, std::span<const MatchPattern> patterns)
    : body_(body), clauses_(patterns) {
  for (std::size_t i = 0; i < body.texts.size(); ++i) {
    if (!body.texts[i].matches.empty()) add_sentences(i);
  }
  for (const Sentence& sentence : sentences_) {
    for (const auto& [clause, times] : sentence.clauses) ++having_[clause];
  }
}

// Each clause counts as in the sentence in which it is worth most.
Row SentenceScorer::row(std::span<const Sentence> sentences) const {
  const Passage &first = sentences.front().passage, &last = sentences.back().passage;
  Row row{{first.text_index, {first.range.begin, last.range.end}}, {}, {}, 0, 0, 0};
  row.text = body_.texts[first.text_index].bytes(row.passage.range);
  while (row.text.ends_with(' ') || row.text.ends_with('\n')) row.text.remove_suffix(1);
  for (const Sentence& sentence : sentences) {
    row.place = std::max(row.place, sentence.place * sentence.shape);
    for (const auto& [clause, times] : sentence.clauses) {
      const double worth = gain(clause, times, sentence) * sentence.shape;
      const auto known =
          std::ranges::find(row.gains, clause, &std::pair<std::uint32_t, double>::first);
      if (known != row.gains.end()) {
        known->second = std::max(known->second, worth);
      } else {
        row.gains.emplace_back(clause, worth);
        row.coverage += clauses_.gain(clause);
      }
    }
  }
  row.cost =
      cost_of_more * static_cast<double>(sentences.back().ordinal - sentences.front().ordinal);
  return row;
}

double SentenceScorer::score(const Row& row, const Shown& shown) const {
  double words = 0;
  bool adds = false;
  for (const auto& [clause, gain] : row.gains) {
    adds |= !shown[clause];
    words += gain * (shown[clause] ? shown_already : 1);
  }
  return words + row.place * (adds ? 1 : shown_already) - row.cost;
}

double SentenceScorer::news(const Row& row, const Shown& shown) const {
  double news = 0;
  for (const auto& [clause, gain] : row.gains) news += shown[clause] ? 0 : clauses_.gain(clause);
  return news;
}

void SentenceScorer::add_sentences(std::size_t index) {
  const MatchedText& matched = body_.texts[index];
  std::vector<const TextMatch*> matches;
  for (const TextMatch& match : matched.matches) {
    matches.push_back(&match);
    if (matched.words[match.word].stop_word && match.mark == matched.words[match.word].range) {
      clauses_.count_as_stop_word(clauses_.of(match));
    }
  }
  std::ranges::sort(matches, {}, [](const TextMatch* match) { return match->mark; });
  auto match = matches.begin();
  std::size_t ordinal = matched.first_sentence;
  for (const Range range : matched.sentences) {
    if (match != matches.end() && (*match)->mark.begin < range.end) {
      for (const Range window : windows(matched, range)) {
        const auto first = match;
        while (match != matches.end() && (*match)->mark.begin < window.end) ++match;
        if (first != match) {
          sentences_.push_back(measured({index, window}, ordinal, {first, match}));
        }
      }
    }
    ++ordinal;
  }
}

// The sentence itself or, if it is too long for a passage, windows of it: cut where clauses end, if
// that is near, and never inside a match.
std::vector<Range> SentenceScorer::windows(const MatchedText& matched, Range sentence) const {
  if (shown_width(matched.bytes(sentence)) <= longest_window) return {sentence};
  std::vector<Range> held;
  for (const TextMatch& match : matched.matches) held.push_back(match.extent);
  std::ranges::sort(held);
  const CutCandidates words(matched, sentence);
  std::vector<Range> windows;
  std::size_t column = 0;
  std::uint32_t begin = sentence.begin, reach = 0;
  auto next = held.begin();
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::uint32_t end = words[i + 1].with_marks.begin;
    for (; next != held.end() && next->begin < end; ++next) reach = std::max(reach, next->end);
    const std::size_t width = words[i].end_column - column;
    const std::size_t rest = words.columns() - words[i].end_column;
    const bool may_end =
        rest >= least_window / 2 &&
        (width >= longest_window || (width >= least_window && words[i].ends_clause));
    if (!may_end || reach > end) continue;
    windows.push_back({begin, end});
    begin = end;
    column = words[i + 1].begin_column;
  }
  windows.push_back({begin, sentence.end});
  return windows;
}

Sentence SentenceScorer::measured(Passage passage, std::size_t ordinal,
                                  std::span<const TextMatch* const> matches) const {
  const MatchedText& matched = body_.texts[passage.text_index];
  const auto begins = [](const TextWord& word) { return word.range.begin; };
  const auto first = std::ranges::lower_bound(matched.words, passage.range.begin, {}, begins);
  const auto last = std::ranges::lower_bound(matched.words, passage.range.end, {}, begins);
  Sentence sentence{passage, ordinal, 0, {}, 0, 1};
  sentence.words = static_cast<std::size_t>(last - first);
  for (const TextMatch* match : matches) ++sentence.clauses[clauses_.of(*match)];
  const double lead = matched.words[matches.front()->word].position - first->position;
  sentence.place = proximity_gain * proximity(matches, matched, sentence.clauses, clauses_) +
                   early_gain / (1 + static_cast<double>(ordinal) / 4) +
                   subject_gain / (1 + lead / 2);
  std::vector<Range> marks;
  for (const TextMatch* match : matches) {
    marks.push_back(
        {match->mark.begin - passage.range.begin, match->mark.end - passage.range.begin});
  }
  sentence.shape = shape_of(matched.bytes(passage.range), sentence.words, marks);
  if (is_a_line(matched, passage.range)) sentence.shape *= of_a_line;
  return sentence;
}

double SentenceScorer::worth(std::span<const TextMatch* const> matches) const {
  std::set<std::uint32_t> clauses;
  for (const TextMatch* match : matches) clauses.insert(clauses_.of(*match));
  double worth = 0;
  for (const std::uint32_t clause : clauses) worth += clauses_.gain(clause) * (1 + idf(clause));
  return worth;
}

// 1 for a clause that only one sentence has, 0 for one that all have.
double SentenceScorer::idf(std::uint32_t clause) const {
  const auto all = static_cast<double>(std::max<std::size_t>(body_.sentences, 1));
  const double having = having_.at(clause);
  const double idf =
      std::log1p((all - having + 0.5) / (having + 0.5)) / std::log1p((all + 0.5) / 0.5);
  return std::max(idf, 0.0);
}

// 0.7 to 1.3 times what the clause is worth; rare and repeated words come near 1.3.
double SentenceScorer::gain(std::uint32_t clause, std::uint32_t times,
                            const Sentence& sentence) const {
  const auto all = static_cast<double>(std::max<std::size_t>(body_.sentences, 1));
  const double average = static_cast<double>(body_.words) / all;
  const double length = static_cast<double>(sentence.words) / std::max(average, 1.0);
  const double often =
      times / (times + saturation * (1 - length_matters + length_matters * length));
  return clauses_.gain(clause) * (0.7 + 0.6 * idf(clause) * often);
}

}  // namespace backfile
