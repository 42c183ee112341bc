// Compression (zstd): of whole files, and of many short texts that are alike.
//
// A short text has little in it that repeats. A dictionary holds what many of them share, so that
// each says only what is its own: of the facts of newswire stories less than half is left.
// What is damaged is found by checksums. Safe on any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace backfile {

std::string compress(std::string_view bytes);

// Failure{corrupt} for bytes that compress() did not write, or that were damaged since.
std::string decompress(std::string_view bytes);

// What the samples share, in at most so many bytes; nothing if they are too few or too unlike. The
// same for the same samples.
std::string train_dictionary(std::span<const std::string> samples, std::size_t most_bytes);

// Compresses by a dictionary, which may be of no bytes.
class DictionaryCompressor {
 public:
  explicit DictionaryCompressor(std::string_view dictionary);
  std::string compress(std::string_view bytes) const;

 private:
  std::shared_ptr<const void> prepared_;
};

class DictionaryDecompressor {
 public:
  // Failure{corrupt} for what is no dictionary. It must outlive this.
  explicit DictionaryDecompressor(std::string_view dictionary);
  // Failure{corrupt} for bytes that were not compressed by that dictionary.
  std::string decompress(std::string_view bytes) const;

 private:
  std::shared_ptr<const void> prepared_;
};

}  // namespace backfile
