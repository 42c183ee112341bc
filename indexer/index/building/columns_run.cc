// One article after the other, field by field.
#include "indexer/index/building/columns_run.h"

#include <algorithm>

#include "indexer/article/date.h"
#include "indexer/article/fields.h"
#include "indexer/index/columns.h"

namespace backfile {

ColumnsRun::ColumnsRun(const std::filesystem::path& path) : out_(path.string() + ".columns") {
}

void ColumnsRun::add(const Article& article) {
  const std::optional<Day> day = day_of(article.published);
  out_.add_number(day ? pack(*day) : 0);
  for (const Field& field : fields) {
    if (!has_column(field)) continue;
    const auto values = values_of(field, article);
    const auto empty = std::ranges::count(values, std::string());
    out_.add_number(values.size() - static_cast<std::size_t>(empty));
    for (const std::string& value : values) {
      if (!value.empty()) out_.add(value);
    }
  }
}

}  // namespace backfile
