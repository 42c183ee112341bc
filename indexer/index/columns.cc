// Reads value slots once, front to back.
#include "indexer/index/columns.h"

#include <unordered_map>

#include "indexer/index/schema.h"

namespace backfile {
namespace {

std::vector<PackedDay> load_days(const Xapian::Database& database) {
  std::vector<PackedDay> days(std::size_t{database.get_lastdocid()} + 1);
  const Xapian::ValueIterator end = database.valuestream_end(slot_day);
  for (auto value = database.valuestream_begin(slot_day); value != end; ++value) {
    days[value.get_docid()] = decode_day(*value);
  }
  return days;
}

// Calls each(value) for every value of a list; once for a slot of a single value.
template <typename Each>
void split(std::string_view list, const Each& each) {
  for (;;) {
    const std::size_t end = list.find(list_separator);
    each(list.substr(0, end));
    if (end == std::string_view::npos) return;
    list.remove_prefix(end + 1);
  }
}

}  // namespace

void ValueColumn::load(const Xapian::Database& database, Xapian::valueno slot) {
  std::unordered_map<std::string, std::uint32_t> numbers;
  starts_.reserve(std::size_t{database.get_lastdocid()} + 2);
  const Xapian::ValueIterator end = database.valuestream_end(slot);
  for (auto list = database.valuestream_begin(slot); list != end; ++list) {
    starts_.resize(std::size_t{list.get_docid()} + 1, size());
    split(*list, [&](std::string_view value) {
      const auto next = static_cast<std::uint32_t>(values_.size());
      const auto [found, added] = numbers.try_emplace(std::string(value), next);
      if (added) values_.emplace_back(value);
      entries_.push_back(found->second);
    });
  }
  starts_.resize(std::size_t{database.get_lastdocid()} + 2, size());
}

std::span<const std::uint32_t> ValueColumn::of(Xapian::docid docid) const {
  if (std::size_t{docid} + 1 >= starts_.size()) return {};
  return std::span(entries_).subspan(starts_[docid], starts_[docid + 1] - starts_[docid]);
}

std::shared_ptr<const Columns> Columns::load(const Xapian::Database& database) {
  const auto columns = std::make_shared<Columns>();
  columns->days_ = load_days(database);
  for (const Field& field : fields) {
    if (!field.is(for_facets) || !field.values) continue;
    columns->columns_[index_of(field.id)].load(database, field.values->slot);
  }
  return columns;
}

PackedDay Columns::day(Xapian::docid docid) const {
  return docid < days_.size() ? days_[docid] : 0;
}

}  // namespace backfile
