// Greedily: each next row of sentences is the one that adds most to those before it.
#include "query/snippet/passage.h"

#include <algorithm>
#include <span>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_row = 3;        // sentences of one passage
constexpr double least_news = 0.5;            // any word of the query but a stop word adds more
constexpr std::size_t most_without_news = 2;  // passages that show nothing new of the query
constexpr double most_of_it = 0.75;           // the share of the best coverage that those need

bool neighbours(const Passage& a, const Passage& b) {
  return a.text_index == b.text_index &&
         (a.range.end == b.range.begin || b.range.end == a.range.begin);
}

bool overlap(const Passage& a, const Passage& b) {
  return a.text_index == b.text_index && a.range.begin < b.range.end && b.range.begin < a.range.end;
}

class Choice {
 public:
  Choice(const std::vector<Row>& rows, const SentenceScorer& scorer, std::size_t passages)
      : rows_(rows), scorer_(scorer), passages_(passages), shown_(scorer.clauses()) {}

  bool add_next() {
    const Row* next = nullptr;
    double next_score = 0;
    for (const Row& row : rows_) {
      if (!may_follow(row)) continue;
      const double score = scorer_.score(row, shown_);
      if (next == nullptr || score > next_score) next = &row, next_score = score;
    }
    if (next == nullptr || !worth_it(*next, next_score)) return false;
    stretches_ += beside_chosen(*next) ? 0 : 1;
    best_coverage_ = std::max(best_coverage_, next->coverage);
    for (const auto& [clause, gain] : next->gains) shown_[clause] = true;
    chosen_.push_back(next);
    return true;
  }

  std::vector<Passage> passages() const {
    std::vector<Passage> passages;
    for (const Row* row : chosen_) passages.push_back(row->passage);
    return passages;
  }

 private:
  // A neighbour of a chosen passage must add something; otherwise it is mere context.
  bool may_follow(const Row& row) const {
    // A caption may be repeated.
    const auto has_it = [&](const Row* other) {
      return overlap(row.passage, other->passage) || row.text == other->text;
    };
    if (std::ranges::any_of(chosen_, has_it)) return false;
    const bool news = scorer_.news(row, shown_) > least_news;
    if (beside_chosen(row)) return news;
    if (news) return stretches_ < passages_;
    return stretches_ < std::min(passages_, most_without_news) && says_it_all(row);
  }

  // A row with only a part of the query is noise beside a passage that has all of it.
  bool says_it_all(const Row& row) const { return row.coverage >= most_of_it * best_coverage_; }

  bool worth_it(const Row& row, double score) const {
    if (chosen_.empty()) return true;
    const double news = scorer_.news(row, shown_);
    return score > 0 && (news == 0 || news > least_news);
  }

  bool beside_chosen(const Row& row) const {
    return std::ranges::any_of(
        chosen_, [&](const Row* other) { return neighbours(row.passage, other->passage); });
  }

  const std::vector<Row>& rows_;
  const SentenceScorer& scorer_;
  std::size_t passages_, stretches_ = 0;
  double best_coverage_ = 0;
  std::vector<const Row*> chosen_;
  Shown shown_;
};

}  // namespace

PassageChooser::PassageChooser(const MatchedBody& body, const SentenceScorer& scorer,
                               std::size_t width)
    : scorer_(scorer) {
  const std::span<const Sentence> all = scorer.sentences();
  for (std::size_t first = 0; first < all.size(); ++first) {
    const Passage& begin = all[first].passage;
    rows_.push_back(scorer.row(all.subspan(first, 1)));
    for (std::size_t last = first + 1; last < all.size(); ++last) {
      if (all[last].passage.text_index != begin.text_index) break;
      if (all[last].ordinal - all[first].ordinal >= longest_row) break;
      const Range range{begin.range.begin, all[last].passage.range.end};
      if (display_width(body.texts[begin.text_index].bytes(range)) > width + 1) break;
      rows_.push_back(scorer.row(all.subspan(first, last - first + 1)));
    }
  }
}

std::vector<Passage> PassageChooser::best(std::size_t passages) const {
  Choice choice(rows_, scorer_, passages);
  while (choice.add_next()) continue;
  return choice.passages();
}

}  // namespace backfile
