// The query string of an address: names and values, in order, read and written.
//
// search_parameters.h gives them a meaning; addresses.h makes links of them. Once read, they are
// valid UTF-8 without control characters, whatever was sent. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

using QueryString = std::vector<std::pair<std::string, std::string>>;

// "q=storm+surge&page=2". What is not UTF-8 becomes U+FFFD, a control character becomes a space,
// and a broken escape stays as it was typed.
QueryString parse_query_string(std::string_view query);

// The inverse. Every byte that has a meaning in an address or in HTML is escaped.
std::string encode_query_string(const QueryString& query_string);

// For one value, or one segment of a path.
std::string percent_encode(std::string_view text);

}  // namespace backfile
