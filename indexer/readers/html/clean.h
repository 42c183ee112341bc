// Removes from a story what is not prose: forms, share buttons, boxes of links, repeated headline.
//
// The last stage of story.h. Pure; safe on any thread.
#pragma once

#include <string_view>

#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/verdict.h"

namespace backfile {

struct CleanOptions {
  std::string_view title;   // a heading that says the same is dropped
  bool use_names = true;    // believe class and id
  bool conditional = true;  // judge boxes, lists and tables by what they hold
};

// Leaves out more of the page. Boxes that are mostly prose stay, unless they are a river of
// headlines.
void clean_story(const Page& page, const Verdict& verdict, const CleanOptions& options,
                 Leavings& left);

}  // namespace backfile
