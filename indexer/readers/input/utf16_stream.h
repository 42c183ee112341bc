// A file in UTF-16 or UTF-32 with its byte order mark, read as the UTF-8 that readers of lines
// need.
//
// Windows programs export JSONL so. Converts as it is read, so that a file of any size needs a few
// kilobytes; whole_file.h converts pages and posts in one piece instead. A stream is for one
// thread.
#pragma once

#include <iconv.h>

#include <array>
#include <cstddef>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

class Utf16Stream {
 public:
  // `encoding`: as marked_encoding() tells it. `source` must outlive the stream and be able to go
  // back to its start. What cannot be converted becomes U+FFFD.
  Utf16Stream(std::istream& source, std::string_view encoding);
  Utf16Stream(const Utf16Stream&) = delete;
  Utf16Stream& operator=(const Utf16Stream&) = delete;

  std::istream& stream() { return stream_; }
  // How many bytes were replaced in what was read of the stream since this was asked last, or since
  // the start.
  std::size_t take_replaced() { return buffer_.take_replaced(); }

 private:
  class Buffer : public std::streambuf {
   public:
    Buffer(std::istream& source, std::string_view encoding);
    ~Buffer() override;
    Buffer(const Buffer&) = delete;
    Buffer& operator=(const Buffer&) = delete;

    std::size_t take_replaced();

   protected:
    int_type underflow() override;
    // To the start only.
    pos_type seekpos(pos_type position, std::ios_base::openmode which) override;

   private:
    bool fill();

    std::istream& source_;
    iconv_t state_;
    const std::size_t unit_;  // bytes
    std::size_t passed_ = 0;  // bytes replaced in buffers before this one
    std::vector<std::pair<const char*, std::size_t>>
        replaced_;     // in this one: where, how many bytes
    std::string raw_;  // read, not converted yet
    std::array<char, 16384> text_;
  };

  Buffer buffer_;
  std::istream stream_;
};

}  // namespace backfile
