// Lines of a page that only lead elsewhere: "Read more: Ferrymen buy hats", "Print this page | Mail
// it", the link to the comments below.
//
// story.h leaves them out, prose around them or not. Pure; safe on any thread.
#pragma once

#include <cstddef>

#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/html/page/page.h"

namespace backfile {

// Why the node is such a line; LeftOut::kept if it is not.
LeftOut pointer(const Page& page, std::size_t i);

}  // namespace backfile
