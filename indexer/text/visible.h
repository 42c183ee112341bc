// Whether a reader sees anything of a text.
//
// unicode.h cleans texts; this asks what is left to read. Pure; safe on any thread.
#pragma once

#include <string_view>

namespace backfile {

// False for a text of nothing but spaces, controls, joiners, fillers and the like, and for an empty
// one. Ends at the first character that is seen.
bool is_visible(std::string_view text);

}  // namespace backfile
