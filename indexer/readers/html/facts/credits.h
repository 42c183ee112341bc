// The lines that open a story and say no more than who wrote it and when: "By Jane Doe", "3 May
// 2014".
//
// Nothing marks them but what they say; story.h leaves out those that class names or <time> mark.
// html_reader.cc calls this once the story is found. Pure; safe on any thread.
#pragma once

#include "indexer/article/article.h"
#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/html/page/page.h"

namespace backfile {

// Leaves them out of the story if what they say is in the fields of `article`, filling those that
// are empty. A line that says something else stays, as does all that follows it but for one line,
// which may be a standfirst.
void take_credits(const Page& page, Article& article, Leavings& left);

}  // namespace backfile
