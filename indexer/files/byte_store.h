// A long list of byte strings kept on disk while it grows, then mapped: memory that the system can
// take back.
//
// An unnamed file, gone with the process however that ends. For what a build
// has more of than memory holds: forms, the values of articles. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace backfile {

class ByteStore {
 public:
  explicit ByteStore(const std::filesystem::path& directory);
  ~ByteStore();
  ByteStore(const ByteStore&) = delete;
  ByteStore& operator=(const ByteStore&) = delete;

  // Where the bytes will stand.
  std::uint64_t add(std::string_view bytes);
  // Nothing may be added afterwards.
  void map();
  // Everything from `offset` on, once mapped.
  std::string_view from(std::uint64_t offset) const { return {data_ + offset, size_ - offset}; }

 private:
  void flush();

  std::filesystem::path directory_;
  int descriptor_ = -1;
  std::string buffer_;
  std::uint64_t size_ = 0;
  const char* data_ = nullptr;
};

}  // namespace backfile
