// The values of a column, merged where they differ only in case, accents and hyphens.
//
// A site spells its people and sections in more than one way. Filters treat all spellings alike, so
// values are counted and named by these merged ones. Made from columns.h when an archive is opened;
// used by facets.h and author_lookup.h. Immutable: shared by all threads.
#pragma once

#include <xapian.h>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "indexer/index/columns.h"

namespace backfile {

class MergedColumn {
 public:
  struct Value {
    std::string name;    // the spelling that most articles have
    std::string folded;  // what all its spellings come to
    std::uint64_t articles = 0;
  };

  // Of the articles up to `last`.
  MergedColumn(const ValueColumn& column, Xapian::docid last);

  const std::vector<Value>& values() const { return values_; }
  // The values of an article as indices into values(), each once; empty for an unknown docid.
  std::span<const std::uint32_t> of(Xapian::docid docid) const;

 private:
  std::vector<std::uint32_t> merge_spellings(const ValueColumn& column,
                                             const std::vector<std::uint64_t>& articles);

  std::vector<Value> values_;
  std::vector<std::size_t> starts_;  // by docid; entries_[starts_[d] .. starts_[d+1])
  std::vector<std::uint32_t> entries_;
};

struct MergedColumns {
  explicit MergedColumns(std::shared_ptr<const Columns> of, Xapian::docid last);

  std::shared_ptr<const Columns> columns;

  // The values of a field that is counted; empty for any other.
  const MergedColumn& of(FieldId field) const { return merged[index_of(field)]; }

  std::vector<MergedColumn> merged;  // in the order of fields.h
};

}  // namespace backfile
