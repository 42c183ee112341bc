// The postings of all terms in the order of their bytes, merged from the runs of an inversion.
//
//   MergedPostings postings(known, inversion);
//   while (postings.next_term()) {
//     ... postings.term(), postings.documents(), postings.occurrences()
//     for (Posting posting; postings.next(posting);) ...
//   }
//
// Known terms are merged by their ranks and the others by their bytes, then the two with each other.
// Stems that are one with their words are left out (twin_terms.h). In memory are buffers of a quarter
// of a megabyte for each run. A run that does not read back as it was written is Failure{corrupt}
// that names its file. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/build/inversion/inversion.h"
#include "indexer/build/inversion/known_terms.h"
#include "indexer/build/inversion/posting_code.h"
#include "indexer/files/run_files.h"

namespace backfile {

class MergedPostings {
 public:
  // Both must outlive it.
  MergedPostings(const KnownTerms& known, const Inversion& inversion);

  // The next term. Postings of the last that were not read are passed over.
  bool next_term() {
    while (find_next_term()) {
      if (!took_known_ || !twins_.is_spare_stem(rank_)) return true;
      left_out_ += occurrences_;
    }
    return false;
  }
  std::string_view term() const { return term_; }
  std::uint32_t documents() const { return documents_; }
  std::uint64_t occurrences() const { return occurrences_; }  // the sum of the wdfs

  // At the end: the sum of the wdfs of the stems that were left out.
  std::uint64_t left_out() const { return left_out_; }

  // The term's next posting, by rising docids.
  bool next(Posting& posting) {
    while (decoder_.at_end()) {
      if (next_part_ == parts_.size()) return false;
      decoder_ = PostingDecoder(parts_[next_part_++]);
    }
    posting = decoder_.next();
    return true;
  }

  // All its postings as they lie in the runs (posting_code.h), one part a run; until the next term.
  const std::vector<std::string_view>& parts() const { return parts_; }

 private:
  // One of the two files of a run, and the entry that it stands at.
  struct Stream {
    explicit Stream(const std::filesystem::path& file) : in(file) {}

    RunReader in;
    std::uint32_t rank = 0;
    std::string term;  // of the others
    std::uint32_t documents = 0;
    std::uint64_t occurrences = 0;
    std::string_view postings;  // until more is read
  };
  bool read_known(Stream& stream);
  static bool read_other(Stream& stream);
  static void read_entry(Stream& stream);
  bool find_next_term();
  void advance();
  void take_known();
  void take_others();
  void take(std::uint32_t number, const Stream& stream);
  bool is_behind(std::uint32_t left, std::uint32_t right) const;

  const KnownTerms& known_;
  const TwinTerms& twins_;
  std::vector<std::unique_ptr<Stream>> known_streams_, other_streams_;
  // Heaps, the least in front: rank and number of the stream; numbers of streams, by their terms.
  std::vector<std::uint64_t> known_heap_;
  std::vector<std::uint32_t> other_heap_;
  std::string next_known_;  // the term in front of the known ones
  bool took_known_ = false;
  std::uint32_t rank_ = 0;            // of the term, if it is known
  std::vector<std::uint32_t> taken_;  // streams whose entry is the term's

  std::string term_;
  std::uint32_t documents_ = 0;
  std::uint64_t occurrences_ = 0, left_out_ = 0;
  std::vector<std::string_view> parts_;  // the term's postings in each of them
  std::size_t next_part_ = 0;
  PostingDecoder decoder_;
};

}  // namespace backfile
