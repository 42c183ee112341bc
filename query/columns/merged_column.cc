// Spellings that fold alike are one value, named as most articles spell it (the first in the
// alphabet on a tie). All articles share one array of values; each has its offset into it.
#include "query/columns/merged_column.h"

#include <unordered_map>
#include <utility>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

std::vector<std::uint64_t> articles_by_spelling(const ValueColumn& column, Xapian::docid last) {
  std::vector<std::uint64_t> articles(column.values().size());
  for (Xapian::docid docid = 1; docid <= last; ++docid) {
    for (const std::uint32_t spelling : column.of(docid)) ++articles[spelling];
  }
  return articles;
}

}  // namespace

// Names the values; returns the index of the value for each spelling.
std::vector<std::uint32_t> MergedColumn::merge_spellings(
    const ValueColumn& column, const std::vector<std::uint64_t>& articles) {
  const std::vector<std::string>& spellings = column.values();
  std::unordered_map<std::string, std::uint32_t> known;
  std::vector<std::size_t> names;  // by value: the spelling that names it
  std::vector<std::uint32_t> merged;
  for (std::size_t i = 0; i < spellings.size(); ++i) {
    const auto next = static_cast<std::uint32_t>(names.size());
    const auto [found, added] = known.try_emplace(fold(spellings[i]).term, next);
    merged.push_back(found->second);
    if (added) names.push_back(i);
    std::size_t& name = names[found->second];
    const bool is_as_frequent = articles[i] == articles[name] && spellings[i] < spellings[name];
    if (articles[i] > articles[name] || is_as_frequent) name = i;
  }
  values_.resize(names.size());
  for (const auto& [folded, value] : known) values_[value] = {spellings[names[value]], folded, 0};
  return merged;
}

MergedColumn::MergedColumn(const ValueColumn& column, Xapian::docid last) {
  const auto merged = merge_spellings(column, articles_by_spelling(column, last));
  std::vector<Xapian::docid> last_seen_in(values_.size());
  starts_.reserve(std::size_t{last} + 2);
  starts_.resize(2);  // there is no article 0
  for (Xapian::docid docid = 1; docid <= last; ++docid) {
    for (const std::uint32_t spelling : column.of(docid)) {
      const std::uint32_t value = merged[spelling];
      if (std::exchange(last_seen_in[value], docid) == docid) continue;
      entries_.push_back(value);
      ++values_[value].articles;
    }
    starts_.push_back(entries_.size());
  }
}

std::span<const std::uint32_t> MergedColumn::of(Xapian::docid docid) const {
  if (std::size_t{docid} + 1 >= starts_.size()) return {};
  return std::span(entries_).subspan(starts_[docid], starts_[docid + 1] - starts_[docid]);
}

MergedColumns::MergedColumns(std::shared_ptr<const Columns> of, Xapian::docid last)
    : columns(std::move(of)) {
  for (const Field& field : fields) merged.emplace_back(columns->of(field.id), last);
}

}  // namespace backfile
