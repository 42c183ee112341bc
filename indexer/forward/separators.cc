// A byte for nearly every entry.
#include "indexer/forward/separators.h"

#include <algorithm>
#include <limits>

#include "indexer/files/varint.h"

namespace backfile {
namespace {

constexpr std::uint32_t escape = 15;

}  // namespace

void SeparatorEncoder::add(SeparatorEntry entry) {
  const std::uint32_t gap = entry.position - next_;
  const std::uint32_t short_gap = std::min(gap, escape);
  const std::uint32_t short_id = std::min(entry.separator, escape);
  bytes_ += static_cast<char>(short_id << 4 | short_gap);
  if (short_gap == escape) append_varint(bytes_, gap - escape);
  if (short_id == escape) append_varint(bytes_, entry.separator - escape);
  next_ = entry.position + 1;
}

void SeparatorEncoder::clear() {
  bytes_.clear();
  next_ = 0;
}

bool SeparatorDecoder::next(SeparatorEntry& entry) {
  if (rest_.empty() || damaged_) return false;
  const auto byte = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  std::uint64_t gap = byte & escape, separator = byte >> 4;
  const auto lengthen = [&](std::uint64_t& number) {
    const auto more = take_varint(rest_);
    damaged_ = damaged_ || !more || *more > std::numeric_limits<std::uint32_t>::max();
    if (!damaged_) number += *more;
  };
  if (gap == escape) lengthen(gap);
  if (separator == escape) lengthen(separator);
  const std::uint64_t position = next_ + gap;
  constexpr std::uint64_t most = std::numeric_limits<std::uint32_t>::max();
  damaged_ = damaged_ || position > most || separator > most;
  if (damaged_) return false;
  entry = {static_cast<std::uint32_t>(position), static_cast<SeparatorId>(separator)};
  next_ = position + 1;
  return true;
}

}  // namespace backfile
