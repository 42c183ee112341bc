// Each step can be undone, for a known group or a known state: what differs stays different.
#include "indexer/base/checksum.h"

#include <bit>
#include <cstring>
#include <utility>

namespace backfile {

static_assert(std::endian::native == std::endian::little, "groups are read as they lie");

void Checksum::mix(std::uint64_t group) {
  state_ = (state_ ^ group) * 0x9E3779B97F4A7C15u;
  state_ ^= state_ >> 32;
}

void Checksum::add(std::string_view bytes) {
  std::size_t filled = length_ % 8;
  length_ += bytes.size();
  for (; filled > 0 && !bytes.empty(); bytes.remove_prefix(1)) {
    group_ |= std::uint64_t{static_cast<unsigned char>(bytes.front())} << 8 * filled;
    filled = (filled + 1) % 8;
    if (filled == 0) mix(std::exchange(group_, 0));
  }
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    std::uint64_t group = 0;
    std::memcpy(&group, bytes.data(), 8);
    mix(group);
  }
  if (!bytes.empty()) std::memcpy(&group_, bytes.data(), bytes.size());
}

void Checksum::add(std::uint64_t number) {
  add(std::string_view(reinterpret_cast<const char*>(&number), sizeof number));
}

std::uint64_t Checksum::value() const {
  Checksum last = *this;
  if (length_ % 8 != 0) last.mix(group_);
  last.mix(length_);
  return last.state_;
}

std::uint64_t checksum(std::string_view bytes) {
  Checksum sum;
  sum.add(bytes);
  return sum.value();
}

}  // namespace backfile
