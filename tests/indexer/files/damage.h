// Damage done to files, for tests of what their readers say of it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

namespace backfile::test {

inline void overwrite(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// In place: a file that is written anew waits for the disk, thousands of times.
inline void put(const std::filesystem::path& file, std::size_t at, char byte) {
  std::fstream(file, std::ios::binary | std::ios::in | std::ios::out)
      .seekp(static_cast<std::streamoff>(at))
      .put(byte);
}

}  // namespace backfile::test
