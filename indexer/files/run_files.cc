// Counted strings through a buffer of an eighth of a megabyte.
#include "indexer/files/run_files.h"

#include <algorithm>
#include <cerrno>
#include <fstream>

#include "indexer/base/failure.h"
#include "indexer/files/varint.h"

namespace backfile {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 17;
constexpr std::size_t longest_varint = 10;

}  // namespace

RunWriter::RunWriter(const std::filesystem::path& file) : path_(file) {
}

void RunWriter::write_if_large(std::size_t size) {
  if (buffer_.size() < size) return;
  std::ofstream out(path_, std::ios::binary | (created_ ? std::ios::app : std::ios::trunc));
  created_ = true;
  out.write(buffer_.data(), std::ssize(buffer_));
  buffer_.clear();
  out.close();
  if (!out) throw disk_failure("write", path_, errno);
}

void RunWriter::add(std::string_view bytes) {
  append_counted(buffer_, bytes);
  write_if_large(buffer_size);
}

void RunWriter::add_number(std::uint64_t number) {
  append_varint(buffer_, number);
  write_if_large(buffer_size);
}

void RunWriter::finish() {
  write_if_large(0);
}

RunReader::RunReader(const std::filesystem::path& file) : path_(file) {
}

// Makes at least so many bytes lie in the buffer from used_ on, if the file has them.
bool RunReader::fill(std::size_t bytes) {
  if (buffer_.size() - used_ >= bytes) return true;
  buffer_.erase(0, used_);
  used_ = 0;
  const std::size_t held = buffer_.size();
  buffer_.resize(std::max(bytes, buffer_size));
  std::ifstream in(path_, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(read_));
  if (!in) throw disk_failure("read back", path_, errno);
  in.read(buffer_.data() + held, std::ssize(buffer_) - static_cast<std::ptrdiff_t>(held));
  if (in.bad()) throw disk_failure("read back", path_, errno);
  buffer_.resize(held + static_cast<std::size_t>(in.gcount()));
  read_ += static_cast<std::uint64_t>(in.gcount());
  return buffer_.size() >= bytes;
}

bool RunReader::next(std::string_view& bytes) {
  if (!fill(1)) return false;
  const std::uint64_t length = take_number();
  if (!fill(length)) throw disk_failure("read back", path_, EIO);
  bytes = std::string_view(buffer_).substr(used_, length);
  used_ += length;
  return true;
}

std::string_view RunReader::take() {
  std::string_view bytes;
  if (!next(bytes)) throw disk_failure("read back", path_, EIO);
  return bytes;
}

std::uint64_t RunReader::take_number() {
  fill(longest_varint);
  std::string_view rest = std::string_view(buffer_).substr(used_);
  const auto number = take_varint(rest);
  if (!number) throw disk_failure("read back", path_, EIO);
  used_ = buffer_.size() - rest.size();
  return *number;
}

}  // namespace backfile
