// Names out of a byline: "By Jane Doe and John Roe, Reuters" holds two.
//
// Used by every reader whose format states authors as one line. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// The names in the order of the line, without "by" and without the agency or place behind them. A
// line that does not come apart clearly is one name.
std::vector<std::string> split_byline(std::string_view line);

}  // namespace backfile
