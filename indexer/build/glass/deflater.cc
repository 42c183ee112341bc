// Xapian's settings of zlib: nothing around the data, the usual level.
#include "indexer/build/glass/deflater.h"

#include <new>

namespace backfile {
namespace {

// Xapian 1.4 inflates into a buffer of this size and takes data for cut off when the last of them
// are read just as it is full, with more to be written. A flush before the end, which is something
// to be read that writes nothing, keeps that from happening.
constexpr std::size_t reader_buffer = 8192;

// Xapian's condition.
constexpr std::size_t least_size = 19;

}  // namespace

Deflater::Deflater() {
  constexpr int without_header = -15, most_memory = 9;
  if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, without_header, most_memory,
                   Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
}

Deflater::~Deflater() {
  deflateEnd(&stream_);
}

std::string_view Deflater::deflated(std::string_view data) {
  if (data.size() < least_size) return {};
  deflateReset(&stream_);
  out_.resize(data.size() - 1);
  stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream_.avail_in = static_cast<uInt>(data.size());
  stream_.next_out = reinterpret_cast<Bytef*>(out_.data());
  stream_.avail_out = static_cast<uInt>(out_.size());
  if (data.size() > reader_buffer) deflate(&stream_, Z_SYNC_FLUSH);
  if (stream_.avail_out == 0 || deflate(&stream_, Z_FINISH) != Z_STREAM_END) return {};
  return std::string_view(out_).substr(0, stream_.total_out);
}

}  // namespace backfile
