// Finds the story in a page: what is left when navigation, banners, comments and lists of links go.
//
// Blocks of text vote for the elements around them; the best, with what belongs to it beside it, is
// the story, from which clean.h takes what is still not prose. Where too little is found, the
// search is repeated with fewer prejudices. Works on the flat list of page.h in time linear in
// its length. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"

namespace backfile {

// What is known of the story from elsewhere: a heading that repeats its title and the line read as
// its subtitle are not part of the body.
struct StoryFacts {
  std::string_view title;
  std::string_view subtitle;
  // CSS selectors of parts behind a paywall (schema.org): they belong to the story, hidden or not.
  std::vector<std::string> paywalled = {};
};

struct PageStory {
  Leavings left;             // for each node of the page why it is left out, if it is
  std::vector<Prose> prose;  // of each node
};

// `prose` is prose_of() the page, nothing declared.
PageStory find_story(const Page& page, const std::vector<Prose>& prose, const StoryFacts& facts);

}  // namespace backfile
