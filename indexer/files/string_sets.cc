// Bounds first, then a piece of the members.
#include "indexer/files/string_sets.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "indexer/files/limits.h"

namespace backfile {
namespace {

constexpr std::uint32_t strings_an_entry = 16, bits_a_word = 32;

// Of the directory, whose last may be where everything ends.
constexpr std::size_t entries_for(std::uint32_t strings) {
  return strings / strings_an_entry + 1;
}

std::uint32_t count_of(const SectionFile& file, std::span<const std::uint32_t> begins,
                       std::size_t members) {
  if (begins.empty()) file.damaged("a list of sets is missing");
  const std::size_t bits = begins.front() + members;
  if (begins.size() != 1 + entries_for(begins.front()) + bits / bits_a_word + 1) {
    file.damaged("a list of sets is of another length");
  }
  return begins.front();
}

}  // namespace

StringSets::StringSets(const SectionFile& file, std::size_t section)
    : file_(file),
      begins_(file.numbers<std::uint32_t>(section + 2)),
      strings_(file, section,
               count_of(file, begins_, file.numbers<std::uint32_t>(section + 3).size())),
      members_(file.numbers<std::uint32_t>(section + 3)) {
}

// From the last entry of the directory before the string, as many ones further as there are strings
// between.
std::size_t StringSets::begin_of(std::uint32_t string) const {
  std::uint32_t bit = begins_[1 + string / strings_an_entry];
  const auto bits = begins_.subspan(1 + entries_for(strings_.size()));
  for (std::uint32_t left = string % strings_an_entry; left > 0;) {
    if (bit / bits_a_word >= bits.size()) file_.damaged("the sets are out of order");
    std::uint32_t word = bits[bit / bits_a_word] >> bit % bits_a_word;
    const auto ones = static_cast<std::uint32_t>(std::popcount(word));
    if (ones < left) {
      left -= ones;
      bit += bits_a_word - bit % bits_a_word;
      continue;
    }
    for (; left > 1; --left) word &= word - 1;  // without its lowest one
    bit += static_cast<std::uint32_t>(std::countr_zero(word)) + 1;
    left = 0;
  }
  return bit - string;
}

std::span<const std::uint32_t> StringSets::of(std::uint32_t first, std::uint32_t last) const {
  if (first > last || last > strings_.size()) file_.damaged("a set is beyond its list");
  const std::size_t begin = begin_of(first), end = begin_of(last);
  if (begin > end || end > members_.size()) file_.damaged("the sets are out of order");
  return members_.subspan(begin, end - begin);
}

std::span<const std::uint32_t> StringSets::of(std::string_view string) const {
  const auto found = strings_.find(string);
  return found ? of(*found) : std::span<const std::uint32_t>();
}

void write_set_begins(SectionFileWriter& out, std::span<const std::uint32_t> begins) {
  const auto strings = static_cast<std::uint32_t>(begins.size() - 1);
  std::vector<std::uint32_t> directory, bits((strings + begins.back()) / bits_a_word + 1);
  for (std::uint32_t string = 0; string <= strings; ++string) {
    const std::uint32_t bit = begins[string] + string;
    if (string % strings_an_entry == 0) directory.push_back(bit);
    if (string > 0) bits[(bit - 1) / bits_a_word] |= 1U << (bit - 1) % bits_a_word;
  }
  out.begin_section();
  out.append_number(strings);
  out.append_numbers(std::span<const std::uint32_t>(directory));
  out.append_numbers(std::span<const std::uint32_t>(bits));
}

void StringSetsWriter::add(std::string_view string) {
  hold_to(ForwardLimits::in_32_bits, members_.size(), "words of names");
  strings_.add(string);
  firsts_.push_back(static_cast<std::uint32_t>(members_.size()));
}

void StringSetsWriter::add_all(const KeyTable& strings,
                               std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs) {
  std::ranges::sort(pairs);
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  for (const std::uint32_t string : strings.sorted()) {
    add(strings.key(string));
    auto pair = std::ranges::lower_bound(pairs, std::pair(string, std::uint32_t{0}));
    for (; pair != pairs.end() && pair->first == string; ++pair) add_member(pair->second);
  }
}

void StringSetsWriter::write(SectionFileWriter& out) const {
  hold_to(ForwardLimits::in_32_bits, members_.size() + firsts_.size(), "words of names");
  strings_.write(out);
  std::vector<std::uint32_t> begins = firsts_;
  begins.push_back(static_cast<std::uint32_t>(members_.size()));
  write_set_begins(out, begins);
  out.begin_section();
  out.append_numbers(std::span<const std::uint32_t>(members_));
}

}  // namespace backfile
