// Calls in the text of a post that a site generator or content system replaces with something else.
//
// Liquid and Hugo ({% include %}, {{< figure >}}), MDX (<Chart data={x} />) and WordPress
// ([gallery ids="1,2"]). Neither their names nor their attributes are words of the story; what they
// enclose is, and the caption that a call for a picture carries becomes a <figcaption>. Used by
// text.h, and for pages and bodies in exports. Pure; safe on any thread.
#pragma once

#include <string>
#include <string_view>

namespace backfile {

// Without {% tags %}, {{ values }} and {: marks }.
std::string without_template_tags(std::string_view text);

// Without components, whose names begin with a capital as no tag's of HTML does, and without values
// in braces. Code in Markdown's backticks stays as it is.
std::string without_components(std::string_view text);

// Without WordPress' calls: known names, names with attributes, and what closes them. Other words
// in brackets stay, and so does code, in backticks or between tags.
std::string without_shortcodes(std::string_view text);

}  // namespace backfile
