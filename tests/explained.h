// Whether the tables of fields and of the schema explain a term, for tests of documents and of
// built indexes.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "indexer/index/schema.h"

namespace backfile {

// Whether a row of the table explains a term: the longest prefix that it begins with, where what
// follows does not look like more of a prefix.
inline bool explained(const std::string& term) {
  if (!(term[0] >= 'A' && term[0] <= 'Z')) return true;  // a plain word: the body's row
  const auto explains = [&](std::string_view prefix) {
    if (prefix.empty() || !term.starts_with(prefix)) return false;
    const std::string rest = term.substr(prefix.size());
    return rest.empty() || !(rest[0] >= 'A' && rest[0] <= 'Z');
  };
  return std::ranges::any_of(fields,
                             [&](const Field& field) {
                               return (field.words && explains(field.words->prefix)) ||
                                      (field.values && explains(field.values->prefix));
                             }) ||
         std::ranges::any_of(derived_prefixes,
                             [&](std::string_view prefix) { return explains(prefix); });
}

}  // namespace backfile
