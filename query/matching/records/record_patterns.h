// The words and phrases of a query in the records of articles: where each stands, if at all.
//
// Made once for a query, read for one article after the other. A pattern (match_pattern.h) becomes
// a unit of the algebra over sets of written forms (record_words.h), so that nothing of an article
// is analyzed again. Used by article_words.h for closeness, and by record_judge.h. For one thread.
//
//   RecordPatterns patterns(index, query.patterns, analyzer);
//   patterns.read(docid);
//   for (const Interval& place : patterns.found(0)) ...
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/forward/word_sets.h"
#include "indexer/text/analyzer.h"
#include "query/matching/algebra/pattern.h"
#include "query/matching/match_pattern.h"
#include "query/matching/records/article_record.h"
#include "query/matching/records/form_sets.h"
#include "query/matching/records/record_words.h"

namespace backfile {

class RecordPatterns {
 public:
  // The index and the analyzer, which reads compounds, must outlive it.
  RecordPatterns(const ForwardIndex& index, std::span<const MatchPattern> patterns,
                 Analyzer& analyzer);

  // Finds all of them in an article. Failure{corrupt} if its record is damaged.
  void read(std::uint32_t docid);

  // Where the pattern of that number stands in the article read last, ascending: intervals of
  // positions (record_positions are ArticleRecord's). Valid until the next read().
  const Intervals& found(std::size_t pattern) const { return found_[pattern]; }
  const ArticleRecord& article() const { return article_; }
  std::span<const MatchPattern> asked() const { return asked_; }
  Analyzer& analyzer() const { return analyzer_; }

 private:
  // Which words a compound satisfies, by their numbers.
  using Satisfied = std::vector<std::size_t>;

  Unit unit_of(const MatchPattern& pattern);
  Unit leaf_of(RecordWord word);
  std::size_t number_of(RecordWord word);
  void find_words();
  void keep_runs();
  void find_compounds();
  void prefer_capitals();
  void find_single_words();
  const Satisfied& satisfied_by(Interval compound);

  // A word that prefers capitals, and the one that takes nothing else: it stands in for the first in
  // an article that writes any outside sentences all in capitals.
  struct Acronym {
    std::size_t word, in_capitals;
  };

  std::vector<MatchPattern> asked_;
  Analyzer& analyzer_;
  FormFinder forms_;
  ArticleRecord article_;
  std::vector<RecordWord> words_;  // each a leaf of the algebra
  std::vector<Acronym> acronyms_;
  std::vector<WordSets> sets_;  // of up to WordSets::most words each, in their order
  std::vector<Pattern> patterns_;
  // By pattern; of one word, the word: it stands where any of its forms does, were one inside
  // another ("S" in "S-400" for s*), while the algebra takes the shorter.
  std::vector<std::optional<std::size_t>> single_words_;
  // Those met so far, by language and text.
  std::unordered_map<std::string, Satisfied> compounds_;
  std::string key_;  // of one of them

  std::vector<Intervals> places_;  // of words, in the article at hand; sorted
  std::vector<Intervals> found_;
};

}  // namespace backfile
