// What stands as the title of an article wherever one is shown: its own, else the first words of
// its text.
//
// A link needs words to be clicked, a list of results a line to be told apart by. The index and
// `read` keep the title as the source has it; only what is shown goes through here. Used by
// snippets, render.h and the pages. Pure; safe on any thread.
#pragma once

#include <string>

#include "indexer/article/article.h"

namespace backfile {

// Whether there is anything to be seen in its own title.
bool has_title(const Article& article);

// One line without control characters. The first words are taken from the body, else from the
// subtitle or the captions: whole words of about a headline's length, with "…" where the paragraph
// goes on. Empty for an article in which there is nothing to read at all.
std::string shown_title(const Article& article);

// What of `opening`, the beginning of the text, does not repeat such a title; behind a "…". The
// whole of it if the title is the article's own.
std::string behind_title(const Article& article, const std::string& opening);

}  // namespace backfile
