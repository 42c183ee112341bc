// Leaves as they fill, branches above them as these do.
#include "indexer/build/glass/tree_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <limits>

#include "indexer/base/disk.h"
#include "indexer/base/failure.h"
#include "indexer/build/glass/fault.h"
#include "indexer/build/glass/numbers.h"
#include "indexer/files/limits.h"

namespace backfile {
namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20;

// An item is never longer than this, so that four of them and their directory fit into a block.
constexpr std::size_t longest_item =
    (TreeBlock::size - TreeBlock::header_size - 4 * TreeBlock::directory_entry) / 4;

// Parts of an item.
constexpr std::size_t size_field = 2, key_length = 1, piece_field = 2, child_field = 4;
// Xapian does not count the first fields of an item in its size.
constexpr std::size_t uncounted = size_field + key_length;

// In the size field.
constexpr unsigned is_deflated = 0x8000, is_last_piece = 0x4000, is_first_piece = 0x2000;

}  // namespace

TreeWriter::~TreeWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void TreeWriter::create() {
  if (descriptor_ >= 0) return;
  descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
  if (descriptor_ < 0) throw disk_failure("create", path_, errno);
}

void TreeWriter::add(std::string_view key, std::string_view tag, bool deflated) {
  check_key(key);
  if (entries_ == 0) {
    create();
    put({}, 1, {}, is_first_piece | is_last_piece);  // before all keys, in every table
  }
  ++entries_;
  const unsigned flags = deflated ? is_deflated : 0;
  const std::size_t whole = longest_item - uncounted - key.size();  // what an item holds of the tag
  if (tag.size() <= whole) {
    put(key, 1, tag, flags | is_first_piece | is_last_piece);
  } else {
    put(key, 1, tag.substr(0, whole), flags | is_first_piece);
    tag.remove_prefix(whole);
    const std::size_t later = whole - piece_field;
    for (std::size_t piece = 2; !tag.empty(); ++piece) {
      hold_to(std::numeric_limits<std::uint16_t>::max(), piece, "pieces of one article's data");
      const std::string_view part = tag.substr(0, later);
      tag.remove_prefix(part.size());
      put(key, piece, part, flags | (tag.empty() ? is_last_piece : 0));
    }
  }
}

void TreeWriter::check_key(std::string_view key) const {
  if (key.empty() || key.size() > longest_key) {
    throw glass_fault(path_, "a key has " + std::to_string(key.size()) + " bytes");
  }
  if (key <= last_key_) throw glass_fault(path_, "its keys are out of order");
}

void TreeWriter::put(std::string_view key, std::size_t piece, std::string_view tag,
                     unsigned flags) {
  const bool first = flags & is_first_piece;
  const std::size_t item = uncounted + key.size() + (first ? 0 : piece_field) + tag.size();
  if (!levels_[0].block.has_room(item)) {
    seal(0);
    set_separator(key, piece);
  }
  char* at = levels_[0].block.add(item);
  at = put_big_endian(at, static_cast<std::uint16_t>((item - uncounted) | flags));
  at = put_big_endian(at, static_cast<std::uint8_t>(key.size()));
  at = std::copy(key.begin(), key.end(), at);
  if (!first) at = put_big_endian(at, static_cast<std::uint16_t>(piece));
  std::copy(tag.begin(), tag.end(), at);
  if (first) last_key_ = key;
}

// The shortest beginning of a key that the last one does not have.
void TreeWriter::set_separator(std::string_view key, std::size_t piece) {
  const auto differ = std::mismatch(key.begin(), key.end(), last_key_.begin(), last_key_.end());
  const auto shared = static_cast<std::size_t>(differ.first - key.begin());
  levels_[0].separator = key.substr(0, shared + 1);
  levels_[0].piece = static_cast<std::uint16_t>(piece);
}

void TreeWriter::seal(std::size_t level) {
  TreeBlock& block = levels_[level].block;
  const std::string_view bytes = block.sealed();
  sum_.add(bytes);
  buffer_ += bytes;
  block.clear();
  hold_to(std::numeric_limits<std::uint32_t>::max() - 1, std::uint64_t{blocks_} + 1,
          "blocks in a table");
  const std::uint32_t number = blocks_++;
  if (buffer_.size() >= buffer_size) flush();
  // Copies: the level may move when one is added above it.
  const std::string separator = levels_[level].separator;
  add_child(level + 1, separator, levels_[level].piece, number);
}

void TreeWriter::add_child(std::size_t level, const std::string& separator, std::uint16_t piece,
                           std::uint32_t child) {
  if (level == levels_.size()) levels_.emplace_back(static_cast<unsigned>(level));
  const std::size_t item = child_field + key_length + separator.size() + piece_field;
  if (!levels_[level].block.has_room(item)) seal(level);
  Level& branch = levels_[level];
  const bool first = branch.block.items() == 0;
  if (first) {
    branch.separator = separator;
    branch.piece = piece;
  }
  // The first child has whatever comes before the second.
  const std::string_view key = first ? std::string_view() : separator;
  char* at = branch.block.add(item - separator.size() + key.size());
  at = put_big_endian(at, child);
  at = put_big_endian(at, static_cast<std::uint8_t>(key.size()));
  at = std::copy(key.begin(), key.end(), at);
  put_big_endian(at, first ? std::uint16_t{0} : piece);
}

TreeRoot TreeWriter::finish() {
  if (entries_ == 0) return {};
  std::size_t level = 0;
  seal(level);
  // A branch of one child is not needed: the child, which was sealed just now, is the root.
  const auto is_root = [&] {
    return level + 2 == levels_.size() && levels_.back().block.items() == 1;
  };
  while (!is_root()) seal(++level);
  flush();
  return {blocks_ - 1, static_cast<unsigned>(level), entries_, blocks_};
}

void TreeWriter::verify() const {
  if (blocks_ == 0) return;
  std::ifstream in(path_, std::ios::binary);
  Checksum sum;
  std::string bytes(buffer_size, '\0');
  while (in.read(bytes.data(), std::ssize(bytes)) || in.gcount() > 0) {
    sum.add(std::string_view(bytes).substr(0, static_cast<std::size_t>(in.gcount())));
  }
  if (sum.value() != sum_.value()) throw damaged_file(path_);
}

void TreeWriter::flush() {
  write_all(descriptor_, buffer_, path_);
  buffer_.clear();
}

}  // namespace backfile
