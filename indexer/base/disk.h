// Small files read and written whole, synced, and directories, with errors turned into Failures
// that a person can act on: what cannot be written is Failure{unwritable}.
//
// Used by generation.h and its neighbours. Safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace backfile {

// A file that is open to be read. Failure{corrupt} that names it if it is missing, is a folder or
// anything else but a file, or cannot be read.
class InputFile {
 public:
  explicit InputFile(const std::filesystem::path& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  std::uint64_t size() const { return size_; }
  // Fills `bytes` with what stands at `begin`, and returns how many there were: fewer at the end.
  std::size_t read(std::uint64_t begin, std::span<char> bytes) const;

 private:
  std::filesystem::path path_;
  int descriptor_;
  std::uint64_t size_ = 0;
};

// The whole file; Failure{corrupt} if it cannot be read.
std::string read_whole(const std::filesystem::path& file);

// Makes the file hold `text`, safe from a power cut once this returns.
void write_synced(const std::filesystem::path& file, std::string_view text);

// Writes all of it where the open file stands; `path` is for the Failure.
void write_all(int descriptor, std::string_view bytes, const std::filesystem::path& path);

// Waits until a file, or the list of files in a directory, is on the disk.
void sync(const std::filesystem::path& file_or_directory);

// sync() for everything below a directory, and the directory.
void sync_tree(const std::filesystem::path& directory);

// With its parents; does nothing if it exists.
void make_directories(const std::filesystem::path& directory);

// The same, safe from a power cut once this returns.
void make_directories_synced(const std::filesystem::path& directory);

// With everything below it; does nothing if it does not exist.
void remove_tree(const std::filesystem::path& directory);

std::uint64_t bytes_below(const std::filesystem::path& directory);

}  // namespace backfile
