// A chunk becomes an entry once it is full.
#include "indexer/build/glass/posting_chunks.h"

#include "indexer/build/glass/numbers.h"

namespace backfile {

void PostingChunks::begin(std::string_view key, std::string_view joint, std::uint64_t documents,
                          std::uint64_t occurrences) {
  key_ = key;
  joint_ = joint;
  list_head_.clear();
  append_varint(list_head_, documents);
  append_varint(list_head_, occurrences);
  is_first_ = true;
  size_ = 0;
}

void PostingChunks::end_chunk(bool is_last, TableEntries& entries) {
  std::string head;
  const std::size_t key_size = key_.size();
  if (is_first_) {
    head = list_head_;
    append_varint(head, first_ - 1);
  } else {
    key_ += joint_;
    append_sortable(key_, first_);
  }
  head += is_last ? '1' : '0';
  append_varint(head, last_ - first_);
  entries.add(key_, head, {body_.data(), size_});
  key_.resize(key_size);
  is_first_ = false;
  size_ = 0;
}

}  // namespace backfile
