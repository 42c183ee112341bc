// What stands above a headline and belongs to the site: its masthead, top bar and menus.
//
// A date there is the day on which the page was shown, never the article's. place.h asks. Pure;
// safe on any thread.
#pragma once

#include <cstddef>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// Whether its element, class or id calls it a masthead, a bar or a clock.
bool is_masthead(const PageNode& node);

// Whether a box that stands in `around`, beside the headline and not around it, is called part of
// the site's frame. The <header> of a story is none.
bool is_frame_above(const Page& page, std::size_t box, std::size_t around);

// Whether a box above the headline holds what a masthead does: a logo, a menu, a form, a link to
// the front page, the name of the site.
bool holds_masthead(const Page& page, std::size_t box);

// Whether a box in `around` is the foot of the page, and not that of a story.
bool is_footer(const Page& page, std::size_t box, std::size_t around);

// Whether a box holds nothing but links, two at least: "Home | News".
bool is_menu(const Page& page, std::size_t box);

// Whether it sets its lines in the middle, as the name of a paper and its date are.
bool is_centred(const PageNode& node);

// Whether it is called an aside or a column beside the story.
bool is_side_box(const PageNode& node);

// Whether its class or id names it after the story: "entry-date", "post-meta", "date-header".
bool is_named_after_story(const PageNode& node);

}  // namespace backfile
