// The lines of front matter: which of them are fields.
//
// Used by the other files of front matter in this room. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace backfile {

// The line that begins at an offset, without spaces behind it.
std::string_view line_at(std::string_view text, std::size_t at);
std::size_t next_line(std::string_view text, std::size_t at);

// `name: value`, or `name = value` in TOML; a sentence with a colon in it is none.
bool is_field(std::string_view line, char separator);

// Whether articles have a field of this name.
bool is_declared_name(std::string_view name);

// Whether a field has a name that articles have, or that a program reads (`layout`): it is a sign
// of front matter.
bool is_sure_name(std::string_view name);

// Text that has a colon in it: "A note: this diary was kept by hand."
bool is_prose(std::string_view name, std::string_view value);
// The same of a line, which may have no colon.
bool is_prose(std::string_view line);

}  // namespace backfile
