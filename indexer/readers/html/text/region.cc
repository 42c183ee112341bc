// Names of an element and of the one around it, hashed.
#include "indexer/readers/html/text/region.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "indexer/readers/common/line_key.h"

namespace backfile {
namespace {

constexpr std::array<std::string_view, 13> boxes = {
    "aside",  "details", "div", "dl",      "fieldset", "footer", "form",
    "header", "nav",     "ol",  "section", "table",    "ul"};

}  // namespace

std::uint64_t region_element(const Page& page, std::size_t i) {
  const PageNode& node = page.nodes[i];
  if (node.attributes.empty() || std::ranges::find(boxes, node.tag) == boxes.end()) return 0;
  constexpr std::size_t longest = 200;  // bytes, of a list of names
  const std::string_view names = node.attribute("class").substr(0, longest);
  const std::string_view id = node.attribute("id").substr(0, longest);
  if (names.empty() && id.empty()) return 0;
  std::string path = page.nodes[node.parent].tag + '>' + node.tag + '.';
  path.append(names).append("#").append(id);
  return line_key(path);
}

}  // namespace backfile
