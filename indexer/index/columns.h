// What searches need of every article at once, by docid, in memory: dates and the counted fields.
//
// Loaded from the value slots of fields.h and schema.h when a generation is opened; filters, orders
// and facets read it instead of documents. Immutable once loaded: shared by all threads.
#pragma once

#include <xapian.h>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/date.h"
#include "indexer/article/fields.h"

namespace backfile {

// A column of values out of a small set: each article holds none, one or several of them.
class ValueColumn {
 public:
  // Numbers of the values of an article, each an index into values(); empty for an unknown docid.
  std::span<const std::uint32_t> of(Xapian::docid docid) const;
  // Every value of the archive, in no order.
  const std::vector<std::string>& values() const { return values_; }

 private:
  friend class Columns;
  void load(const Xapian::Database& database, Xapian::valueno slot);
  std::uint32_t size() const { return static_cast<std::uint32_t>(entries_.size()); }

  std::vector<std::string> values_;
  std::vector<std::uint32_t> starts_;  // by docid; entries_[starts_[d] .. starts_[d+1])
  std::vector<std::uint32_t> entries_;
};

class Columns {
 public:
  // Throws Xapian::Error if the database cannot be read.
  static std::shared_ptr<const Columns> load(const Xapian::Database& database);

  // 0 for an undated article or an unknown docid.
  PackedDay day(Xapian::docid docid) const;

  // Of a field that is counted; empty for another.
  const ValueColumn& of(FieldId field) const { return columns_[index_of(field)]; }

 private:
  std::vector<PackedDay> days_;
  std::array<ValueColumn, fields.size()> columns_;
};

}  // namespace backfile
