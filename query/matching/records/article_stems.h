// The stems of one article after the other, and how much each counts: what the index makes of its
// words, read from its record.
//
// A stem counts once a place, times the weight of the field (fields.h), as its term in the index
// does (schema.h); bylines do not count. A record holds pieces of compounds and the characters of
// Han, Kana and Thai: compounds are joined and dictionary words looked up as the analyzer does it.
// Neighbour: article_record.h. Used by feedback. For one thread.
//
//   ArticleStems article(index, analyzer);
//   article.read(docid);
//   for (const ArticleStems::Stem& stem : article.stems()) ... article.name(stem.number)
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "indexer/forward/forward_index.h"
#include "indexer/text/analyzer.h"
#include "query/matching/records/article_record.h"

namespace backfile {

class ArticleStems {
 public:
  // Of a book, the first so many words and characters are read: a few milliseconds' work. Novels
  // are shorter.
  static constexpr std::size_t most_words = 1'000'000, most_characters = 50'000;

  // The same stem has the same number in all articles that one object reads.
  using Number = std::uint32_t;
  struct Stem {
    Number number = 0;
    std::uint32_t count = 0;

    friend bool operator==(const Stem&, const Stem&) = default;
  };

  // Both must outlive it.
  ArticleStems(const ForwardIndex& index, Analyzer& analyzer);

  // In place of the article read before. Failure{corrupt} if its record is damaged.
  void read(std::uint32_t docid);

  // Of the article read last, by rising numbers. Valid until the next read().
  const std::vector<Stem>& stems() const { return stems_; }
  // Folded: the spelling that the article has most often, the first by its bytes if there are
  // several; empty if it has not the stem.
  std::string spelling(Number stem) const;

  // "en:bridg".
  std::string name(Number stem) const;
  Number number_of(const std::string& name);

 private:
  struct Count {
    std::uint32_t places = 0, weighted = 0;

    void add(unsigned weight) {
      ++places;
      weighted += weight;
    }
  };
  // A word of the article: a form of the lexicon, or, numbered behind them, one of spellings_.
  struct Word {
    Number stem;
    std::uint32_t number;
    Count count;
  };

  void count_words();
  void count_compounds();
  void count_dictionary_words();
  void add_words();
  void add_stems();
  bool has_characters() const;
  unsigned weight_at(std::uint32_t position) const;
  std::string joined(Interval compound) const;
  template <class Visit>
  void for_each_position(const Visit& visit) const;

  const Lexicon& lexicon_;
  Analyzer& analyzer_;
  ArticleRecord article_;
  std::vector<std::pair<RecordRegion, unsigned>> weights_;  // of the fields that count
  std::map<std::string, Number> others_;                    // stems of no form of the lexicon
  std::vector<std::string> other_names_;

  // Of the article at hand.
  std::vector<FormId> ids_;
  std::vector<Count> frequent_;  // by form, of those that have a code of their own; else zeros
  std::vector<FormId> met_;      // of them, those that the article has
  std::unordered_map<FormId, Count> rare_;
  std::unordered_map<std::string, Count> spelled_;  // compounds and dictionary words
  std::vector<std::string> spellings_;              // the same, folded
  std::vector<Word> words_;                         // by stem
  std::vector<Stem> stems_;
};

}  // namespace backfile
