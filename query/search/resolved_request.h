// A request resolved: its plan and its filters; or the reason why it is refused.
//
// The first half of a search, before anything is matched. Used by searcher.h. One thread.
#pragma once

#include <xapian.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "query/answer/answer.h"
#include "query/answer/cursor.h"
#include "query/planning/planner.h"

namespace backfile {

// A filter of the request, apart from the query: one field, any of the values.
struct Selection {
  FieldId field;
  Condition condition;
};

struct ResolvedRequest {
  Node tree;  // as the parser read it
  Plan plan;
  std::optional<Cursor> cursor;
  std::vector<Selection> selections;
  bool has_period = false;
  Condition period;

  // The filters; those of one field left out, where its values are to be counted. A period is a
  // choice of years. Nothing where there are none.
  std::optional<Condition> filters(std::optional<FieldId> but_of = {}) const;
  bool has_filters() const { return has_period || !selections.empty(); }
};

// Fills in query, interpreted and notes of the answer, whether or not the request is refused.
std::variant<ResolvedRequest, Refused> resolve(const Request& request, Planner& planner,
                                               Answer& answer);

}  // namespace backfile
