// Dates, and the values of fields, in words for readers of a page.
//
// indexer/base/figures.h writes numbers. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

#include "indexer/article/date.h"
#include "indexer/article/fields.h"

namespace backfile {

// "11 June 2015", "June 2015", "2015"; empty for no date.
std::string written_day(const Day& day);
std::string written_date(std::string_view iso);

// Where a date was read (DateEvidence::where), for readers: "a line below the headline" for "<time>
// below the headline", "the page's data for search engines" for "<meta date>". An unknown place is
// returned unchanged.
std::string place_of_date(std::string_view where);

// A field's value as people read it: a language by its name, any other value unchanged.
std::string shown_value(const Field& field, const std::string& value);

// "rtl" for Arabic, Hebrew and others; "auto" for an unknown language; else "ltr".
std::string_view direction(std::string_view language);

}  // namespace backfile
