// The fields at the head of a Markdown file: YAML between "---", TOML between "+++".
//
// markdown_reader.cc gives them to declared.h. Broken YAML, which people write by hand, is read
// entry by entry, so that a fault costs no more than its own field; so is broken TOML. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace backfile {

struct SplitText {
  std::string_view front;  // between the fences; empty if there is none
  std::string_view body;
  bool toml = false;
};

SplitText split_front_matter(std::string_view text);

// An object of strings, lists and objects; what a site's generator nests under "params", "extra" or
// "taxonomies" stands beside the rest. Where it is broken, `faulty_line` is the line of the text
// that the first fault is in, from 1; else 0. It is text, and no front matter, if it is broken and
// holds no field.
nlohmann::json parse_front_matter(const SplitText& text, std::size_t& faulty_line);

}  // namespace backfile
