// Learns the boilerplate in boxes: elements between the paragraphs of a story on many pages.
//
// learner.h learns whole lines by their place in the body; this, by the box that holds them. A box
// is boilerplate if hardly any article has words of its own in it. That all pages have its element
// is not enough: they all have the element of the story, too. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"

namespace backfile {

// A paragraph in a box.
struct RegionLine {
  std::uint64_t element = 0;  // BodyRegion::element
  std::uint64_t key = 0;      // line_key(): numbers and dates are ignored
  std::uint64_t exact = 0;    // where it has numbers, a hash of its bytes; else 0
};

// The lines in the boxes of an article, a few dozen at most.
std::vector<RegionLine> region_lines(const Article& article);

// The key of a rule for a paragraph in a box; `words` is its line_key(), or a hash of its bytes.
std::uint64_t region_key(std::uint64_t element, std::uint64_t words);

// The two keys that a rule may know a paragraph of a region by.
struct RegionKeys {
  std::uint64_t by_words = 0, by_bytes = 0;
};
RegionKeys region_keys(std::uint64_t element, std::string_view paragraph);

struct SampledArticle;

struct LearntRegionLine {
  std::uint64_t key = 0;  // region_key()
  std::size_t articles = 0;
  std::uint64_t number = 0;  // of the first article that has it
};

// From the `articles` of one source, without copies; sorted by key.
std::vector<LearntRegionLine> learn_regions(const std::vector<SampledArticle>& articles);

}  // namespace backfile
