// What a request filters by.
#include "query/answer/answer.h"

#include <algorithm>

namespace backfile {

std::span<const std::string> Request::values_of(FieldId field) const {
  const auto found = filters.find(field);
  if (found == filters.end()) return {};
  return found->second;
}

bool Request::has_filters() const {
  return std::ranges::any_of(filters, [](const auto& filter) { return !filter.second.empty(); });
}

}  // namespace backfile
