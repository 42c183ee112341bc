// The values of a column, those that differ only in case, accents and hyphens made one.
//
// A site writes its people and sections in more ways than one; filters find all of them alike, so
// whoever counts or names values goes by these. Made when an archive is opened, from columns.h;
// used by facets.h and author_lookup.h. Immutable once made: shared by all threads.
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
  // What an article has, each an index into values() and there but once; empty for an unknown
  // docid.
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

  // Of a field that is counted; empty for another.
  const MergedColumn& of(FieldId field) const { return merged[index_of(field)]; }

  std::vector<MergedColumn> merged;  // as the rows of fields.h
};

}  // namespace backfile
