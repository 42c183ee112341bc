// What a sentence is worth as an answer, scored as if it were a small document.
//
// Words of the query come first, the rarer in the article the better, phrases above words; then
// how close they stand, how early, and whether it reads like a sentence. Some sentences in a row
// are worth what they have together. passage.h chooses by the score. A SentenceScorer is immutable
// once made; it points into the analyzed text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/text/analyzer.h"
#include "query/matching/match_pattern.h"
#include "query/snippet/text/analyzed_text.h"

namespace backfile {

// One sentence, several that a match holds together, or a window of one too long to be shown.
struct Passage {
  std::size_t text_index = 0;  // index into AnalyzedBody::texts
  Range range;                 // bytes of its text

  friend bool operator==(const Passage&, const Passage&) = default;
};

// A word typed once may have several patterns, one for each way to read it: patterns with the same
// label are one clause.
class Wishes {
 public:
  explicit Wishes(std::span<const MatchPattern> patterns);

  std::uint32_t of(const PatternMatch& match) const { return of_leaf_[match.pattern]; }
  double gain(std::uint32_t wish) const { return gain_[wish]; }
  std::size_t count() const { return gain_.size(); }
  void count_as_stop_word(std::uint32_t wish);

 private:
  std::vector<std::uint32_t> of_leaf_;
  std::vector<double> gain_;
};

using Frequencies = std::map<std::uint32_t, std::uint32_t>;  // clause -> times

struct Sentence {
  Passage passage;
  std::size_t ordinal = 0;  // in what was read of the article
  std::size_t words = 0;
  Frequencies wishes;
  double place = 0;  // proximity of its matches and where it stands
  double shape = 1;  // what is left of it all where it hardly tells anything
};

// Sentences in a row, weighed together.
struct Row {
  Passage passage;
  std::string_view text;  // without spaces at its end
  std::vector<std::pair<std::uint32_t, double>>
      gains;            // each clause of it, and what it is worth here
  double coverage = 0;  // what its clauses are worth wherever they stand, however rare
  double place = 0;
  double cost = 0;  // of being more than one
};

using Shown = std::vector<bool>;  // by clause

class SentenceScorer {
 public:
  SentenceScorer(const AnalyzedBody& body, std::span<const MatchPattern> patterns);

  // Those with matches, in the order of the article.
  const std::vector<Sentence>& sentences() const { return sentences_; }

  std::size_t wishes() const { return wishes_.count(); }

  Row row(std::span<const Sentence> sentences) const;

  // Of a row. The clauses in `shown` count little.
  double score(const Row& row, const Shown& shown) const;

  // What the clauses that are not in `shown` are worth, whatever the sentence looks like.
  double news(const Row& row, const Shown& shown) const;

  // What the clauses of these matches are worth wherever they stand, each counted once.
  double worth(std::span<const PatternMatch* const> matches) const;

 private:
  void add_sentences(std::size_t index);
  std::vector<Range> windows(const AnalyzedText& analyzed, Range sentence) const;
  Sentence measured(Passage passage, std::size_t ordinal,
                    std::span<const PatternMatch* const> matches) const;
  double idf(std::uint32_t wish) const;
  double gain(std::uint32_t wish, std::uint32_t times, const Sentence& sentence) const;

  const AnalyzedBody& body_;
  Wishes wishes_;
  std::vector<Sentence> sentences_;
  Frequencies having_;  // clause -> sentences
};

}  // namespace backfile
