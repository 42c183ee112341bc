// Counting costs one look into a column per article; names are looked up at the end.
#include "query/columns/facets.h"

#include <algorithm>

#include "indexer/article/date.h"
#include "indexer/text/unicode.h"

namespace backfile {

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

std::vector<FacetCounter::Counted> FacetCounter::counted(std::span<const std::string> years) const {
  std::vector<Counted> values;
  std::size_t year = 0;
  for (const auto& [number, count] : years_) values.push_back({years[year++], {}, count});
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    const auto& value = column_->values()[i];
    values.push_back({value.name, value.folded, counts_[i]});
  }
  return values;
}

Facet FacetCounter::result(std::size_t most, std::span<const std::string> selected) const {
  std::map<std::string, std::string, std::less<>> unseen;  // what is selected, by its folded form
  for (const std::string& value : selected) unseen.emplace(fold(value).term, value);
  const auto wanted = unseen;
  const auto comes_first = [](const Counted& left, const Counted& right) {
    return left.count != right.count ? left.count > right.count : left.name < right.name;
  };

  std::vector<std::string> years;
  for (const auto& [year, count] : years_) years.push_back(std::to_string(year));
  std::vector<Counted> values = counted(years);
  // Of a hundred thousand authors, those that nobody will see need no order.
  const auto shown = values.begin() + static_cast<std::ptrdiff_t>(std::min(most, values.size()));
  std::partial_sort(values.begin(), shown, values.end(), comes_first);
  const auto rest = std::partition(
      shown, values.end(), [&](const Counted& value) { return wanted.contains(value.folded); });
  std::sort(shown, rest, comes_first);

  Facet facet;
  facet.field = field_.facet;
  facet.missing = missing_;
  for (auto value = values.begin(); value != rest; ++value) {
    const bool is_selected = wanted.contains(value->folded);
    if (is_selected) unseen.erase(unseen.find(value->folded));
    facet.values.push_back({std::string(value->name), value->count, is_selected});
  }
  for (auto value = rest; value != values.end(); ++value) facet.other += value->count;
  for (const auto& [folded, value] : unseen) facet.values.push_back({value, 0, true});
  return facet;
}

}  // namespace backfile
