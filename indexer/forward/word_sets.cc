// A table for short codes, a sorted list for rare forms.
#include "indexer/forward/word_sets.h"

#include <algorithm>
#include <map>

namespace backfile {

WordSets::WordSets(std::span<const std::span<const FormId>> sets)
    : by_code_(first_rare_code), combinations_{0} {
  std::map<FormId, std::uint64_t> members;
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (const FormId form : sets[set]) members[form] |= std::uint64_t{1} << set;
  }
  std::vector<WordCode> codes;
  codes.reserve(members.size());
  for (const auto& [form, in] : members) {
    codes.push_back(code_of(form));
    if (is_rare(codes.back())) {
      rare_.push_back({form, in});
    } else {
      by_code_[form] = combination(in);
    }
  }
  codes_ = CodeSet(std::move(codes));
}

std::uint16_t WordSets::combination(std::uint64_t sets) {
  const auto place = std::ranges::find(combinations_, sets) - combinations_.begin();
  if (place == std::ssize(combinations_)) combinations_.push_back(sets);
  return static_cast<std::uint16_t>(place);
}

std::uint64_t WordSets::sets_of_rare(FormId form) const {
  const auto found = std::ranges::lower_bound(rare_, form, {}, &RareMember::form);
  return found != rare_.end() && found->form == form ? found->sets : 0;
}

}  // namespace backfile
