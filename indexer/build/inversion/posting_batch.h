// The postings of some articles that follow each other, gathered by article and written by term.
//
// Sorted by counting: how often a term comes is known when the last article has been added, hence
// where the postings of each begin, and one pass puts them there. What is written is a run, two
// files (files/run_files.h) that merged_postings.h reads:
//
//   RUN.known    for each known term, by rising ranks: ranks since the last, articles, sum of their
//                wdfs, a counted string of postings (posting_code.h)
//   RUN.others   for each other term, in the order of bytes: the term as a counted string, the rest
//                as above
//
// 12 bytes a posting, and 4 for each known term. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <utility>
#include <vector>

#include "indexer/build/inversion/posting_code.h"
#include "indexer/build/inversion/term_numbers.h"
#include "indexer/build/inversion/twin_terms.h"
#include "indexer/files/run_files.h"

namespace backfile {

class PostingBatch {
 public:
  static constexpr std::size_t most_articles = 65'536;  // 16 bits

  explicit PostingBatch(const KnownTerms& known) : known_(known), frequencies_(known.size()) {}

  // The next docid, and terms that are all different.
  void add(std::uint32_t docid, std::span<const TermCount> terms);
  std::size_t articles() const { return ends_.size(); }
  std::size_t postings() const { return postings_.size(); }
  std::uint32_t first_docid() const { return first_docid_; }

  // Makes the two files of `run` and is empty then. `numbers` are those of its terms. Which twins
  // are not the same, it tells these.
  void write(const std::filesystem::path& run, const TermNumbers& numbers, TwinTerms& twins);

 private:
  // A wdf that 16 bits do not hold.
  struct LargeWdf {
    std::uint64_t key = 0;  // term and article
    std::uint32_t wdf = 0;
  };
  std::vector<TermNumber> known_in_order() const;
  std::vector<TermNumber> others_in_order(const TermNumbers& numbers) const;
  void sort_postings(std::span<const TermNumber> order);
  void compare_twins(std::span<const TermNumber> known, TwinTerms& twins) const;
  void write_entry(TermNumber term, std::uint32_t frequency, RunWriter& out);
  std::uint32_t wdf_of(TermNumber term, std::uint32_t place) const;

  const KnownTerms& known_;
  std::uint32_t first_docid_ = 0;
  std::vector<TermCount> postings_;         // by article
  std::vector<std::uint32_t> ends_;         // in them, of each article
  std::vector<std::uint32_t> frequencies_;  // by term; then where its next posting belongs
  std::vector<TermNumber> terms_;           // those that have come, in any order
  std::vector<std::uint32_t> sorted_;       // by term: article << 16 | wdf
  std::vector<LargeWdf> large_wdfs_;        // by rising keys
  std::size_t next_ = 0;                    // in sorted_, of the entry to be written
  PostingEncoder encoder_;
};

}  // namespace backfile
