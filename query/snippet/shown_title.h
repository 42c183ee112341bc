// The title to show for an article: its own, or else the first words of its text.
//
// A link needs words to click on, and results need a line to tell them apart. The index and `read`
// keep the title as the source has it; only titles that are shown go through here. Used by
// snippets, render.h and the pages. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/article/article.h"

namespace backfile {

// Whether the article's own title has any visible character.
bool has_title(const Article& article);

// What stands for a title that an article has not, and where it is taken from.
struct StandIn {
  std::string words;
  enum class From { body, subtitle, caption } from = From::body;
  std::size_t number = 0;  // of the paragraph or the caption
};
// Nothing for an article with nothing to read at all.
std::optional<StandIn> stand_in(const Article& article);

// One line without control characters. The first words are taken from the body, else from the
// subtitle or the captions: whole words of about a headline's length, with "…" where the paragraph
// goes on. Empty for an article with nothing to read at all.
std::string shown_title(const Article& article);

// The part of `opening`, the beginning of the text, that does not repeat a title made from it, with
// a leading "…". The whole `opening` if the title is the article's own.
std::string behind_title(const Article& article, const std::string& opening);

}  // namespace backfile
