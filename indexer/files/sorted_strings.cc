// Front coding, and a cursor that trusts no length it reads.
#include "indexer/files/sorted_strings.h"

#include <algorithm>

#include "indexer/files/limits.h"
#include "indexer/files/varint.h"

namespace backfile {

// Walks over the strings of one block.
class SortedStrings::Cursor {
 public:
  Cursor(const SectionFile& file, std::string_view block) : file_(file), rest_(block) {}

  const std::string& next() {
    const auto shared = take_varint(rest_);
    const auto added = take_counted(rest_);
    if (!shared || !added || *shared > text_.size()) file_.damaged("a list of strings is broken");
    text_.resize(*shared);
    text_ += *added;
    return text_;
  }

 private:
  const SectionFile& file_;
  std::string_view rest_;
  std::string text_;
};

SortedStrings::SortedStrings(const SectionFile& file, std::size_t section, std::uint32_t count)
    : file_(file),
      bytes_(file.bytes(section)),
      blocks_(file.numbers<std::uint32_t>(section + 1)),
      count_(count) {
  if (blocks_.size() != (std::uint64_t{count} + block_size - 1) / block_size) {
    file.damaged("a list of strings is of another length");
  }
}

std::string_view SortedStrings::block(std::uint32_t block) const {
  const std::size_t begin = blocks_[block];
  const std::size_t end = block + 1 < blocks_.size() ? blocks_[block + 1] : bytes_.size();
  if (begin > end || end > bytes_.size()) file_.damaged("a list of strings is out of order");
  return bytes_.substr(begin, end - begin);
}

std::string_view SortedStrings::first_of(std::uint32_t block) const {
  std::string_view rest = this->block(block);
  const auto shared = take_varint(rest);
  const auto text = take_counted(rest);
  if (!shared || *shared != 0 || !text) file_.damaged("a list of strings is broken");
  return *text;
}

std::string SortedStrings::at(std::uint32_t number) const {
  if (number >= count_) file_.damaged("a string is beyond its list");
  Cursor cursor(file_, block(number / block_size));
  for (std::uint32_t i = 0; i < number % block_size; ++i) cursor.next();
  return cursor.next();
}

void SortedStrings::visit(std::uint32_t first, std::uint32_t last,
                          const std::function<bool(std::uint32_t, std::string_view)>& visit) const {
  last = std::min(last, count_);
  for (std::uint32_t number = first / block_size * block_size; number < last;) {
    Cursor cursor(file_, block(number / block_size));
    for (std::uint32_t left = block_size; left > 0 && number < last; --left, ++number) {
      const std::string& text = cursor.next();
      if (number >= first && !visit(number, text)) return;
    }
  }
}

std::uint32_t SortedStrings::lower_bound(std::string_view text) const {
  // The last block that begins below the text, if any does.
  std::uint32_t low = 0, high = static_cast<std::uint32_t>(blocks_.size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (first_of(middle) < text) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return 0;
  const std::uint32_t begin = (low - 1) * block_size, end = std::min(count_, low * block_size);
  Cursor cursor(file_, block(low - 1));
  for (std::uint32_t number = begin; number < end; ++number) {
    if (cursor.next() >= text) return number;
  }
  return end;
}

std::optional<std::uint32_t> SortedStrings::find(std::string_view text) const {
  const std::uint32_t number = lower_bound(text);
  if (number == count_ || at(number) != text) return std::nullopt;
  return number;
}

std::pair<std::uint32_t, std::uint32_t> SortedStrings::with_prefix(std::string_view prefix) const {
  const std::uint32_t first = lower_bound(prefix);
  std::string beyond(prefix);
  while (!beyond.empty() && static_cast<unsigned char>(beyond.back()) == 0xFF) beyond.pop_back();
  if (beyond.empty()) return {first, count_};
  beyond.back() = static_cast<char>(static_cast<unsigned char>(beyond.back()) + 1);
  return {first, std::max(first, lower_bound(beyond))};
}

void SortedStringsWriter::add(std::string_view text) {
  const bool begins_block = count_ % SortedStrings::block_size == 0;
  if (begins_block) {
    hold_to(ForwardLimits::in_32_bits, bytes_.size(), "bytes of words");
    blocks_.push_back(static_cast<std::uint32_t>(bytes_.size()));
    last_.clear();
  }
  const auto differ = std::mismatch(last_.begin(), last_.end(), text.begin(), text.end());
  const auto shared = static_cast<std::size_t>(differ.first - last_.begin());
  append_varint(bytes_, shared);
  append_counted(bytes_, text.substr(shared));
  last_ = text;
  ++count_;
}

void SortedStringsWriter::write(SectionFileWriter& out) const {
  out.begin_section();
  out.append(bytes_);
  out.begin_section();
  out.append_numbers(std::span<const std::uint32_t>(blocks_));
}

}  // namespace backfile
