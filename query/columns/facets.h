// Counts of the matches of a query by the values of a field, or by year.
//
// Reads columns.h for every article found; exact: an article counts once for a value, however
// often and in whatever spellings it has it. Used by searcher.h.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/columns.h"
#include "query/answer/answer.h"

namespace backfile {

// Counts one field over the articles that it is shown, each once. For one search, one thread.
class FacetCounter {
 public:
  // `field` must be one that is counted; see fields.h.
  FacetCounter(const Columns& columns, const Field& field);
  void count(std::uint32_t docid);

  // The `most` most frequent values, ties by name, and every selected one. Selected values are
  // compared in their folded form, as filters are.
  Facet result(std::size_t most, std::span<const std::string> selected) const;

  const Field& field() const { return field_; }

 private:
  struct Counted {
    std::string_view name, folded;
    std::uint64_t count;
  };
  std::vector<Counted> counted(std::span<const std::string> years) const;

  const Columns& columns_;
  const Field& field_;
  const ValueColumn* column_;          // nullptr: by year
  std::vector<std::uint64_t> counts_;  // by value number
  std::map<int, std::uint64_t> years_;
  std::uint64_t missing_ = 0;
};

}  // namespace backfile
