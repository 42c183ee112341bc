// Converts a buffer at a time with iconv, which keeps what a code point lacks at the end of one.
#include "indexer/readers/input/utf16_stream.h"

#include <algorithm>
#include <cerrno>
#include <string>
#include <utility>

#include "indexer/base/failure.h"
#include "indexer/readers/input/encoding.h"

namespace backfile {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

}  // namespace

Utf16Stream::Buffer::Buffer(std::istream& source, std::string_view encoding)
    : source_(source),
      state_(iconv_open("UTF-8", std::string(encoding).c_str())),
      unit_(unit_of(encoding)) {
  if (state_ == reinterpret_cast<iconv_t>(-1))
    throw Failure(Exit::unreadable, "iconv does not know " + std::string(encoding) +
                                        "; install the locales of the C library");
}

Utf16Stream::Buffer::~Buffer() {
  iconv_close(state_);
}

Utf16Stream::Buffer::int_type Utf16Stream::Buffer::underflow() {
  while (gptr() == egptr()) {
    if (!fill()) return traits_type::eof();
  }
  return traits_type::to_int_type(*gptr());
}

std::size_t Utf16Stream::Buffer::take_replaced() {
  std::size_t bytes = std::exchange(passed_, 0);
  const auto read = std::ranges::partition_point(
      replaced_, [this](const auto& place) { return place.first < gptr(); });
  for (auto place = replaced_.begin(); place != read; ++place) bytes += place->second;
  replaced_.erase(replaced_.begin(), read);
  return bytes;
}

// False at the end of the source. What the buffer held was read.
bool Utf16Stream::Buffer::fill() {
  passed_ = take_replaced();
  std::array<char, 4096> bytes;
  source_.read(bytes.data(), bytes.size());
  raw_.append(bytes.data(), static_cast<std::size_t>(source_.gcount()));
  const bool at_end = source_.gcount() == 0;
  if (raw_.empty()) return false;
  char* from = raw_.data();
  std::size_t left = raw_.size();
  char* to = text_.data();
  std::size_t room = text_.size();
  while (left > 0 && iconv(state_, &from, &left, &to, &room) == static_cast<std::size_t>(-1)) {
    if (errno == E2BIG || room < replacement.size()) break;  // the rest comes next time
    if (errno == EINVAL && !at_end) break;  // half a code point waits for its other half
    const std::size_t skipped = std::min(left, unit_);
    replaced_.emplace_back(to, skipped);
    to = std::copy(replacement.begin(), replacement.end(), to);
    room -= replacement.size();
    from += skipped;
    left -= skipped;
  }
  raw_.erase(0, raw_.size() - left);
  setg(text_.data(), text_.data(), to);
  return true;
}

Utf16Stream::Buffer::pos_type Utf16Stream::Buffer::seekpos(pos_type position,
                                                           std::ios_base::openmode) {
  source_.clear();
  if (position != pos_type(0) || !source_.seekg(0)) return pos_type(off_type(-1));
  iconv(state_, nullptr, nullptr, nullptr, nullptr);
  raw_.clear();
  passed_ = 0;
  replaced_.clear();
  setg(text_.data(), text_.data(), text_.data());
  return position;
}

Utf16Stream::Utf16Stream(std::istream& source, std::string_view encoding)
    : buffer_(source, encoding), stream_(&buffer_) {
}

}  // namespace backfile
