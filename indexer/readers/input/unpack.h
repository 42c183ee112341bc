// Unpacks gzip and zstd as a stream, within bounds: a small file cannot unpack without end.
//
// input.h reads archives through it. Unlike compress.h, which knows what it packed itself, this
// takes what strangers packed: several members in a row, cut off, damaged, made to fill the disk.
// An unpacker is for one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace backfile {

// Writes the next bytes into the span and returns how many: at least one, or 0 at the end.
using ByteSource = std::function<std::size_t(std::span<char>)>;

// Fills the span as far as the source goes; returns the number of bytes.
std::size_t fill(const ByteSource& source, std::span<char> room);

// Whether bytes that begin with `head` are packed by gzip or zstd.
bool is_packed(std::string_view head);

// The name without the ending that packing added: "a.jsonl" of "a.jsonl.gz".
std::string_view unpacked_name(std::string_view name);

// Text packs to a tenth, archives full of repetition to a fiftieth. Whatever unpacks to more than
// these is not an archive of articles.
struct UnpackLimits {
  std::uint64_t bytes = 1ULL << 40;
  std::uint64_t times = 250;               // the size packed, counted once
  std::uint64_t free_bytes = 64ULL << 20;  // were unpacked
};

class Unpacking;

class Unpacker {
 public:
  explicit Unpacker(ByteSource packed, const UnpackLimits& limits = {});
  ~Unpacker();
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;

  // As a ByteSource. Where the archive is cut off or damaged, 0 comes before its end.
  std::size_t read(std::span<char> to);

  // Once read() returned 0: why it ended too early ("the archive is cut off"); empty if it did not.
  const std::string& fault() const { return fault_; }

 private:
  bool refill();
  std::size_t stop(std::string fault);

  ByteSource packed_;
  UnpackLimits limits_;
  std::unique_ptr<Unpacking> unpacking_;
  std::string buffer_;       // packed bytes
  std::string_view ahead_;   // of them, those not taken yet
  bool complete_ = false;    // no member is open
  std::uint64_t taken_ = 0;  // packed bytes
  std::uint64_t made_ = 0;   // unpacked bytes
  std::string pending_;      // a fault behind bytes that are still good
  std::string fault_;
};

}  // namespace backfile
