// Greedily: each next row of sentences is the one that adds most to those before it.
#include "query/passage.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_row = 3;  // sentences of one passage
constexpr double least_news = 0.5;      // a word of the question that tells something adds more
constexpr std::size_t most_without_news = 2;  // passages that say no more of the question
constexpr double most_of_it = 0.75;           // what those have of what the best one has

using Row = std::span<const Sentence>;

bool neighbours(const Passage& a, const Passage& b) {
  return a.reading == b.reading && (a.range.end == b.range.begin || b.range.end == a.range.begin);
}

bool overlap(const Passage& a, const Passage& b) {
  return a.reading == b.reading && a.range.begin < b.range.end && b.range.begin < a.range.end;
}

Passage joined(const Passage& a, const Passage& b) {
  return {a.reading, {std::min(a.range.begin, b.range.begin), std::max(a.range.end, b.range.end)}};
}

Passage passage_of(Row row) {
  return joined(row.front().passage, row.back().passage);
}

class Choice {
 public:
  Choice(const BodyReading& body, const SentenceScorer& scorer, std::size_t passages,
         std::size_t width)
      : body_(body), scorer_(scorer), passages_(passages), width_(width) {}

  bool add_next() {
    Row next;
    double next_score = 0;
    for (const Row row : rows()) {
      if (!may_follow(row)) continue;
      const double score = scorer_.score(row, shown_);
      if (next.empty() || score > next_score) next = row, next_score = score;
    }
    if (next.empty() || !worth_it(next, next_score)) return false;
    const Passage passage = passage_of(next);
    stretches_ += beside_chosen(passage) ? 0 : 1;
    chosen_.push_back(passage);
    best_coverage_ = std::max(best_coverage_, scorer_.coverage(next));
    for (const Sentence& sentence : next) {
      for (const auto& [wish, times] : sentence.wishes) shown_[wish] += times;
    }
    return true;
  }

  std::vector<Passage> take() { return std::move(chosen_); }

 private:
  // One sentence, or some close behind each other that fit the width together.
  std::vector<Row> rows() const {
    const std::vector<Sentence>& all = scorer_.sentences();
    std::vector<Row> rows;
    for (std::size_t first = 0; first < all.size(); ++first) {
      rows.push_back({&all[first], 1});
      for (std::size_t last = first + 1; last < all.size(); ++last) {
        const Row row{&all[first], last - first + 1};
        if (all[last].passage.reading != all[first].passage.reading) break;
        if (all[last].ordinal - all[first].ordinal >= longest_row) break;
        if (!fits(passage_of(row))) break;
        rows.push_back(row);
      }
    }
    return rows;
  }

  bool fits(const Passage& passage) const { return display_width(text_of(passage)) <= width_; }

  // A neighbour of a chosen passage comes in for what it adds; without that, it is mere context.
  bool may_follow(Row row) const {
    const Passage passage = passage_of(row);
    const auto has_it = [&](const Passage& other) {
      return overlap(passage, other) || text_of(passage) == text_of(other);
    };
    if (std::ranges::any_of(chosen_, has_it)) return false;
    const bool news = scorer_.news(row, shown_) > least_news;
    if (beside_chosen(passage)) return news;
    if (news) return stretches_ < passages_;
    return stretches_ < std::min(passages_, most_without_news) && says_it_all(row);
  }

  // What has but a part of the question is noise beside a passage that has all of it.
  bool says_it_all(Row row) const {
    return chosen_.empty() || scorer_.coverage(row) >= most_of_it * best_coverage_;
  }

  // Without what a line may begin and end with: a repeated caption says the same.
  std::string_view text_of(const Passage& passage) const {
    std::string_view text = body_.readings[passage.reading].bytes(passage.range);
    while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
    return text;
  }

  bool worth_it(Row row, double score) const {
    if (chosen_.empty()) return true;
    return score > 0 && (scorer_.news(row, shown_) == 0 || scorer_.news(row, shown_) > least_news);
  }

  bool beside_chosen(const Passage& passage) const {
    return std::ranges::any_of(chosen_,
                               [&](const Passage& other) { return neighbours(passage, other); });
  }

  const BodyReading& body_;
  const SentenceScorer& scorer_;
  std::size_t passages_, width_;
  std::size_t stretches_ = 0;
  double best_coverage_ = 0;
  std::vector<Passage> chosen_;
  Frequencies shown_;
};

}  // namespace

std::vector<Passage> best_sentences(const BodyReading& body, const SentenceScorer& scorer,
                                    std::size_t passages, std::size_t width) {
  Choice choice(body, scorer, passages, width);
  while (choice.add_next()) continue;
  return choice.take();
}

}  // namespace backfile
