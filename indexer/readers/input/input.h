// The bytes of a source, wherever they come from and however they are packed.
//
// A file, standard input or another pipe; as it is, or packed by gzip or zstd, told by its first
// bytes. Readers see a stream of the bytes unpacked. Used by open.h alone; unpack.h undoes the
// packing. An input is for one thread.
#pragma once

#include <istream>
#include <memory>
#include <string>

#include "indexer/readers/input/walk.h"

namespace backfile {

class Input {
 public:
  explicit Input(const SourceFile& file);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // What the bytes begin with, up to 8 kB.
  const std::string& head() const { return head_; }
  // The name that tells the format: without the ending that packing added.
  const std::string& name() const { return name_; }
  // From the first byte. Can be sent back there (seekg(0)) until more than 64 MB were read.
  std::istream& stream() { return *stream_; }

  // Why it cannot be opened, or why its stream ended too early, as far as it was read; else empty.
  std::string fault() const;

 private:
  class Bytes;
  class Rewindable;

  std::string name_;
  std::string fault_;
  std::unique_ptr<Bytes> bytes_;        // of what no ifstream can read
  std::unique_ptr<Rewindable> buffer_;  // over these
  std::unique_ptr<std::istream> stream_;
  std::string head_;
};

}  // namespace backfile
