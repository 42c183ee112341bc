// The fields at the head of a Markdown file: YAML between "---", TOML between "+++", JSON in braces
// or between ";;;", or lines that no fence stands above (front_matter_header.h).
//
// markdown_reader.cc gives them to declared.h. What is broken is read entry by entry
// (front_matter_broken.h), so that a fault costs no more than its own field. What stands between
// two rules and is no field is text. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace backfile {

enum class FrontForm : std::uint8_t { yaml, toml, json, header };

struct SplitText {
  std::string_view front = {};  // between the fences; empty if there is none
  std::string_view body = {};
  FrontForm form = FrontForm::yaml;
  bool closed = false;   // by a fence
  std::size_t line = 1;  // of the text, that `front` begins with
};

// Blank lines, a byte order mark and comments of HTML may stand before the first fence. Front
// matter that is never closed ends where the lines are fields no more; so does what is closed only
// by a rule in the text below it.
SplitText split_front_matter(std::string_view text);

// An object of strings, lists and objects; what a site's generator nests under "params", "extra" or
// "taxonomies" stands beside the rest. Where it is broken, `faulty_line` is the line of the text
// that the first fault is in, from 1; else 0.
nlohmann::json parse_front_matter(const SplitText& text, std::size_t& faulty_line);

// Whether the fields of an object of this name stand beside the rest.
bool stands_beside_the_rest(std::string_view name);

}  // namespace backfile
