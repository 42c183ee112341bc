// Guesses the language of an article (CLD2), where its source does not name one.
//
// Pure function; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// ISO 639-1 code in lower case ("en", "zh"), empty if the text is too short or too mixed to tell.
std::string guess_language(std::string_view text);

// "en-GB", "EN", "eng", "zh_Hans" -> "en", "zh"; empty for what is no language code.
std::string normalize_language(std::string_view code);

// The English name of a language for people ("German" for "de"), or the code itself if it has none.
std::string language_name(std::string_view code);

}  // namespace backfile
