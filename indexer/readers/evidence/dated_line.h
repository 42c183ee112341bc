// The dates that a short line states about an article: "Published 3 May 2014, updated 7 May 2015".
//
// For lines near the headline, whatever the format: html/facts/dates.cc and facts.h ask it. A date
// is the article's own if a label says so (date_labels.h), or if nothing else stands in its part of
// the line but a byline, a name or a place; a sentence that holds a date dates nothing, and neither
// does a span of days. Pure; safe
// on any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/article/date.h"

namespace backfile {

struct DatedLine {
  std::string published;           // ISO 8601, or empty
  std::string modified;            // the same
  bool labelled = false;           // the line says that it was published then
  bool of_something_else = false;  // the line dates a life or an event (date_spans.h), no article
  std::string impossible;          // an invalid or ambiguous date as written; then no date is taken
  std::string rest;  // the line without its dates and labels, parts separated by " | "
};

DatedLine read_dated_line(std::string_view line, DayOrder order = DayOrder::unknown);

}  // namespace backfile
