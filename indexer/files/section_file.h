// Files of an index: a header, then sections of numbers or bytes, mapped as they lie.
//
//   header     1024 bytes: "BACKFILE", format, kind, the lexicon it belongs to, a checksum of what
//              follows, the place of each section, a checksum of the header itself
//   sections   each at a multiple of 64 bytes
//   end        128 zero bytes, so that a scan may read a whole step beyond the last code
//
// Opening a file checks its header and its length; verify() reads all of it. What lies inside the
// sections is for their readers to check. A file must keep its length while it is open: to read what
// has been cut off a mapped file ends the program (SIGBUS). Files are never changed once they are
// published, so none is truncated in place; damage done before a file is opened is found.
//
// The forward index (forward/), the columns (index/columns.h) and the catalogue (index/catalogue.h)
// build on this. A SectionFile is
// immutable: shared by all threads. A writer is for one thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "indexer/base/checksum.h"

namespace backfile {

// Raised when a reader of the version before would misread the files.
inline constexpr std::uint32_t file_format = 5;  // 5: smaller lexicon

enum class FileKind : std::uint32_t {
  lexicon = 1,
  codes,
  rare,
  separators,
  offsets,
  facts,
  columns,
  catalogue
};

std::string_view name_of(FileKind kind);  // "lexicon", which is its file's name as well

struct SectionPlace {
  std::uint64_t begin = 0;  // from the beginning of the file, in bytes
  std::uint64_t bytes = 0;
};

static_assert(std::endian::native == std::endian::little, "the files are mapped as they are");

struct FileHeader {
  std::array<char, 8> magic = {};
  std::uint32_t format = 0;
  FileKind kind = FileKind::lexicon;
  // The checksum of the lexicon that its numbers are of: files of two builds are never taken for
  // one index. 0 in the lexicon.
  std::uint64_t lexicon = 0;
  std::uint64_t checksum = 0;  // of everything behind the header
  std::uint64_t section_count = 0;
  std::array<SectionPlace, 61> sections = {};
  std::uint64_t header_checksum = 0;  // of the header before it
};
static_assert(sizeof(FileHeader) == 1024);

class SectionFile {
 public:
  // The file of that kind in the directory; Failure{corrupt} that names it if it is missing,
  // damaged, truncated, of another format or no file of ours.
  SectionFile(const std::filesystem::path& directory, FileKind kind, std::size_t sections);
  ~SectionFile();
  SectionFile(const SectionFile&) = delete;
  SectionFile& operator=(const SectionFile&) = delete;

  // Failure{corrupt} if the section is not a whole number of them.
  template <class Number>
  std::span<const Number> numbers(std::size_t section) const {
    const std::string_view bytes = this->bytes(section);
    if (bytes.size() % sizeof(Number) != 0) damaged("a section is cut off");
    return {reinterpret_cast<const Number*>(bytes.data()), bytes.size() / sizeof(Number)};
  }
  std::string_view bytes(std::size_t section) const;

  const FileHeader& header() const { return header_; }
  std::uint64_t size() const { return size_; }

  // Failure{corrupt} unless every byte is what was written.
  void verify() const;
  // Lets the system fetch all of it, as nearly every query will want it.
  void read_ahead() const;

  // Throws Failure{corrupt} that names the file and says what is wrong with it.
  [[noreturn]] void damaged(std::string_view what) const;

 private:
  void read_header(std::size_t sections);

  std::filesystem::path path_;
  FileKind kind_;
  FileHeader header_;
  const char* data_ = nullptr;
  std::uint64_t size_ = 0;
};

// Writes such a file front to back. It is no file of ours until finish() has put the header there.
class SectionFileWriter {
 public:
  SectionFileWriter(const std::filesystem::path& directory, FileKind kind);
  ~SectionFileWriter();
  SectionFileWriter(const SectionFileWriter&) = delete;
  SectionFileWriter& operator=(const SectionFileWriter&) = delete;

  void begin_section();
  void append(std::string_view bytes);
  template <class Number>
  void append_numbers(std::span<const Number> numbers) {
    append({reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()});
  }
  template <class Number>
  void append_number(Number number) {
    append({reinterpret_cast<const char*>(&number), sizeof number});
  }

  // Returns the checksum of the contents: what the other files of a lexicon give as `lexicon`.
  std::uint64_t finish(std::uint64_t lexicon = 0);

  // Bytes in the section that is being written.
  std::uint64_t section_bytes() const { return end_ - header_.sections[count_ - 1].begin; }

 private:
  void pad(std::size_t bytes);
  void flush();
  void end_section();

  std::filesystem::path path_;
  int descriptor_ = -1;
  FileHeader header_;
  std::size_t count_ = 0;  // sections begun
  std::uint64_t end_ = sizeof(FileHeader);
  std::string buffer_;
  Checksum sum_;
};

}  // namespace backfile
