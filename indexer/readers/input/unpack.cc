// The two formats behind one interface, and a loop that moves bytes and watches the limits.
#include "indexer/readers/input/unpack.h"

#define ZLIB_CONST  // zlib then promises to leave its input alone
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <new>

namespace backfile {

// One format's decoder. Bad bytes are a value, want of memory is std::bad_alloc.
class Unpacking {
 public:
  struct Step {
    std::size_t taken = 0, made = 0;
    bool complete = false;  // what was begun has ended, checksum and all
    std::string fault = {};
  };
  virtual ~Unpacking() = default;
  virtual Step step(std::string_view from, std::span<char> to) = 0;
};

namespace {

constexpr std::string_view gzip_magic = "\x1f\x8b";
constexpr std::string_view zstd_magic = "\x28\xb5\x2f\xfd";
constexpr const char* damaged = "the archive is damaged";

class Gzip final : public Unpacking {
 public:
  Gzip() {
    constexpr int window_and_gzip_header = 15 + 16;
    if (inflateInit2(&state_, window_and_gzip_header) != Z_OK) throw std::bad_alloc();
  }
  ~Gzip() override { inflateEnd(&state_); }
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  Step step(std::string_view from, std::span<char> to) override {
    if (complete_ && !from.empty()) {
      if (from.front() == '\0') return {padding(from), 0, true};
      inflateReset(&state_);
      complete_ = false;
    }
    state_.next_in = reinterpret_cast<const Bytef*>(from.data());
    state_.avail_in = static_cast<uInt>(from.size());
    state_.next_out = reinterpret_cast<Bytef*>(to.data());
    state_.avail_out = static_cast<uInt>(to.size());
    const int status = inflate(&state_, Z_NO_FLUSH);
    if (status == Z_MEM_ERROR) throw std::bad_alloc();
    complete_ = complete_ || status == Z_STREAM_END;
    Step step{from.size() - state_.avail_in, to.size() - state_.avail_out, complete_};
    const bool goes_on = status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR;
    if (!goes_on) step.fault = damaged;
    return step;
  }

 private:
  // Tapes and some programs fill up the last block.
  static std::size_t padding(std::string_view from) {
    return std::min(from.find_first_not_of('\0'), from.size());
  }

  z_stream state_{};
  bool complete_ = false;
};

class Zstd final : public Unpacking {
 public:
  Zstd() : state_(ZSTD_createDCtx(), ZSTD_freeDCtx) {
    if (!state_) throw std::bad_alloc();
  }

  Step step(std::string_view from, std::span<char> to) override {
    ZSTD_inBuffer in{from.data(), from.size(), 0};
    ZSTD_outBuffer out{to.data(), to.size(), 0};
    const std::size_t left = ZSTD_decompressStream(state_.get(), &out, &in);
    Step step{in.pos, out.pos, left == 0};
    if (!ZSTD_isError(left)) return step;
    const ZSTD_ErrorCode code = ZSTD_getErrorCode(left);
    if (code == ZSTD_error_memory_allocation) throw std::bad_alloc();
    step.fault = code == ZSTD_error_frameParameter_windowTooLarge
                     ? "the archive was packed with a window of more than 128 MB; pack it again "
                       "without --long or --ultra"
                     : damaged;
    return step;
  }

 private:
  std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> state_;
};

std::unique_ptr<Unpacking> unpacking_of(std::string_view head) {
  if (head.starts_with(zstd_magic)) return std::make_unique<Zstd>();
  return std::make_unique<Gzip>();
}

}  // namespace

std::size_t fill(const ByteSource& source, std::span<char> room) {
  std::size_t filled = 0;
  while (filled < room.size()) {
    const std::size_t more = source(room.subspan(filled));
    if (more == 0) break;
    filled += more;
  }
  return filled;
}

bool is_packed(std::string_view head) {
  return head.starts_with(gzip_magic) || head.starts_with(zstd_magic);
}

std::string_view unpacked_name(std::string_view name) {
  for (const std::string_view ending : {".gz", ".gzip", ".zst", ".zstd"}) {
    if (name.size() <= ending.size()) continue;
    const std::string_view end = name.substr(name.size() - ending.size());
    const bool has_it = std::equal(end.begin(), end.end(), ending.begin(), [](char a, char b) {
      return std::tolower(static_cast<unsigned char>(a)) == b;
    });
    if (has_it) return name.substr(0, name.size() - ending.size());
  }
  return name;
}

Unpacker::Unpacker(ByteSource packed, const UnpackLimits& limits)
    : packed_(std::move(packed)), limits_(limits) {
}

Unpacker::~Unpacker() = default;

// False at the end of the packed bytes.
bool Unpacker::refill() {
  constexpr std::size_t at_once = 32768;
  buffer_.resize(at_once);
  const std::span<char> room(buffer_);
  std::size_t size = 0;
  if (unpacking_ == nullptr) {
    size = fill(packed_, room.first(zstd_magic.size()));  // enough to tell
    unpacking_ = unpacking_of({buffer_.data(), size});
  }
  size += packed_(room.subspan(size));
  ahead_ = std::string_view(buffer_).substr(0, size);
  return size > 0;
}

std::size_t Unpacker::stop(std::string fault) {
  fault_ = std::move(fault);
  return 0;
}

std::size_t Unpacker::read(std::span<char> to) {
  if (!fault_.empty()) return 0;
  if (!pending_.empty()) return stop(pending_);
  for (bool at_end = false;;) {
    if (ahead_.empty() && !at_end) at_end = !refill();
    const Unpacking::Step step = unpacking_->step(ahead_, to);
    const bool begins_another = step.taken > 0;
    complete_ = step.complete || (complete_ && !begins_another);
    ahead_.remove_prefix(step.taken);
    taken_ += step.taken;
    made_ += step.made;
    if (made_ > limits_.bytes) return stop("the archive unpacks to more than a terabyte");
    if (made_ > limits_.free_bytes && made_ / limits_.times > taken_) {
      return stop("the archive unpacks to more than " + std::to_string(limits_.times) +
                  " times its size, as no articles do");
    }
    if (!step.fault.empty()) pending_ = step.fault;
    if (step.made > 0) return step.made;
    if (!pending_.empty()) return stop(pending_);
    if (at_end) return complete_ ? 0 : stop("the archive is cut off");
  }
}

}  // namespace backfile
