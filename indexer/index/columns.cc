// Opens the sections; each part checks what it reads.
#include "indexer/index/columns.h"

#include <algorithm>

namespace backfile {
namespace {

ColumnFacts facts_in(const SectionFile& file) {
  const auto facts = file.numbers<ColumnFacts>(ColumnsSection::facts);
  if (facts.size() != 1) file.damaged("its facts are missing");
  return facts.front();
}

}  // namespace

Columns::Columns(const std::filesystem::path& directory, const ForwardIndex& forward)
    : file_(directory, FileKind::columns, ColumnsSection::count),
      facts_(facts_in(file_)),
      days_(file_.numbers<PackedDay>(ColumnsSection::days)),
      names_(file_, ColumnsSection::names),
      accented_(file_, ColumnsSection::accented, facts_.accented_forms),
      spellings_(file_, ColumnsSection::spellings) {
  if (file_.header().lexicon != forward.lexicon().file().header().checksum) {
    file_.damaged("it belongs to another lexicon");
  }
  if (facts_.articles != forward.size() || days_.size() != facts_.articles) {
    file_.damaged("articles are missing");
  }
  std::size_t section = ColumnsSection::first_column;
  for (const Field& field : fields) {
    if (!has_column(field)) continue;
    columns_[index_of(field.id)] = ValueColumn(file_, section, facts_.articles);
    section += ValueColumn::sections;
  }
}

std::vector<std::string> Columns::accented_forms(std::string_view folded) const {
  std::vector<std::string> forms;
  for (const std::uint32_t number : spellings_.of(folded)) forms.push_back(accented_.at(number));
  return forms;
}

void Columns::verify() const {
  file_.verify();
  for (const ValueColumn& column : columns_) column.verify();
  const std::uint32_t authors = of(FieldId::author).size();
  for (std::uint32_t word = 0; word < names_.strings().size(); ++word) {
    const auto called = names_.of(word);
    if (!std::ranges::is_sorted(called)) file_.damaged("its names are out of order");
    if (!called.empty() && called.back() >= authors) file_.damaged("a name is beyond its column");
  }
  for (std::uint32_t form = 0; form < spellings_.strings().size(); ++form) {
    for (const std::uint32_t number : spellings_.of(form)) accented_.at(number);
  }
}

}  // namespace backfile
