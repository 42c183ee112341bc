// A byte for nearly every entry.
#include "indexer/forward/separators.h"

#include <algorithm>
#include <limits>

#include "indexer/files/varint.h"

namespace backfile {

void SeparatorEncoder::add(SeparatorEntry entry) {
  const std::uint32_t gap = entry.position - next_;
  const std::uint32_t short_gap = std::min(gap, separator_escape);
  const std::uint32_t short_id = std::min(entry.separator, separator_escape);
  bytes_ += static_cast<char>(short_id << 4 | short_gap);
  if (short_gap == separator_escape) append_varint(bytes_, gap - separator_escape);
  if (short_id == separator_escape) append_varint(bytes_, entry.separator - separator_escape);
  next_ = entry.position + 1;
}

void SeparatorEncoder::clear() {
  bytes_.clear();
  next_ = 0;
}

bool SeparatorDecoder::next_long(SeparatorEntry& entry) {
  const auto byte = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  std::uint64_t gap = byte & separator_escape, separator = byte >> 4;
  const auto lengthen = [&](std::uint64_t& number) {
    const auto more = take_varint(rest_);
    damaged_ = damaged_ || !more || *more > std::numeric_limits<std::uint32_t>::max();
    if (!damaged_) number += *more;
  };
  if (gap == separator_escape) lengthen(gap);
  if (separator == separator_escape) lengthen(separator);
  return found(next_ + gap, separator, entry);
}

}  // namespace backfile
