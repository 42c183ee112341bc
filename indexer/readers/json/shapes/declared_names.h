// The names that the fields of an article go by in JSON, front matter and JSON-LD.
//
// Data for declared.h; front_matter.h compares names by plain_name(). Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace backfile {

enum class FieldOf : std::uint8_t {
  id,
  url,
  title,
  subtitle,
  author,
  published,
  modified,
  section,
  tags,
  language,
  license,
  source,
  body,
  captions,
  draft,
};

struct Alias {
  std::string_view name;  // as plain_name() leaves it
  FieldOf field;
};

// Within a field, the better name stands first.
std::span<const Alias> declared_names();

// The names of first paragraphs that are kept apart from the body: the text of each stands before
// those of the names before it here.
std::span<const std::string_view> opening_names();
bool is_opening(std::string_view plain_name);

// The number of a part of the body in its name: 2 for "body2" and "paragraph2"; -1 for any other.
int number_of_part(std::string_view plain_name);

// A name in lower case, without '-', '_' and spaces: `datePublished`, `date_published` and
// `Date-Published` are one, and so are `dc:date` and `date`.
std::string plain_name(std::string_view name);

}  // namespace backfile
