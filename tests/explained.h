// Whether the schema's table explains a term, for tests of documents and of built indexes.
#pragma once

#include <algorithm>
#include <string>

#include "indexer/index/schema.h"

namespace backfile {

// Whether a row of the table explains a term: the longest prefix that it begins with, where what
// follows does not look like more of a prefix.
inline bool explained(const std::string& term) {
  if (!(term[0] >= 'A' && term[0] <= 'Z')) return true;  // a plain word: the body's row
  return std::ranges::any_of(fields, [&](const Field& field) {
    if (field.prefix.empty() || !term.starts_with(field.prefix)) return false;
    const std::string rest = term.substr(field.prefix.size());
    if (field.prefix == sentence_marker || field.prefix == paragraph_marker) return rest.empty();
    return field.exact || rest.empty() || !(rest[0] >= 'A' && rest[0] <= 'Z');
  });
}

}  // namespace backfile
