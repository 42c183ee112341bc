// What the manifest of a generation says of its other files, and whether they still are those.
//
// Hashes of whole files are for `verify` (verification.h). Whoever opens a generation looks at sizes
// and at a sample of each file: its first and last page, and three between. That takes a fraction of
// a millisecond, however large the archive, and tells a file of another index or another build: all
// files of ours begin with a checksum of the rest, and the postings with a name that follows from
// all articles (build/direct_database.h). What is not seen: bytes that changed between the pages of a
// sample, as a failing disk changes them; and, where Xapian's API built the index, postings of an
// archive so like this one that their size and all five pages agree.
//
// Pure but for the disk; safe on any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

namespace backfile {

struct PublishedFile {
  std::uint64_t bytes = 0;
  std::string sha256;  // in hexadecimal, as the next
  std::string sample;  // checksum (base/checksum.h) of the pages
};

// By the path inside the generation.
using PublishedFiles = std::map<std::string, PublishedFile>;

// Reads every file below the directory.
PublishedFiles files_below(const std::filesystem::path& directory);

// Failure{corrupt} that names the first file that is missing or another, of those that searches read.
void look_at_files(const std::filesystem::path& generation, const PublishedFiles& files);

}  // namespace backfile
