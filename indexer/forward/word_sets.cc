// A table for short codes, a hash table for rare forms.
#include "indexer/forward/word_sets.h"

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace backfile {

namespace {

struct SetMember {
  FormId form;
  std::uint64_t sets;
};

// Every form of the sets once, rising.
std::vector<SetMember> members_of(std::span<const std::span<const FormId>> sets) {
  std::vector<SetMember> members;
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (const FormId form : sets[set]) members.push_back({form, std::uint64_t{1} << set});
  }
  std::ranges::sort(members, {}, &SetMember::form);
  std::size_t kept = 0;
  for (const SetMember& member : members) {
    if (kept > 0 && members[kept - 1].form == member.form) {
      members[kept - 1].sets |= member.sets;
    } else {
      members[kept++] = member;
    }
  }
  members.erase(members.begin() + static_cast<std::ptrdiff_t>(kept), members.end());
  return members;
}

}  // namespace

WordSets::WordSets(std::span<const std::span<const FormId>> sets)
    : by_code_(first_rare_code), combinations_{0} {
  if (sets.size() > most) throw std::length_error("more sets of words than bits");
  const std::vector<SetMember> members = members_of(sets);
  rare_.resize(std::bit_ceil(2 * members.size() + 1));
  std::unordered_map<std::uint64_t, std::uint32_t> numbers;
  std::vector<WordCode> codes;
  codes.reserve(members.size());
  for (const auto& [form, in] : members) {
    const auto [number, is_new] =
        numbers.try_emplace(in, static_cast<std::uint32_t>(combinations_.size()));
    if (is_new) combinations_.push_back(in);
    codes.push_back(code_of(form));
    if (is_rare(codes.back())) {
      add_rare(form, number->second);
    } else {  // these come first, so that there are no more combinations than short codes
      by_code_[form] = static_cast<std::uint16_t>(number->second);
    }
  }
  codes_ = CodeSet(std::move(codes));
  constexpr std::size_t rare_codes = 0x10000 - first_rare_code;
  const auto wanted = codes_.codes();
  every_rare_code_ =
      wanted.size() >= rare_codes && wanted[wanted.size() - rare_codes] == first_rare_code;
  if (every_rare_code_) set_rare_bits(members.back().form);
}

void WordSets::set_rare_bits(FormId last) {
  rare_bits_.resize((last - first_rare_code) / 64 + 1);
  for (const RareMember& member : rare_) {
    if (member.form == 0) continue;
    const std::size_t bit = member.form - first_rare_code;
    rare_bits_[bit / 64] |= std::uint64_t{1} << bit % 64;
  }
}

void WordSets::add_rare(FormId form, std::uint32_t combination) {
  std::size_t slot = rare_slot(form);
  while (rare_[slot].form != 0) slot = (slot + 1) & (rare_.size() - 1);
  rare_[slot] = {form, combination};
}

}  // namespace backfile
