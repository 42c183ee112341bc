// Counting costs one look into a column per article; names are looked up at the end.
#include "query/columns/facets.h"

#include <algorithm>

#include "indexer/article/date.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

bool comes_first(const FacetValue& left, const FacetValue& right) {
  return left.count != right.count ? left.count > right.count : left.value < right.value;
}

}  // namespace

FacetCounter::FacetCounter(const Columns& columns, const Field& field)
    : columns_(columns),
      field_(field),
      column_(field.id == FieldId::year ? nullptr : &columns.of(field.id)) {
  if (column_ != nullptr) counts_.resize(column_->values().size());
}

void FacetCounter::count(std::uint32_t docid) {
  if (column_ == nullptr) {
    const PackedDay day = columns_.day(docid);
    day == 0 ? ++missing_ : ++years_[unpack(day).year];
    return;
  }
  const auto values = column_->of(docid);
  if (values.empty()) ++missing_;
  for (const std::uint32_t value : values) ++counts_[value];
}

std::vector<FacetCounter::Counted> FacetCounter::counted() const {
  std::vector<Counted> values;
  for (const auto& [year, count] : years_) values.push_back({{std::to_string(year), count}, {}});
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const auto& value = column_->values()[i];
    if (counts_[i] > 0) values.push_back({{std::string(value.name), counts_[i]}, value.folded});
  }
  std::sort(values.begin(), values.end(), [](const Counted& left, const Counted& right) {
    return comes_first(left.value, right.value);
  });
  return values;
}

Facet FacetCounter::result(std::size_t most, std::span<const std::string> selected) const {
  std::map<std::string, std::string, std::less<>> unseen;  // what is selected, by its folded form
  for (const std::string& value : selected) unseen.emplace(fold(value).term, value);
  const auto wanted = unseen;

  Facet facet;
  facet.field = field_.facet;
  facet.missing = missing_;
  for (auto& [value, folded] : counted()) {
    value.selected = wanted.contains(folded);
    if (value.selected) unseen.erase(unseen.find(folded));
    if (facet.values.size() < most || value.selected) {
      facet.values.push_back(std::move(value));
    } else {
      facet.other += value.count;
    }
  }
  for (const auto& [folded, value] : unseen) facet.values.push_back({value, 0, true});
  return facet;
}

}  // namespace backfile
