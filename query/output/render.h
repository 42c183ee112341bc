// Answers as JSON and as text for a terminal.
//
// The last step, in which ranges become markup and text is escaped. Pages escape by the same
// escape_html() and put their own markup around marks, by split_at_marks() of snippet.h. Pure; safe
// on any thread.
#pragma once

#include <string>
#include <string_view>

#include "query/answer/answer.h"

namespace backfile {

// The answer of /api/v1/search and `search --format json`, in the shape of the documentation.
// Marks and the positions of notes count in `offsets`. May be put into HTML and JavaScript as it
// is.
std::string to_json(const Answer& answer, Offsets offsets = Offsets::utf16);

// A byte of the query, as a place in that unit.
std::size_t place_in(std::string_view query, std::size_t position, Offsets unit);

// One article for /api/v1/articles/{key}.
std::string to_json(const Article& article);

// For people: title, date, author, section, passages; marks in colour where `colour`. Nothing in it
// can steer a terminal.
std::string to_text(const Answer& answer, bool colour, std::size_t columns);

// One line a hit: rank, score, published, key, title, url. Tabs and line ends in values become
// spaces. The first line has these names, unless the caller asks for none.
enum class Header { shown, left_out };
std::string to_tsv(const Answer& answer, Header header = Header::shown);

// & < > " ' as entities; bidirectional control characters and other controls dropped.
std::string escape_html(std::string_view text);

// The passage with its marks as <mark> elements, everything escaped.
std::string to_html(const Snippet& snippet);

// What a passage from beside the story is called: "Caption", "Subtitle". Empty for the story
// itself, and for a standfirst that does not show why the article was found but introduces it.
std::string_view name_of_field(const Snippet& snippet);

// Between two passages shown one behind the other there is one "…" where something is left out.
// The second, without its own where the first ends with one:
Snippet shown_behind(const Snippet& before, Snippet passage);
// Whether neither has one, so that it has to be put between them:
bool needs_gap(const Snippet& before, const Snippet& passage);

}  // namespace backfile
