// Takes out of a story what is no prose: forms, share buttons, boxes of links, repeated headline.
//
// The last stage of html_story.h. Pure; safe on any thread.
#pragma once

#include <string_view>
#include <vector>

#include "indexer/readers/html_page.h"

namespace backfile {

struct CleanOptions {
  std::string_view title;   // a heading that says the same is dropped
  bool use_names = true;    // believe class and id
  bool conditional = true;  // judge boxes, lists and tables by what they hold
};

// Marks more nodes as dropped, those of the page that are not already.
void clean_story(const Page& page, const CleanOptions& options, std::vector<bool>& dropped);

}  // namespace backfile
