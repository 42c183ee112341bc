// Data of documents deflated as Xapian does it, where that makes them smaller.
//
// Whoever compresses data before (base/compress.h) has no use for it. For one thread.
#pragma once

#include <zlib.h>

#include <string>
#include <string_view>

namespace backfile {

class Deflater {
 public:
  Deflater();
  ~Deflater();
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  // The data deflated, valid until the next call; empty if that is not smaller.
  std::string_view deflated(std::string_view data);

 private:
  z_stream stream_ = {};
  std::string out_;
};

}  // namespace backfile
