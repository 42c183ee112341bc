// Items grow down, the directory grows up.
#include "indexer/build/glass/tree_block.h"

#include <algorithm>

#include "indexer/build/glass/numbers.h"

namespace backfile {

char* TreeBlock::add(std::size_t item) {
  items_begin_ -= item;
  put_big_endian(bytes_.data() + directory_end_, static_cast<std::uint16_t>(items_begin_));
  directory_end_ += directory_entry;
  return bytes_.data() + items_begin_;
}

std::string_view TreeBlock::sealed() {
  const auto gap = static_cast<std::uint16_t>(items_begin_ - directory_end_);
  char* at = put_big_endian(bytes_.data(), first_revision);
  at = put_big_endian(at, static_cast<std::uint8_t>(level_));
  at = put_big_endian(at, gap);
  at = put_big_endian(at, gap);
  put_big_endian(at, static_cast<std::uint16_t>(directory_end_));
  // What an earlier block left there would be harmless, but not the same in equal databases.
  std::fill(bytes_.begin() + static_cast<std::ptrdiff_t>(directory_end_),
            bytes_.begin() + static_cast<std::ptrdiff_t>(items_begin_), '\0');
  return bytes_;
}

void TreeBlock::clear() {
  directory_end_ = header_size;
  items_begin_ = size;
}

}  // namespace backfile
