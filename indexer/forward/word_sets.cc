// A table for short codes, a hash table for rare forms.
#include "indexer/forward/word_sets.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace backfile {

WordSets::WordSets(std::span<const std::span<const FormId>> sets)
    : by_code_(first_rare_code), combinations_{0} {
  std::vector<std::pair<FormId, std::uint64_t>> members;
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (const FormId form : sets[set]) members.emplace_back(form, std::uint64_t{1} << set);
  }
  std::ranges::sort(members);
  rare_.resize(std::bit_ceil(2 * members.size() + 1));
  std::vector<WordCode> codes;
  codes.reserve(members.size());
  for (std::size_t i = 0; i < members.size();) {
    const FormId form = members[i].first;
    std::uint64_t in = 0;
    for (; i < members.size() && members[i].first == form; ++i) in |= members[i].second;
    codes.push_back(code_of(form));
    if (is_rare(codes.back())) {
      add_rare(form, in);
    } else {
      by_code_[form] = combination(in);
    }
  }
  codes_ = CodeSet(std::move(codes));
  constexpr std::size_t rare_codes = 0x10000 - first_rare_code;
  const auto wanted = codes_.codes();
  every_rare_code_ =
      wanted.size() >= rare_codes && wanted[wanted.size() - rare_codes] == first_rare_code;
  if (every_rare_code_) set_rare_bits(members.back().first);
}

void WordSets::set_rare_bits(FormId last) {
  rare_bits_.resize((last - first_rare_code) / 64 + 1);
  for (const RareMember& member : rare_) {
    if (member.form == 0) continue;
    const std::size_t bit = member.form - first_rare_code;
    rare_bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
}

std::uint16_t WordSets::combination(std::uint64_t sets) {
  const auto place = std::ranges::find(combinations_, sets) - combinations_.begin();
  if (place == std::ssize(combinations_)) combinations_.push_back(sets);
  return static_cast<std::uint16_t>(place);
}

void WordSets::add_rare(FormId form, std::uint64_t sets) {
  std::size_t slot = rare_slot(form);
  while (rare_[slot].form != 0) slot = (slot + 1) & (rare_.size() - 1);
  rare_[slot] = {form, combination(sets)};
}

}  // namespace backfile
