// Elements by name; regions by the paragraphs left before and in them.
#include "indexer/readers/body_regions.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/readers/line_key.h"

namespace backfile {
namespace {

constexpr std::array<std::string_view, 13> boxes = {
    "aside", "details", "div", "dl", "fieldset", "footer", "form", "header", "nav",
    "ol",    "section", "table", "ul"};

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

void remove_paragraphs(Article& article, const std::vector<bool>& goes) {
  const std::size_t size = std::min(goes.size(), article.body.size());
  std::vector<std::uint32_t> left = {0};  // paragraphs that stay before each
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < article.body.size(); ++i) {
    const bool stays = i >= size || !goes[i];
    left.push_back(left.back() + (stays ? 1 : 0));
    if (stays) kept.push_back(std::move(article.body[i]));
  }
  article.body = std::move(kept);
  const auto left_before = [&](std::size_t i) { return left[std::min(i, left.size() - 1)]; };
  for (BodyRegion& region : article.regions) {
    const std::uint32_t end = left_before(std::size_t{region.first} + region.count);
    region.first = left_before(region.first);
    region.count = end - region.first;
  }
  std::erase_if(article.regions, [](const BodyRegion& region) { return region.count == 0; });
}

}  // namespace backfile
