// Bounds first, then a piece of the members.
#include "indexer/files/string_sets.h"

#include <algorithm>

#include "indexer/files/limits.h"

namespace backfile {
namespace {

std::uint32_t count_of(const SectionFile& file, std::span<const std::uint32_t> firsts) {
  if (firsts.empty()) file.damaged("a list of sets is missing");
  return static_cast<std::uint32_t>(firsts.size() - 1);
}

}  // namespace

StringSets::StringSets(const SectionFile& file, std::size_t section)
    : file_(file),
      firsts_(file.numbers<std::uint32_t>(section + 2)),
      strings_(file, section, count_of(file, firsts_)),
      members_(file.numbers<std::uint32_t>(section + 3)) {
}

std::span<const std::uint32_t> StringSets::of(std::uint32_t first, std::uint32_t last) const {
  if (first > last || last >= firsts_.size()) file_.damaged("a set is beyond its list");
  const std::size_t begin = firsts_[first], end = firsts_[last];
  if (begin > end || end > members_.size()) file_.damaged("the sets are out of order");
  return members_.subspan(begin, end - begin);
}

std::span<const std::uint32_t> StringSets::of(std::string_view string) const {
  const auto found = strings_.find(string);
  return found ? of(*found) : std::span<const std::uint32_t>();
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
  hold_to(ForwardLimits::in_32_bits, members_.size(), "words of names");
  strings_.write(out);
  out.begin_section();
  out.append_numbers(std::span<const std::uint32_t>(firsts_));
  out.append_number(static_cast<std::uint32_t>(members_.size()));
  out.begin_section();
  out.append_numbers(std::span<const std::uint32_t>(members_));
}

}  // namespace backfile
