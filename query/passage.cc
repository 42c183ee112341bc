// Greedily: each next sentence is the one that adds most to those before it.
#include "query/passage.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace backfile {
namespace {

bool neighbours(const Passage& a, const Passage& b) {
  return a.reading == b.reading && (a.range.end == b.range.begin || b.range.end == a.range.begin);
}

class Choice {
 public:
  Choice(const BodyReading& body, const SentenceScorer& scorer, std::size_t passages)
      : body_(body), scorer_(scorer), passages_(passages) {}

  bool add_next() {
    const Sentence* next = nullptr;
    double next_score = 0;
    for (const Sentence& sentence : scorer_.sentences()) {
      if (!may_follow(sentence)) continue;
      const double score = scorer_.score(sentence, shown_);
      if (next == nullptr || score > next_score) next = &sentence, next_score = score;
    }
    if (next == nullptr || !worth_it(*next, next_score)) return false;
    if (chosen_.empty()) best_score_ = next_score;
    stretches_ += beside_chosen(*next) ? 0 : 1;
    chosen_.push_back(next->passage);
    for (const auto& [wish, times] : next->wishes) shown_[wish] += times;
    return true;
  }

  std::vector<Passage> take() { return std::move(chosen_); }

 private:
  // A neighbour of a chosen sentence comes in for what it adds; without that, it is mere context.
  bool may_follow(const Sentence& sentence) const {
    if (says_what_is_chosen(sentence)) return false;
    return beside_chosen(sentence) ? adds_a_wish(sentence) : stretches_ < passages_;
  }

  // Itself, or a repeated caption, a quotation set large.
  bool says_what_is_chosen(const Sentence& sentence) const {
    const std::string_view text = text_of(sentence.passage);
    return std::ranges::any_of(chosen_,
                               [&](const Passage& passage) { return text_of(passage) == text; });
  }

  std::string_view text_of(const Passage& passage) const {
    std::string_view text = body_.readings[passage.reading].bytes(passage.range);
    while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
    return text;
  }

  bool worth_it(const Sentence& sentence, double score) const {
    if (chosen_.empty()) return true;
    return score > (adds_a_wish(sentence) ? 0.3 * best_score_ : 0);
  }

  bool adds_a_wish(const Sentence& sentence) const {
    return std::ranges::any_of(sentence.wishes,
                               [&](const auto& wish) { return !shown_.contains(wish.first); });
  }

  bool beside_chosen(const Sentence& sentence) const {
    return std::ranges::any_of(
        chosen_, [&](const Passage& passage) { return neighbours(passage, sentence.passage); });
  }

  const BodyReading& body_;
  const SentenceScorer& scorer_;
  std::size_t passages_;
  std::size_t stretches_ = 0;
  std::vector<Passage> chosen_;
  Frequencies shown_;
  double best_score_ = 0;
};

}  // namespace

std::vector<Passage> best_sentences(const BodyReading& body, std::span<const Leaf> leaves,
                                    std::size_t passages) {
  const SentenceScorer scorer(body, leaves);
  Choice choice(body, scorer, passages);
  while (choice.add_next()) continue;
  return choice.take();
}

}  // namespace backfile
