// What is shown of a hit: title and passages, marked; falls back to plain text if anything fails.
//
// Between snippet.h, which makes passages, and searcher.h, which found the article. For one thread.
#pragma once

#include <functional>
#include <vector>

#include "query/answer/answer.h"

namespace backfile {

// The title as it stands and no passages: where nobody asked for them.
void show_title(Hit& hit);

// What is shown of an article that was found.
struct Passages {
  Snippet title;
  std::vector<Snippet> snippets;
};
using PassageMaker = std::function<Passages(const Article&)>;

// Fills title and passages of a hit whose article is there. Never throws for what is in an article
// or in its record: if they cannot be made, the hit has its plain title and opening words, and a
// note says so.
void show_passages(Hit& hit, const PassageMaker& make, std::vector<Note>& notes);

}  // namespace backfile
