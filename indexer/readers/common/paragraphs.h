// Plain text to paragraphs: at blank lines, hard-wrapped lines joined again.
//
// Used wherever a format holds a story as one string (JSON, <pre>, code, plain text). Pure; safe
// on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

// The paragraphs of a text in UTF-8. Where there is no blank line and lines are long, each line is
// a paragraph; lines broken at a width are joined; other lines (verse, code, lists) stay lines of
// one paragraph, separated by '\n'.
std::vector<std::string> split_paragraphs(std::string_view text);

}  // namespace backfile
