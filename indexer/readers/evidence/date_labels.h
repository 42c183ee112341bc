// What the words beside a date say of it: "Published on", "Zuletzt aktualisiert:", "更新时间：".
//
// A label is judged by its words, not by a list of phrases: each must be known, and one must say
// what happened on that day. So "Tickets until" is not a label, whatever else it holds. Used by
// dated_line.h. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/article/date_tokens.h"

namespace backfile {

enum class DateLabel : std::uint8_t {
  none,       // no words, or such as say nothing: "on the"
  published,  // "Posted:", "First published in The Lantern on"
  modified,   // "Last updated"
  unknown,    // words of something else
};

struct ReadLabel {
  DateLabel label = DateLabel::none;
  std::size_t begin = 0;  // its first token; what stands before it is no part of it
  std::size_t idle = 0;   // from here on it says nothing else; "Submitted by orla on" names orla
};

// The label that ends the tokens from `begin` to `end`: the longest run of words that are known.
ReadLabel label_before(const std::vector<DateToken>& tokens, std::size_t begin, std::size_t end);

// Whether all of the tokens are a label behind a date: "(updated)", "को प्रकाशित", "更新".
DateLabel label_behind(const std::vector<DateToken>& tokens, std::size_t begin, std::size_t end);

// Whether a folded word is about a visit to the page: "retrieved", "abgerufen". Such a date is not
// the article's.
bool is_visit(const std::string& word);

}  // namespace backfile
