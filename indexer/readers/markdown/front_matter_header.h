// Fields at the head of a post that no fence stands above: "Title: Tide" and the like as Pelican
// and MultiMarkdown write them, ".. title: Tide" of Nikola, fields above a fence of Hexo.
//
// Without a fence only their names tell them from text: there must be a title or a date among them,
// and both if a name is unknown. Called by front_matter_split.cc and front_matter.cc. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace backfile {

struct HeaderLines {
  std::size_t begin = 0, end = 0;  // of its lines; none if both are the same
  std::size_t body = 0;            // where the text below begins
  bool yaml = false;               // closed by a fence
};

// That of a text which begins with its first line, or with a comment of HTML that holds nothing
// else.
HeaderLines header_of(std::string_view text);

// An object of strings; a line that is indented goes on with the value above it.
nlohmann::json parse_header(std::string_view lines);

}  // namespace backfile
