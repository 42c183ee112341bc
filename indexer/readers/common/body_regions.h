// Stretches of a body that elements of its page hold, kept right while paragraphs go.
//
// html/text/text.h finds them, finish.h and boilerplate/boilerplate.h take paragraphs away. Pure;
// safe on any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "indexer/article/article.h"

namespace backfile {

// Removes the marked paragraphs from the body. Regions shrink; those left empty go.
void remove_paragraphs(Article& article, const std::vector<bool>& goes);

}  // namespace backfile
