// Recounts each region by the paragraphs left before and in it.
#include "indexer/readers/common/body_regions.h"

#include <algorithm>
#include <string>
#include <utility>

namespace backfile {
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
