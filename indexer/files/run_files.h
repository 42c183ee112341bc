// Files that one build writes and reads back: numbers and counted strings (varint.h).
//
// They are read and written front to back through a buffer each, and open only while a buffer is
// filled or emptied: any number of them can be joined at once. Used by forward/building and
// index/building. For one thread.
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
  void write_if_large(std::size_t size);

  std::filesystem::path path_;
  bool created_ = false;
  std::string buffer_;
};

class RunReader {
 public:
  explicit RunReader(const std::filesystem::path& file);

  bool at_end() { return !fill(1); }
  // The next counted string, valid until the next call; false at the end of the file.
  bool next(std::string_view& bytes);
  // Failure{unwritable} where the file ends too early: nobody but this build wrote it.
  std::string_view take();
  std::uint64_t take_number();

 private:
  bool fill(std::size_t bytes);

  std::filesystem::path path_;
  std::uint64_t read_ = 0;  // bytes of the file
  std::string buffer_;
  std::size_t used_ = 0;
};

}  // namespace backfile
