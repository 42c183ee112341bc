// Blocks of an eighth of a megabyte.
#include "indexer/files/run_files.h"

#include <cerrno>
#include <fstream>

#include "indexer/base/checksum.h"
#include "indexer/base/failure.h"
#include "indexer/files/varint.h"

namespace backfile {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 17;
constexpr std::size_t longest_varint = 10;

struct BlockHeader {
  std::uint64_t bytes = 0;
  std::uint64_t checksum = 0;
};

std::uint64_t checksum_of(std::uint64_t number, std::string_view bytes) {
  Checksum sum;
  sum.add(number);
  sum.add(std::uint64_t{bytes.size()});
  sum.add(bytes);
  return sum.value();
}

}  // namespace

RunWriter::RunWriter(const std::filesystem::path& file) : path_(file) {
}

void RunWriter::write_block() {
  const BlockHeader header = {buffer_.size(), checksum_of(blocks_, buffer_)};
  std::ofstream out(path_, std::ios::binary | (blocks_ > 0 ? std::ios::app : std::ios::trunc));
  out.write(reinterpret_cast<const char*>(&header), sizeof header);
  out.write(buffer_.data(), std::ssize(buffer_));
  out.close();
  if (!out) throw disk_failure("write", path_, errno);
  ++blocks_;
  buffer_.clear();
}

void RunWriter::write_if_large() {
  if (buffer_.size() >= block_size) write_block();
}

void RunWriter::add(std::string_view bytes) {
  append_counted(buffer_, bytes);
  write_if_large();
}

void RunWriter::add_number(std::uint64_t number) {
  append_varint(buffer_, number);
  write_if_large();
}

void RunWriter::finish() {
  if (!buffer_.empty()) write_block();
  write_block();
}

RunReader::RunReader(const std::filesystem::path& file) : path_(file) {
}

void RunReader::damaged(std::string_view what) const {
  throw Failure(Exit::corrupt, path_.string() +
                                   " does not read back as it was written: " + std::string(what) +
                                   "; check disk and memory and run the command again");
}

// Makes at least so many bytes lie in the buffer from used_ on, if the file has them.
bool RunReader::fill(std::size_t bytes) {
  while (buffer_.size() - used_ < bytes) {
    if (!read_block()) return false;
  }
  return true;
}

bool RunReader::read_block() {
  if (ended_) return false;
  std::ifstream in(path_, std::ios::binary | std::ios::ate);
  if (!in) throw disk_failure("read back", path_, errno);
  const auto size = static_cast<std::uint64_t>(in.tellg());
  in.seekg(static_cast<std::streamoff>(read_));
  BlockHeader header;
  if (size < read_ + sizeof header) damaged("it is cut off");
  in.read(reinterpret_cast<char*>(&header), sizeof header);
  if (in && header.bytes > size - read_ - sizeof header) damaged("it is cut off");
  buffer_.erase(0, used_);
  used_ = 0;
  const std::size_t held = buffer_.size();
  buffer_.resize(held + header.bytes);
  in.read(buffer_.data() + held, static_cast<std::streamsize>(header.bytes));
  if (!in) throw disk_failure("read back", path_, errno);
  if (checksum_of(blocks_, std::string_view(buffer_).substr(held)) != header.checksum) {
    damaged("it does not add up");
  }
  read_ += sizeof header + header.bytes;
  ++blocks_;
  ended_ = header.bytes == 0;
  if (ended_ && read_ != size) damaged("it has grown");
  return !ended_;
}

bool RunReader::next(std::string_view& bytes) {
  if (!fill(1)) return false;
  const std::uint64_t length = take_number();
  if (!fill(length)) damaged("a string is cut off");
  bytes = std::string_view(buffer_).substr(used_, length);
  used_ += length;
  return true;
}

std::string_view RunReader::take() {
  std::string_view bytes;
  if (!next(bytes)) damaged("something is missing");
  return bytes;
}

std::uint64_t RunReader::take_number() {
  fill(longest_varint);
  std::string_view rest = std::string_view(buffer_).substr(used_);
  const auto number = take_varint(rest);
  if (!number) damaged("a number is missing");
  used_ = buffer_.size() - rest.size();
  return *number;
}

}  // namespace backfile
