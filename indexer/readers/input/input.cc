// A plain file is an ifstream; all else comes from a descriptor, through an unpacker where packed,
// and is kept for as long as a reader may want to go back to its start.
#include "indexer/readers/input/input.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <streambuf>

#include "indexer/readers/input/unpack.h"
#include "indexer/readers/input/whole_file.h"

namespace backfile {
namespace {

constexpr std::size_t head_size = 8192;

std::string cannot_be_opened(int error) {
  return std::string("it cannot be opened: ") + std::strerror(error);
}

std::string read_head(std::istream& in) {
  std::string head(head_size, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  if (!in.bad()) in.clear();
  in.seekg(0);
  return head;
}

}  // namespace

// From a descriptor, unpacked where packed.
class Input::Bytes {
 public:
  explicit Bytes(int descriptor) : descriptor_(descriptor) {
    if (descriptor_ < 0) return;
    ahead_.resize(head_size);
    ahead_.resize(fill([this](std::span<char> to) { return read_raw(to); }, ahead_));
    if (!is_packed(ahead_)) return;
    unpacker_.emplace([this](std::span<char> to) { return read_packed(to); });
  }
  ~Bytes() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;

  bool are_packed() const { return unpacker_.has_value(); }
  // As a ByteSource.
  std::size_t read(std::span<char> to) { return unpacker_ ? unpacker_->read(to) : read_packed(to); }

  std::string fault() const {
    if (error_ != 0) return std::string("reading it failed: ") + std::strerror(error_);
    return unpacker_ ? unpacker_->fault() : "";
  }

 private:
  std::size_t read_packed(std::span<char> to) {
    if (ahead_.empty()) return read_raw(to);
    const std::size_t size = std::min(to.size(), ahead_.size());
    std::copy_n(ahead_.begin(), size, to.begin());
    ahead_.erase(0, size);
    return size;
  }

  std::size_t read_raw(std::span<char> to) {
    if (error_ != 0) return 0;
    for (;;) {
      const ssize_t size = ::read(descriptor_, to.data(), to.size());
      if (size >= 0) return static_cast<std::size_t>(size);
      if (errno == EINTR) continue;
      error_ = errno;
      return 0;
    }
  }

  int descriptor_;
  int error_ = 0;
  std::string ahead_;  // read already, to see whether they are packed
  std::optional<Unpacker> unpacker_;
};

class Input::Rewindable : public std::streambuf {
 public:
  explicit Rewindable(Bytes& bytes) : bytes_(bytes) {}

  bool is_at_end() const { return at_end_; }

 protected:
  int_type underflow() override {
    std::size_t size = 0;
    if (replayed_ < kept_.size()) {
      size = kept_.copy(chunk_.data(), chunk_.size(), replayed_);
      replayed_ += size;
    } else {
      size = bytes_.read(chunk_);
      keep({chunk_.data(), size});
    }
    setg(chunk_.data(), chunk_.data(), chunk_.data() + size);
    at_end_ = size == 0;
    return size == 0 ? traits_type::eof() : traits_type::to_int_type(*gptr());
  }

  // To the start only, and only while all that was read is kept.
  pos_type seekpos(pos_type position, std::ios_base::openmode) override {
    if (position != pos_type(0) || !keeps_) return pos_type(off_type(-1));
    setg(nullptr, nullptr, nullptr);
    replayed_ = 0;
    at_end_ = false;
    return position;
  }

 private:
  void keep(std::string_view more) {
    if (!keeps_) return;
    keeps_ = kept_.size() + more.size() <= largest_file + head_size;
    if (keeps_) {
      kept_ += more;
      replayed_ = kept_.size();
    } else {
      kept_ = std::string();
      replayed_ = 0;
    }
  }

  Bytes& bytes_;
  std::array<char, 65536> chunk_;
  std::string kept_;          // everything read so far
  std::size_t replayed_ = 0;  // of it, what has been given out since the last way back
  bool keeps_ = true;
  bool at_end_ = false;
};

Input::Input(const SourceFile& file) : name_(file.descriptor ? "" : file.path) {
  if (!file.descriptor) {
    errno = 0;
    auto plain = std::make_unique<std::ifstream>(file.path, std::ios::binary);
    if (plain->is_open()) head_ = read_head(*plain);
    if (!plain->is_open() || plain->bad()) fault_ = cannot_be_opened(errno);
    stream_ = std::move(plain);
    if (!is_packed(head_)) return;
  }
  const int descriptor = file.descriptor ? ::fcntl(*file.descriptor, F_DUPFD_CLOEXEC, 0)
                                         : ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) fault_ = cannot_be_opened(errno);
  bytes_ = std::make_unique<Bytes>(descriptor);
  if (bytes_->are_packed()) name_ = unpacked_name(name_);
  buffer_ = std::make_unique<Rewindable>(*bytes_);
  stream_ = std::make_unique<std::istream>(buffer_.get());
  if (fault_.empty()) head_ = read_head(*stream_);
}

Input::~Input() = default;

std::string Input::fault() const {
  const bool met = fault_.empty() && buffer_ && buffer_->is_at_end();
  return met ? bytes_->fault() : fault_;
}

}  // namespace backfile
