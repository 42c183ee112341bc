// The value behind the colon of a field: signs before it, and dates with quotation marks.
//
// The language knows < <= > >= of dates, and = before a word; !, != and <> are what others write
// for -. The lexer cuts `date:"March 2014".."May 2015"` into several lexemes, since a quotation
// mark ends a word; here they become one text again, for periods.h. Used by parser.h. Pure; safe on
// any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/language/lexemes/lexer.h"

namespace backfile {

// The signs < > = ! right before `begin`, a byte of the query.
std::string_view signs_before(std::string_view query, std::size_t begin);

// Whether they mean "anything but": ! != <>
bool is_negation(std::string_view signs);

// What is read for the signs before a date: >= for =>, <= for =<, nothing for = and for negations;
// all else as it stands.
std::string date_signs(std::string_view signs);

std::string negation_hint(std::string_view signs);

struct DateValue {
  std::string text;      // without quotation marks: March 2014..May 2015
  std::string negation;  // != and the like before it, as typed; not in `text`
  std::size_t end = 0;   // bytes of the query
  bool closed = true;    // false where a quotation mark is missing
  std::size_t next = 0;  // the lexeme behind it
};

// The value that begins with the lexeme at `index`: it alone, or all that dots or a sign bind to
// it without a space: "1 March 1987".., >"March 2014".
DateValue date_value(std::string_view query, const std::vector<Lexeme>& lexemes, std::size_t index);

// `date:2014 - 2015`, `date:1987 ..1988`, `date:[2014 TO 2015]`: the second date was read as a
// word. Empty where `value` is followed by anything else.
std::string apart_range_hint(std::string_view query, const std::vector<Lexeme>& lexemes,
                             const DateValue& value);

}  // namespace backfile
