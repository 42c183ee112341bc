// Signs that people write between the colon of a field and its value: date:>=2014, tag:!crude.
//
// The language knows < <= > >= of dates, and = before a word; !, != and <> are what others write
// for -. Used by date_value.h and parser.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace backfile {

// The signs < > = ! right before `begin`, a byte of the query.
std::string_view signs_before(std::string_view query, std::size_t begin);

// Whether they mean "anything but": ! != <>
bool is_negation(std::string_view signs);

// What is read for the signs before a date: >= for =>, <= for =<, nothing for = and for negations;
// all else as it stands.
std::string date_signs(std::string_view signs);

std::string negation_hint(std::string_view signs);

}  // namespace backfile
