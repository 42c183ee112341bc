// Filters: whole values (author, section, tag, language, source) and periods of time.
//
// Values are boolean terms; days are read from the columns in memory. Used by planner.h, for what
// stands in the query and for what a page or a flag adds to it. For one thread.
#pragma once

#include <xapian.h>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/index/columns.h"
#include "query/ast/ast.h"
#include "query/language/parser.h"
#include "query/planning/terms/costed_query.h"
#include "query/planning/words.h"

namespace backfile {

// Articles with this value in a field that filters. An author that is no whole name is looked for
// by `words` in bylines. A value that no article has leaves a note, at `position` of the query.
CostedQuery value_query(const Xapian::Database& database, WordPlanner& words, const Field& field,
                        std::string_view value, std::optional<std::size_t> position,
                        std::vector<Note>& notes);

// Articles of a day within the period; never undated ones. `columns` outlives the query.
CostedQuery days_query(const Xapian::Database& database, const Columns& columns, Period period);

}  // namespace backfile
