// Checks what parser.h promises for every possible query; shared by the tests and the fuzzer.
#pragma once

#include <string>
#include <string_view>

#include "indexer/text/unicode.h"
#include "query/language/parser.h"

namespace backfile {

inline bool stands_inside(const Node& node, std::size_t bytes) {
  if (node.begin > node.end || node.end > bytes) return false;
  for (const Node& child : node.children) {
    if (!stands_inside(child, bytes)) return false;
  }
  return true;
}

// The first promise that is broken; empty if all are kept.
inline std::string broken_promise(std::string_view query, const QueryLimits& limits) {
  const Parsed parsed = parse(query, limits);
  if (parsed.query != repair_utf8(parsed.query)) return "the query is valid UTF-8";
  if (parsed.refused == parsed.refusal.empty()) return "a refusal has a reason";
  if (parsed.refused && parsed.notes.size() > 0) return "a refusal has no notes";
  if (!stands_inside(parsed.tree, parsed.query.size())) return "nodes stand inside the query";
  for (const Note& note : parsed.notes) {
    const std::size_t place = note.position.value_or(0);
    if (place > parsed.query.size() || code_point_floor(parsed.query, place) != place)
      return "notes point at characters";
    if (note.message.empty() || !is_valid_utf8(note.message)) return "notes are sentences";
  }
  // Quotation marks make some queries longer, so there is no limit on the way back.
  constexpr QueryLimits none{1 << 30, 1 << 20, 1 << 10};
  const std::string written = to_query(parsed.tree);
  const Parsed again = parse(written, none);
  if (dump(again.tree) != dump(parsed.tree)) return "reads the same again: " + written;
  if (to_query(again.tree) != written) return "writes the same again: " + written;
  return "";
}

}  // namespace backfile
