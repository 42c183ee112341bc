// Small files read and written whole, synced, and directories, with errors turned into Failures
// that a person can act on: what cannot be written is Failure{unwritable}.
//
// Used by generation.h and its neighbours. Safe on any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace backfile {

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

// With everything below it; does nothing if it does not exist.
void remove_tree(const std::filesystem::path& directory);

std::uint64_t bytes_below(const std::filesystem::path& directory);

}  // namespace backfile
