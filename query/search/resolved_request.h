// A request understood: its plan, its filters, or the reason why it is refused.
//
// The first half of a search, before anything is matched. Used by searcher.h. One thread.
#pragma once

#include <xapian.h>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/answer/answer.h"
#include "query/answer/cursor.h"
#include "query/planning/planner.h"

namespace backfile {

// The largest offset and the largest page; what lies beyond is for exports.
inline constexpr std::size_t farthest_offset = 10'000;
inline constexpr std::size_t longest_page = 10'000;

// A filter of the request, apart from the query: one field, any of the values.
struct Selection {
  FieldId field;
  Xapian::Query query;
};

struct ResolvedRequest {
  Node tree;  // as the parser read it
  Plan plan;
  std::optional<Cursor> cursor;
  std::vector<Selection> selections;
  bool has_period = false;
  Xapian::Query period;

  // `matching` within the filters; those of one field left out, where its values are to be counted.
  // A period is a choice of years.
  Xapian::Query within_filters(const Xapian::Query& matching,
                               std::optional<FieldId> but_of = {}) const;
  bool has_filters() const { return has_period || !selections.empty(); }
};

// Fills in query, interpreted and notes of the answer; if the request is refused, its refusal too.
ResolvedRequest understand(const Request& request, Planner& planner, Answer& answer);

}  // namespace backfile
