// A list of docids, each with a number, cut into entries of the postlist table.
//
//   first chunk   key -> documents, occurrences, first docid - 1; then as any chunk
//   later chunks  key, `joint`, first docid (sortable) -> as any chunk
//   any chunk     '1' in the last, else '0'; last docid - first docid; the first number; then for
//                 each docid its distance from the one before, less one, and its number
//
// All numbers but the sortable are varints. A chunk is full when what is behind its head has 2,000
// bytes or more. So are the postings of a term stored, with how often it occurs in each document;
// and the lengths of all documents. For one thread.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/build/glass/table_entries.h"
#include "indexer/files/varint.h"

namespace backfile {

class PostingChunks {
 public:
  // `documents` and `occurrences` are what the head of the list says, right or wrong.
  void begin(std::string_view key, std::string_view joint, std::uint64_t documents,
             std::uint64_t occurrences);
  // In rising order of docids, from 1.
  void add(std::uint32_t docid, std::uint32_t number, TableEntries& entries) {
    if (size_ >= full) end_chunk(false, entries);
    char* at = body_.data() + size_;
    if (size_ == 0) {
      first_ = docid;
    } else {
      at = put_varint(at, docid - last_ - 1);
    }
    size_ = static_cast<std::size_t>(put_varint(at, number) - body_.data());
    last_ = docid;
  }
  // At least one was added.
  void end(TableEntries& entries) { end_chunk(true, entries); }

 private:
  static constexpr std::size_t full = 2000;

  void end_chunk(bool is_last, TableEntries& entries);

  std::string key_, joint_;
  std::string list_head_;  // until the first chunk has it
  bool is_first_ = true;
  std::array<char, full + 2 * longest_varint_32> body_;
  std::size_t size_ = 0;
  std::uint32_t first_ = 0, last_ = 0;  // docids of the chunk
};

}  // namespace backfile
