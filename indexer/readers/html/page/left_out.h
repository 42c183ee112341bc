// Why a piece of a page is not part of the story: what `read --explain` shows.
//
// One entry a node of page.h; an element that is left out takes along all that is inside it,
// whose own entries say nothing. story.h fills the list; text.h and explain.h read it. Plain
// values; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace backfile {

enum class LeftOut : std::uint8_t {
  kept,
  hidden,         // from everybody who reads the page
  unscripted,     // for browsers without scripts, or for scripts to fill in
  no_text,        // scripts, styles, form fields, drawings
  navigation,     // menus, paths of links
  frame,          // header, footer, side column of the page
  aside,          // <aside>
  comments,       // what readers wrote
  related,        // other stories, told by name, heading or shape
  ask,            // asks to subscribe, to sign up, to accept cookies
  advert,         // an advertisement
  share,          // buttons to pass the story on
  clutter,        // named like boilerplate and without prose
  links,          // a list of links
  form,           // more fields than paragraphs
  pictures,       // pictures, players or frames and hardly any text
  heading,        // the headline again
  byline,         // read as author and date
  standfirst,     // read as subtitle
  note_mark,      // the number of a footnote in the text
  other_article,  // belongs to another article on the page
  data,           // in the page's data alone
  outside,        // outside of the story
};

using Leavings = std::vector<LeftOut>;

// "navigation", "asks to subscribe or sign up": for people.
std::string_view reason_text(LeftOut why);

}  // namespace backfile
