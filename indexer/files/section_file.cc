// Mapping with every length checked, and writing front to back.
#include "indexer/files/section_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

constexpr std::array<char, 8> magic = {'B', 'A', 'C', 'K', 'F', 'I', 'L', 'E'};
constexpr std::size_t alignment = 64, end_padding = 128;
constexpr std::size_t write_size = std::size_t{1} << 20;

std::uint64_t checksum_of(const FileHeader& header) {
  return checksum({reinterpret_cast<const char*>(&header), offsetof(FileHeader, header_checksum)});
}

std::uint64_t aligned(std::uint64_t offset) {
  return (offset + alignment - 1) / alignment * alignment;
}

}  // namespace

std::string_view name_of(FileKind kind) {
  constexpr std::array<std::string_view, 8> names = {"lexicon", "codes", "rare",    "separators",
                                                     "offsets", "facts", "columns", "catalogue"};
  return names[static_cast<std::size_t>(kind) - 1];
}

SectionFile::SectionFile(const fs::path& directory, FileKind kind, std::size_t sections)
    : path_(directory / name_of(kind)), kind_(kind) {
  const int descriptor = ::open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0 && errno == ENOENT) damaged("it is missing");
  if (descriptor < 0) throw read_failure(path_, errno);
  struct stat status = {};
  const bool known = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  size_ = known ? static_cast<std::uint64_t>(status.st_size) : 0;
  void* mapped = MAP_FAILED;
  if (size_ >= sizeof(FileHeader)) {
    mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor, 0);
  }
  const int error = errno;
  ::close(descriptor);
  if (size_ < sizeof(FileHeader)) damaged("it is too short");
  if (mapped == MAP_FAILED) throw read_failure(path_, error);
  data_ = static_cast<const char*>(mapped);
  try {
    read_header(sections);
  } catch (...) {
    ::munmap(mapped, size_);
    throw;
  }
}

SectionFile::~SectionFile() {
  ::munmap(const_cast<char*>(data_), size_);
}

void SectionFile::read_header(std::size_t sections) {
  FileHeader& header = header_;
  std::memcpy(&header, data_, sizeof header);
  if (header.magic != magic) damaged("it is no file of an index");
  if (header.format != file_format) {
    throw Failure(Exit::corrupt, path_.string() + " is of format " + std::to_string(header.format) +
                                     ", not " + std::to_string(file_format) +
                                     "; rebuild the index with `backfile index`");
  }
  if (header.header_checksum != checksum_of(header)) damaged("its header does not add up");
  if (header.kind != kind_ || header.section_count != sections) damaged("it is another file");
  std::uint64_t end = sizeof header;
  for (std::size_t i = 0; i < sections; ++i) {
    const SectionPlace& place = header.sections[i];
    if (place.begin != aligned(end) || place.bytes > size_ || place.begin > size_ - place.bytes) {
      damaged("it is cut off");
    }
    end = place.begin + place.bytes;
  }
  if (aligned(end) + end_padding != size_) damaged("it is cut off, or has grown");
}

std::string_view SectionFile::bytes(std::size_t section) const {
  const SectionPlace& place = header_.sections[section];
  return {data_ + place.begin, place.bytes};
}

void SectionFile::verify() const {
  const std::string_view contents(data_ + sizeof(FileHeader), size_ - sizeof(FileHeader));
  if (checksum(contents) != header_.checksum) damaged("its contents do not add up");
}

void SectionFile::read_ahead() const {
  ::madvise(const_cast<char*>(data_), size_, MADV_WILLNEED);
}

void SectionFile::damaged(std::string_view what) const {
  throw Failure(Exit::corrupt, path_.string() + " is damaged: " + std::string(what) +
                                   "; rebuild the index with `backfile index`");
}

SectionFileWriter::SectionFileWriter(const fs::path& directory, FileKind kind)
    : path_(directory / name_of(kind)) {
  header_.magic = magic;
  header_.format = file_format;
  header_.kind = kind;
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor_ < 0) throw disk_failure("create", path_, errno);
  buffer_.reserve(write_size);
}

SectionFileWriter::~SectionFileWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void SectionFileWriter::end_section() {
  if (count_ > 0) header_.sections[count_ - 1].bytes = section_bytes();
  pad(aligned(end_) - end_);
}

void SectionFileWriter::begin_section() {
  end_section();
  header_.sections[count_].begin = end_;
  header_.section_count = ++count_;
}

void SectionFileWriter::append(std::string_view bytes) {
  if (buffer_.size() + bytes.size() > write_size) flush();
  buffer_ += bytes;
  end_ += bytes.size();
}

void SectionFileWriter::pad(std::size_t bytes) {
  append(std::string(bytes, '\0'));
}

void SectionFileWriter::flush() {
  std::uint64_t place = end_ - buffer_.size();
  sum_.add(buffer_);
  for (std::string_view rest = buffer_; !rest.empty();) {
    const ssize_t written =
        ::pwrite(descriptor_, rest.data(), rest.size(), static_cast<off_t>(place));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw disk_failure("write", path_, errno);
    rest.remove_prefix(static_cast<std::size_t>(written));
    place += static_cast<std::uint64_t>(written);
  }
  buffer_.clear();
}

std::uint64_t SectionFileWriter::finish(std::uint64_t lexicon) {
  end_section();
  pad(end_padding);
  flush();
  header_.lexicon = lexicon;
  header_.checksum = sum_.value();
  header_.header_checksum = checksum_of(header_);
  const std::string_view header(reinterpret_cast<const char*>(&header_), sizeof header_);
  if (::pwrite(descriptor_, header.data(), header.size(), 0) != std::ssize(header)) {
    throw disk_failure("write", path_, errno);
  }
  if (::close(std::exchange(descriptor_, -1)) != 0) throw disk_failure("write", path_, errno);
  return header_.checksum;
}

}  // namespace backfile
