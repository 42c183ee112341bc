// The documents of a file that holds several, one written behind the other.
//
// Dumps and joined archives look so. A piece that is no page of its own, such as the frame of an
// advertisement that a server wrote into the middle of one, stays with what is before it. Pure;
// safe on any thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/readers/html/page/page.h"

namespace backfile {

// Each document parsed; one for most files. Nothing under the conditions of parse_page().
std::optional<std::vector<Page>> parse_documents(std::string_view html);

}  // namespace backfile
