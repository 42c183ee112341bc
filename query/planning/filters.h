// Filters: whole values (author, section, tag, language, source) and periods of time.
//
// Values are boolean terms; days are read from the columns in memory. Used by planner.h, for what
// stands in the query and for what a page or a flag adds to it. For one thread.
#pragma once

#include <xapian.h>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/index/columns.h"
#include "query/language/ast.h"
#include "query/language/parser.h"
#include "query/planning/costed_query.h"
#include "query/planning/words.h"

namespace backfile {

class FilterPlanner {
 public:
  FilterPlanner(const Xapian::Database& database, const Columns& columns, WordPlanner& words)
      : database_(database), columns_(columns), words_(words) {}

  // Articles with this value in a field that filters. An author
  // that is no whole name is looked for among the words of bylines. A value that no article has
  // leaves a note.
  CostedQuery value(const Field& field, std::string_view text, std::optional<std::size_t> position,
                    std::vector<Note>& notes);

  // Articles of a day within the period; never undated ones.
  CostedQuery days(Period period) const;

 private:
  const Xapian::Database& database_;
  const Columns& columns_;
  WordPlanner& words_;
};

}  // namespace backfile
