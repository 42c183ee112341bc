// The postings of some terms that follow each other, as entries of the postlist table.
//
// Ranges of terms can be filled by a thread each and are then given to a GlassWriter (glass_writer.h)
// in their order: the bytes of the database do not depend on how terms were divided. All of a range
// is held in memory, about two bytes a posting. For one thread at a time.
//
//   PostlistRange range(directory);
//   range.begin_term("storm", 2, 5);
//   range.add_posting(3, 1);
//   range.add_posting(7, 4);
//   range.finish();
//   writer.add(range);  // which may be filled anew
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>

#include "indexer/build/glass/posting_chunks.h"
#include "indexer/build/glass/table_entries.h"

namespace backfile {

class PostlistRange {
 public:
  // Bytes of a term, a NUL counted twice, as it is in keys.
  static constexpr std::size_t longest_term = 245;

  // The directory of the database, for messages.
  explicit PostlistRange(const std::filesystem::path& directory)
      : file_(directory / "postlist.glass") {}
  PostlistRange(const PostlistRange&) = delete;
  PostlistRange& operator=(const PostlistRange&) = delete;

  // Terms in ascending order of bytes; `documents` and `occurrences` are what its postings will add
  // up to. Failure{corrupt} if they did not for the term before, or if a term is empty, too long
  // or not in order; Failure{unwritable} if it occurs more often than 32 bits can say.
  void begin_term(std::string_view term, std::uint32_t documents, std::uint64_t occurrences);
  // Ascending docids from 1, or Failure{corrupt}. `wdf`: how often the term occurs there; may be 0.
  void add_posting(std::uint32_t docid, std::uint32_t wdf) {
    if (docid <= last_docid_ || documents_ == 0) refuse_posting(docid);
    chunks_.add(docid, wdf, entries_);
    last_docid_ = docid;
    --documents_;
    found_ += wdf;
    totals_.largest_wdf = std::max(totals_.largest_wdf, wdf);
  }
  // Ends the last term; does nothing if there is none.
  void finish();

  std::size_t bytes() const { return entries_.bytes(); }  // of memory

 private:
  friend class GlassWriter;

  // Of all terms.
  struct Totals {
    std::uint64_t occurrences = 0;
    std::uint32_t largest_wdf = 0;
    std::uint32_t largest_docid = 0;
  };

  [[noreturn]] void refuse(const std::string& what) const;
  [[noreturn]] void refuse_posting(std::uint32_t docid) const;

  std::filesystem::path file_;
  TableEntries entries_;
  PostingChunks chunks_;
  Totals totals_;
  std::string term_;               // the last that was begun
  bool is_open_ = false;           // it has not ended
  std::uint32_t documents_ = 0;    // which are to come
  std::uint64_t occurrences_ = 0;  // which there shall be
  std::uint64_t found_ = 0;
  std::uint32_t last_docid_ = 0;
};

}  // namespace backfile
