// Looks into four sections of the columns.
#include "indexer/index/value_column.h"

#include <algorithm>

namespace backfile {

ValueColumn::ValueColumn(const SectionFile& file, std::size_t section, std::size_t articles)
    : file_(&file),
      starts_(file.numbers<std::uint32_t>(section)),
      entries_(file.numbers<std::uint32_t>(section + 1)),
      rows_(file.numbers<ValueRow>(section + 2)),
      texts_(file.bytes(section + 3)) {
  const bool even = starts_.empty() && (entries_.empty() || entries_.size() == articles);
  if (!even && starts_.size() != articles + 1) file.damaged("a column is of another length");
  if (rows_.empty()) file.damaged("a column has no end");
}

ValueColumn::Value ValueColumn::value(std::uint32_t number) const {
  if (number >= size()) file_->damaged("a value is beyond its column");
  const std::size_t name = rows_[number].name, folded = rows_[number].folded;
  const std::size_t end = rows_[number + 1].name;
  if (name > folded || folded > end || end > texts_.size()) {
    file_->damaged("its values are out of order");
  }
  return {texts_.substr(name, folded - name), texts_.substr(folded, end - folded),
          rows_[number].articles};
}

std::optional<std::uint32_t> ValueColumn::find(std::string_view folded) const {
  std::uint32_t low = 0, high = size();
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (value(middle).folded < folded) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == size() || value(low).folded != folded) return std::nullopt;
  return low;
}

std::span<const std::uint32_t> ValueColumn::of(std::uint32_t docid) const {
  const std::size_t articles = starts_.empty() ? entries_.size() : starts_.size() - 1;
  if (docid == 0 || docid > articles) return {};
  const std::size_t begin = starts_.empty() ? docid - 1 : starts_[docid - 1];
  const std::size_t end = starts_.empty() ? docid : starts_[docid];
  if (begin > end || end > entries_.size()) file_->damaged("its columns are out of order");
  const auto numbers = entries_.subspan(begin, end - begin);
  for (const std::uint32_t number : numbers) {
    if (number >= size()) file_->damaged("a value is beyond its column");
  }
  return numbers;
}

void ValueColumn::verify() const {
  if (file_ == nullptr) return;
  if (!starts_.empty() && (starts_.front() != 0 || starts_.back() != entries_.size())) {
    file_->damaged("its columns do not add up");
  }
  std::size_t counted = 0;
  const std::size_t articles = starts_.empty() ? entries_.size() : starts_.size() - 1;
  for (std::uint32_t docid = 1; docid <= articles; ++docid) of(docid);
  for (std::uint32_t number = 0; number < size(); ++number) {
    counted += value(number).articles;
    if (number > 0 && value(number - 1).folded >= value(number).folded) {
      file_->damaged("its values are not sorted");
    }
  }
  if (counted != entries_.size()) file_->damaged("its values do not add up");
}

}  // namespace backfile
