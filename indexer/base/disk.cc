// Plain system calls, with every error noticed.
#include "indexer/base/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// A descriptor that closes itself; -1 is none.
class Descriptor {
 public:
  Descriptor(const fs::path& path, int flags)
      : value_(::open(path.c_str(), flags | O_CLOEXEC, 0644)) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  explicit operator bool() const { return value_ >= 0; }
  int get() const { return value_; }

 private:
  int value_;
};

}  // namespace

// O_NONBLOCK: a pipe in place of a file would wait for somebody to write.
InputFile::InputFile(const fs::path& path)
    : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (descriptor_ < 0) throw read_failure(path, errno);
  struct stat status = {};
  const int error = ::fstat(descriptor_, &status) == 0 ? 0 : errno;
  if (error == 0 && S_ISREG(status.st_mode)) {
    size_ = static_cast<std::uint64_t>(status.st_size);
    return;
  }
  ::close(descriptor_);
  if (error != 0) throw read_failure(path, error);
  throw Failure(Exit::corrupt, path.string() + " is not a file");
}

InputFile::~InputFile() {
  ::close(descriptor_);
}

std::size_t InputFile::read(std::uint64_t begin, std::span<char> bytes) const {
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::pread(descriptor_, bytes.data() + filled, bytes.size() - filled,
                                static_cast<off_t>(begin + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw read_failure(path_, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  return filled;
}

std::string read_whole(const fs::path& file) {
  const InputFile in(file);
  std::string text(in.size(), '\0');
  text.resize(in.read(0, text));
  return text;
}

void write_synced(const fs::path& file, std::string_view text) {
  const Descriptor descriptor(file, O_WRONLY | O_CREAT | O_TRUNC);
  if (!descriptor) throw disk_failure("create", file, errno);
  write_all(descriptor.get(), text, file);
  if (::fsync(descriptor.get()) != 0) throw disk_failure("write", file, errno);
}

void write_all(int descriptor, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw disk_failure("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void sync(const fs::path& file_or_directory) {
  const Descriptor descriptor(file_or_directory, O_RDONLY);
  if (!descriptor) throw disk_failure("open", file_or_directory, errno);
  if (::fsync(descriptor.get()) != 0) throw disk_failure("write", file_or_directory, errno);
}

void sync_tree(const fs::path& directory) {
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory)) {
    sync(entry.path());
  }
  sync(directory);
}

void make_directories(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) throw disk_failure("create", directory, error.value());
}

// A directory that may be changed but not listed cannot be opened, and hence not waited for.
void make_directories_synced(const fs::path& directory) {
  std::vector<fs::path> parents;  // whose lists get a new name
  for (fs::path made = fs::absolute(directory); !fs::exists(made); made = made.parent_path()) {
    parents.push_back(made.parent_path());
  }
  make_directories(directory);
  for (const fs::path& parent : parents) {
    if (::access(parent.c_str(), R_OK) == 0) sync(parent);
  }
}

void remove_tree(const fs::path& directory) {
  std::error_code error;
  fs::remove_all(directory, error);
  if (error) throw disk_failure("remove", directory, error.value());
}

std::uint64_t bytes_below(const fs::path& directory) {
  std::uint64_t bytes = 0;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

}  // namespace backfile
