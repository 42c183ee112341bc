// How postings lie in the runs of an inversion: a byte for most.
//
//   (docids since the last << 2 | wdf), a varint (varint.h); where the wdf is 3 or more, 3 stands for
//   it, and a varint with what goes beyond 3 follows
//
// The first docid counts from 0. For one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "indexer/files/varint.h"

namespace backfile {

struct Posting {
  std::uint32_t docid = 0;
  std::uint32_t wdf = 0;

  friend bool operator==(const Posting&, const Posting&) = default;
};

class PostingEncoder {
 public:
  // In ascending order of docids.
  void add(Posting posting) {
    const std::uint64_t gap = posting.docid - last_;
    last_ = posting.docid;
    const std::uint32_t inside = posting.wdf < 3 ? posting.wdf : 3;
    append_varint(bytes_, gap << 2 | inside);
    if (inside == 3) append_varint(bytes_, posting.wdf - 3);
  }
  const std::string& bytes() const { return bytes_; }
  void clear() {
    bytes_.clear();
    last_ = 0;
  }

 private:
  std::string bytes_;
  std::uint32_t last_ = 0;
};

class PostingDecoder {
 public:
  PostingDecoder() = default;
  explicit PostingDecoder(std::string_view bytes)
      : next_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool at_end() const { return next_ == end_; }
  // Not at the end. What is cut off or too large comes out as some posting or other: the runs'
  // checksums say that nothing is.
  Posting next() {
    const std::uint64_t code = number();
    last_ += static_cast<std::uint32_t>(code >> 2);
    auto wdf = static_cast<std::uint32_t>(code & 3);
    if (wdf == 3) wdf += static_cast<std::uint32_t>(number());
    return {last_, wdf};
  }

 private:
  std::uint64_t number() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; next_ != end_ && shift < 64; shift += 7) {
      const auto byte = static_cast<unsigned char>(*next_++);
      number |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) break;
    }
    return number;
  }

  const char* next_ = nullptr;
  const char* end_ = nullptr;
  std::uint32_t last_ = 0;
};

}  // namespace backfile
