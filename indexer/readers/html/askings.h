// Sentences in which a page speaks to its readers rather than tells the story: offers to subscribe,
// to log in, to accept cookies, notices of paid links; in the languages of the corpus.
//
// Only how a sentence begins is looked at. verdict.h asks of what is named after an offer. Pure;
// safe on any thread.
#pragma once

#include <string_view>

namespace backfile {

// Whether any sentence of the text begins so. Looks at the first 2000 bytes.
bool asks(std::string_view text);

// Whether its first one does.
bool begins_asking(std::string_view text);

}  // namespace backfile
