// What the same element of many pages says: boxes set between the paragraphs of a story.
//
// learner.h learns whole lines by where they stand; this, by the box they stand in. A box is boilerplate
// if hardly an article has words of its own in it. That its element is the same on every page is not
// enough: so is that of the story. Pure; safe on any thread.
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

// Of the boxes of an article, some dozens of lines at most.
std::vector<RegionLine> region_lines(const Article& article);

// The key of a rule for what a paragraph says in a box: by its line_key(), or by its bytes.
std::uint64_t region_key(std::uint64_t element, std::uint64_t words);

// The paragraphs of a region as they are found by such a rule: by one of the two keys.
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

// `articles` of one source, without copies; in the order of keys.
std::vector<LearntRegionLine> learn_regions(const std::vector<SampledArticle>& articles);

}  // namespace backfile
