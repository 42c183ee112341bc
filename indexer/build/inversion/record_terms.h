// The terms of an article with their counts, read from its record: those of to_document() (schema.h),
// without its text.
//
// Most words are two additions, a form's word and its stem (known_terms.h). The others are looked
// up in a memo (term_memo.h), and what depends on neighbours is found along the way: compounds that
// a joint holds together, sentences all in capitals, and in Han, Kana and Thai, which a record has
// by character, words of dictionaries and pairs. Filters come from outside. For one thread.
//
//   RecordTerms terms(index, known);
//   terms.read(docid, filter_terms(article));
//   for (const TermCount& count : terms.terms()) ... terms.numbers()
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/fields.h"
#include "indexer/build/inversion/known_terms.h"
#include "indexer/build/inversion/term_memo.h"
#include "indexer/build/inversion/term_numbers.h"
#include "indexer/forward/forward_index.h"

namespace backfile {

class RecordTerms {
 public:
  // Both must outlive it.
  RecordTerms(const ForwardIndex& index, const KnownTerms& known);
  RecordTerms(const RecordTerms&) = delete;
  RecordTerms& operator=(const RecordTerms&) = delete;

  // In place of the article read before. `filters` are its boolean terms. Failure{corrupt} if its
  // record is damaged.
  void read(std::uint32_t docid, std::span<const std::string> filters);

  // Of the article read last, each once, in any order. Valid until the next read().
  std::span<const TermCount> terms() const { return terms_; }
  // The sum of all counts.
  std::uint32_t length() const { return length_; }

  const TermNumbers& numbers() const { return numbers_; }
  // Numbers the terms that are not known anew, and frees the memory that they took. Between batches.
  void forget();
  std::size_t bytes() const { return numbers_.bytes() + memo_.bytes(); }  // of memory

 private:
  // A title, a byline, a paragraph, a caption: positions of the record.
  struct Part {
    std::uint32_t begin = 0, end = 0;  // begin: of the opening
    const Field& field;
  };
  struct Interval {
    std::uint32_t begin = 0, end = 0;
  };
  // Of a term that is not known, which may well count 0.
  struct OtherCount {
    std::uint32_t article = 0;  // the last that had it, by the number of articles read
    std::uint32_t wdf = 0;
  };

  void read_entries(const Record& record);
  void count_part(const Part& part);
  void read_joints_and_shouting(const Part& part, std::span<const SeparatorEntry> entries);
  bool count_words(const Part& part);
  bool count_plain_words(const Part& part);
  void count_compounds(const Part& part);
  void count_runs(const Part& part, std::span<const SeparatorEntry> entries);
  void count_run(const Field& field);
  bool is_shouted(std::uint32_t position) const;
  std::uint8_t flags_of(const SeparatorEntry& entry) const;
  void make_room(std::size_t terms);
  void add(std::span<const TermCount> counts);
  void add_other(TermCount count);
  void gather();

  const ForwardIndex& index_;
  const KnownTerms& known_;
  TermNumbers numbers_;
  TermMemo memo_;
  std::vector<std::uint8_t> separator_flags_;  // SeparatorFlag, and has_text
  std::vector<std::uint32_t> known_counts_;    // by number; zeros between articles
  std::vector<OtherCount> other_counts_;       // by number, from the first that is not known
  std::uint32_t articles_ = 0;

  // Of the article at hand.
  std::string_view language_;
  std::vector<FormId> ids_;
  std::vector<SeparatorEntry> entries_;
  std::vector<TermNumber> seen_, seen_others_;
  std::size_t seen_size_ = 0;  // of seen_, which has room for more
  std::vector<TermCount> terms_;
  std::uint32_t length_ = 0;
  // Of the part at hand.
  std::vector<SeparatorEntry> joints_;
  std::vector<Interval> shouted_;
  std::string spelling_;
  std::vector<FormId> run_;
};

}  // namespace backfile
