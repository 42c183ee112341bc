// What a sentence is worth as an answer, scored as if it were a small document.
//
// Words of the query count most, the rarer in the article the more, and phrases more than words;
// then how close together they are, how early, and whether the sentence reads like one. A row of
// sentences is worth what they have together. passage.h chooses by the score. A SentenceScorer is
// immutable and points into the matched text.
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
#include "query/snippet/text/matched_text.h"

namespace backfile {

// One sentence, several that a match reaches across, or a window of one that is too long to show.
struct Passage {
  std::size_t text_index = 0;  // index into MatchedBody::texts
  Range range;                 // bytes of its text

  friend bool operator==(const Passage&, const Passage&) = default;
};

// A word typed once may have several patterns, one for each reading of it. Patterns with the same
// label are one clause of the query.
class QueryClauses {
 public:
  explicit QueryClauses(std::span<const MatchPattern> patterns);

  std::uint32_t of(const TextMatch& match) const { return of_pattern_[match.pattern]; }
  double gain(std::uint32_t clause) const { return gain_[clause]; }
  std::size_t count() const { return gain_.size(); }
  void count_as_stop_word(std::uint32_t clause);

 private:
  std::vector<std::uint32_t> of_pattern_;
  std::vector<double> gain_;
};

using Frequencies = std::map<std::uint32_t, std::uint32_t>;  // clause -> times

struct Sentence {
  Passage passage;
  std::size_t ordinal = 0;  // in what was read of the article
  std::size_t words = 0;
  Frequencies clauses;
  double place = 0;  // proximity of its matches and where it stands
  double shape = 1;  // less for headings, questions and lists (sentence_shape.h); a factor
};

// Adjacent sentences, scored together.
struct Row {
  Passage passage;
  std::string_view text;  // without spaces at its end
  std::vector<std::pair<std::uint32_t, double>>
      gains;            // each clause of it, and what it is worth here
  double coverage = 0;  // what its clauses are worth wherever they stand, however rare
  double place = 0;
  double cost = 0;  // of sentences after the first
};

using Shown = std::vector<bool>;  // by clause

class SentenceScorer {
 public:
  SentenceScorer(const MatchedBody& body, std::span<const MatchPattern> patterns);

  // The sentences with matches, in the order of the article.
  const std::vector<Sentence>& sentences() const { return sentences_; }

  std::size_t clauses() const { return clauses_.count(); }

  Row row(std::span<const Sentence> sentences) const;

  // The score of a row. Clauses that are `shown` already count little.
  double score(const Row& row, const Shown& shown) const;

  // What the clauses of a row that are not `shown` yet are worth, whatever its sentences look like.
  double news(const Row& row, const Shown& shown) const;

  // What the clauses of these matches are worth wherever they stand, each counted once.
  double worth(std::span<const TextMatch* const> matches) const;

 private:
  void add_sentences(std::size_t index);
  std::vector<Range> windows(const MatchedText& matched, Range sentence) const;
  Sentence measured(Passage passage, std::size_t ordinal,
                    std::span<const TextMatch* const> matches) const;
  double idf(std::uint32_t clause) const;
  double gain(std::uint32_t clause, std::uint32_t times, const Sentence& sentence) const;

  const MatchedBody& body_;
  QueryClauses clauses_;
  std::vector<Sentence> sentences_;
  Frequencies having_;  // clause -> sentences
};

}  // namespace backfile
