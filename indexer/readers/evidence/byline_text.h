// Words of a byline: what byline.h and byline_names.h both need to take it apart.
//
// Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/evidence/byline_words.h"

namespace backfile {

using BylineWords = std::vector<std::string>;

// A word folded, without the signs around it: what byline_words.h knows it by.
std::string byline_key(std::string_view word);

// The parts of a text between separators, tidied, without empty ones.
BylineWords split_at(std::string_view text, std::string_view separator);

void replace_all(std::string& text, std::string_view from, std::string_view to);

// Whether a word begins with Kana, Han, Hangul or another script of the far east, where capitals
// tell nothing.
bool is_without_case(std::string_view word);

// "J.", "K.-H.", "j. t.": letters with a point behind each.
bool are_initials(std::string_view text);

}  // namespace backfile
