// Appends through a buffer, reads through a map.
#include "indexer/files/byte_store.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "indexer/base/disk.h"
#include "indexer/base/failure.h"

namespace backfile {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 18;

}  // namespace

ByteStore::ByteStore(const std::filesystem::path& directory) : directory_(directory) {
  std::string name = (directory / "store-XXXXXX").string();
  descriptor_ = ::mkostemp(name.data(), 0);
  if (descriptor_ < 0) throw disk_failure("create a file in", directory, errno);
  ::unlink(name.c_str());
}

ByteStore::~ByteStore() {
  if (data_) ::munmap(const_cast<char*>(data_), size_);
  ::close(descriptor_);
}

std::uint64_t ByteStore::add(std::string_view bytes) {
  const std::uint64_t begin = size_;
  buffer_ += bytes;
  size_ += bytes.size();
  if (buffer_.size() >= buffer_size) flush();
  return begin;
}

void ByteStore::flush() {
  write_all(descriptor_, buffer_, directory_);
  buffer_.clear();
}

void ByteStore::map() {
  flush();
  if (size_ == 0) return;
  void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor_, 0);
  if (mapped == MAP_FAILED) throw disk_failure("read back a file in", directory_, errno);
  data_ = static_cast<const char*>(mapped);
}

}  // namespace backfile
