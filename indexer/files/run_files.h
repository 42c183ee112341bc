// Files that one build writes and reads back: numbers and counted strings (varint.h).
//
// They are read and written front to back through a buffer each, and open only while a buffer is
// filled or emptied: any number of them can be joined at once. A buffer goes to disk as a block:
//
//   u64 bytes, u64 checksum of the block's number, of bytes and of what follows; then the bytes.
//   A block of no bytes ends the file.
//
// so that whatever does not read back as it was written is noticed. Used by forward/building,
// index/building and build/inversion. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace backfile {

class RunWriter {
 public:
  explicit RunWriter(const std::filesystem::path& file);

  void add(std::string_view bytes);  // one counted string
  void add_number(std::uint64_t number);
  void finish();

 private:
  void write_if_large();
  void write_block();

  std::filesystem::path path_;
  std::uint64_t blocks_ = 0;  // written
  std::string buffer_;
};

// Failure{corrupt} that names the file where it is not what was written, or is asked for more.
class RunReader {
 public:
  explicit RunReader(const std::filesystem::path& file);

  bool at_end() { return !fill(1); }
  // The next counted string, valid until the next call; false at the end of the file.
  bool next(std::string_view& bytes);
  std::string_view take();
  std::uint64_t take_number();

  // Throws the Failure.
  [[noreturn]] void damaged(std::string_view what) const;

 private:
  bool fill(std::size_t bytes);
  bool read_block();

  std::filesystem::path path_;
  std::uint64_t read_ = 0;    // bytes of the file
  std::uint64_t blocks_ = 0;  // read
  bool ended_ = false;
  std::string buffer_;
  std::size_t used_ = 0;
};

}  // namespace backfile
