// Any bytes as an archive, and as a text that is packed, then cut off or damaged: never a crash,
// never more than the limits allow, the same in pieces of any size, and an error for everything
// that is damaged.
//
// The first byte tells which of these; the second, where it is cut off; the third, the pieces.
#include "indexer/readers/input/unpack.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "tests/fuzz/demand.h"
#include "tests/indexer/readers/packed.h"

namespace {

using namespace backfile;

constexpr UnpackLimits limits{.bytes = 1 << 20, .times = 50, .free_bytes = 1 << 16};

struct Unpacked {
  std::string text, fault;
};

Unpacked unpack(std::string_view packed, std::size_t piece, std::size_t room_size) {
  const std::size_t packed_size = packed.size();
  Unpacker unpacker(
      [&](std::span<char> to) {
        const std::size_t size = std::min({to.size(), piece, packed.size()});
        std::copy_n(packed.begin(), size, to.begin());
        packed.remove_prefix(size);
        return size;
      },
      limits);
  Unpacked all;
  std::string room(room_size, '\0');
  while (const std::size_t size = unpacker.read(room)) {
    demand(size <= room.size(), "no more is given than there is room for");
    all.text.append(room, 0, size);
  }
  all.fault = unpacker.fault();
  demand(unpacker.read(room) == 0 && unpacker.fault() == all.fault, "the end is the end");
  const std::size_t most =
      std::max<std::size_t>(limits.free_bytes, limits.times * (packed_size + 1));
  demand(all.text.size() <= most + room.size(), "the limits hold");
  return all;
}

// What is read must not depend on how the bytes come, but for how much is given out before a fault;
// and zstd notices a wrong size in its header only if it has all of the archive at once.
Unpacked check_any(std::string_view bytes, std::size_t piece) {
  Unpacked whole = unpack(bytes, bytes.size() + 1, 4096);
  const Unpacked pieces = unpack(bytes, piece, 4096);
  if (whole.fault.empty() && pieces.fault.empty())
    demand(whole.text == pieces.text, "the size of pieces is no matter");
  demand(whole.text.starts_with(pieces.text) || pieces.text.starts_with(whole.text),
         "two ways to read agree as far as both come");
  return whole;
}

void check_packed(std::string_view text, bool zstd, std::size_t cut, std::size_t piece) {
  const std::string packed = zstd ? zstd_packed(text) : gzipped(text);
  const std::string twice = packed + packed;
  const Unpacked both = unpack(twice, piece, 64 + piece);
  demand(both.fault.empty() && both.text == std::string(text) + std::string(text),
         "a text comes back");
  const std::size_t size = 4 + cut % (packed.size() - 4);
  const Unpacked begun = unpack(std::string_view(packed).substr(0, size), piece, 64 + piece);
  demand(begun.fault == "the archive is cut off", "what is cut off is said to be");
  demand(text.starts_with(begun.text), "what stands before the cut is right");
  std::string damaged = packed;
  damaged[size - 1] = static_cast<char>(damaged[size - 1] ^ static_cast<char>(piece));
  const Unpacked read = check_any(damaged, piece);
  demand(!read.fault.empty() || read.text == text, "damage is noticed");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 3, size - 3);
  const std::size_t cut = data[1], piece = 1 + data[2] % 64;
  if (data[0] % 4 < 2) {
    check_any(bytes, piece);
  } else {
    check_packed(bytes, data[0] % 4 == 2, cut, piece);
  }
  return 0;
}
