// The score is made up, as all such are; tests/golden/snippets.txt holds it to what people chose.
#include "query/passage_score.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace backfile {
namespace {

// What a leaf adds that a sentence has, before rarity and frequency; coverage comes first, so one
// more word is worth more than the same word again.
constexpr double word_gain = 1.0;
constexpr double unit_gain = 2.5;  // a phrase, or words near each other
constexpr double stop_word_gain = 0.05;
constexpr double shown_already = 0.2;  // what is left of it in a second passage

// Smaller than one word of the question, all together.
constexpr double closeness_gain = 0.5;
constexpr double early_gain = 0.3;
constexpr double poor_form = 0.6;

// BM25's, over sentences.
constexpr double saturation = 1.2;      // k1
constexpr double length_matters = 0.5;  // b

bool counts(const Token& token) {
  return token.kind != TokenKind::bigram && token.kind != TokenKind::joined;
}

// Words that cover every wish of the sentence once, as few as possible: 1 is as close as can be.
double closeness(std::span<const LeafMatch* const> matches, const Reading& reading,
                 const Sentence& sentence, const Wishes& wishes) {
  const std::size_t wanted = sentence.wishes.size();
  if (wanted < 2) return 0;
  Frequencies inside;
  std::size_t begin = 0;
  double best = 0;
  for (const LeafMatch* last : matches) {
    ++inside[wishes.of(*last)];
    while (inside.size() == wanted) {
      const LeafMatch& first = *matches[begin++];
      const double span =
          1.0 + reading.tokens[last->token].position - reading.tokens[first.token].position;
      best = std::max(best, std::min(1.0, static_cast<double>(wanted) / span));
      const auto count = inside.find(wishes.of(first));
      if (--count->second == 0) inside.erase(count);
    }
  }
  return best;
}

// Headings, lists and questions say less than a sentence that tells something.
double shape(std::string_view text, std::size_t words) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  double penalty = 0;
  if (words < 5) penalty += poor_form * (5.0 - static_cast<double>(words)) / 3;
  if (text.ends_with('?')) penalty += poor_form;
  const auto commas = static_cast<std::size_t>(std::ranges::count(text, ','));
  if (commas >= 3 && commas * 3 >= words) penalty += poor_form;
  return -penalty;
}

}  // namespace

Wishes::Wishes(std::span<const Leaf> leaves) {
  std::map<std::string, std::uint32_t> by_label;
  for (const Leaf& leaf : leaves) {
    const auto next = static_cast<std::uint32_t>(gain_.size());
    const std::uint32_t wish =
        leaf.label.empty() ? next : by_label.try_emplace(leaf.label, next).first->second;
    if (wish == next) gain_.push_back(0);
    of_leaf_.push_back(wish);
    gain_[wish] = std::max(gain_[wish], leaf.words.size() > 1 ? unit_gain : word_gain);
  }
}

void Wishes::count_as_stop_word(std::uint32_t wish) {
  gain_[wish] = std::min(gain_[wish], stop_word_gain);
}

SentenceScorer::SentenceScorer(const BodyReading& body, std::span<const Leaf> leaves)
    : body_(body), wishes_(leaves) {
  for (std::size_t i = 0; i < body.readings.size(); ++i) {
    if (!body.readings[i].matches.empty()) add_sentences(i);
  }
  for (const Sentence& sentence : sentences_) {
    for (const auto& [wish, times] : sentence.wishes) ++having_[wish];
  }
}

double SentenceScorer::score(const Sentence& sentence, const Frequencies& shown) const {
  double score = sentence.form;
  for (const auto& [wish, times] : sentence.wishes) {
    score += gain(wish, times, sentence) * (shown.contains(wish) ? shown_already : 1);
  }
  return score;
}

void SentenceScorer::add_sentences(std::size_t index) {
  const Reading& reading = body_.readings[index];
  std::vector<const LeafMatch*> matches;
  for (const LeafMatch& match : reading.matches) {
    matches.push_back(&match);
    if (reading.tokens[match.token].stop_word && match.mark == reading.tokens[match.token].range) {
      wishes_.count_as_stop_word(wishes_.of(match));
    }
  }
  std::ranges::sort(matches, {}, [](const LeafMatch* match) { return match->mark; });
  auto match = matches.begin();
  auto token = reading.tokens.begin();
  std::size_t ordinal = reading.first_sentence;
  for (const Range range : reading.sentences) {
    Sentence sentence{{index, range}, ordinal++, 0, {}, 0};
    for (; token != reading.tokens.end() && token->range.begin < range.end; ++token) {
      sentence.words += counts(*token) ? 1 : 0;
    }
    const auto first = match;
    for (; match != matches.end() && (*match)->mark.begin < range.end; ++match) {
      ++sentence.wishes[wishes_.of(**match)];
    }
    if (first == match) continue;
    sentence.form =
        shape(reading.text.substr(range.begin, range.end - range.begin), sentence.words) +
        closeness_gain * closeness({first, match}, reading, sentence, wishes_) +
        early_gain / (1.0 + static_cast<double>(sentence.ordinal) / 4);
    sentences_.push_back(std::move(sentence));
  }
}

// From 0.7 to 1.3 of what the wish is worth: rare words and repeated ones nearer to 1.3.
double SentenceScorer::gain(std::uint32_t wish, std::uint32_t times,
                            const Sentence& sentence) const {
  const auto all = static_cast<double>(std::max<std::size_t>(body_.sentences, 1));
  const double having = having_.at(wish);
  const double rarity =
      std::log1p((all - having + 0.5) / (having + 0.5)) / std::log1p((all + 0.5) / 0.5);
  const double average = static_cast<double>(body_.words) / all;
  const double length = static_cast<double>(sentence.words) / std::max(average, 1.0);
  const double often =
      times / (times + saturation * (1 - length_matters + length_matters * length));
  return wishes_.gain(wish) * (0.7 + 0.6 * std::max(rarity, 0.0) * often);
}

}  // namespace backfile
