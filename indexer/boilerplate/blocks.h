// An article as the learner sees it: the keys of its paragraphs, and what they look like.
//
// learner.h counts these, boilerplate.h compares with them; both walk the ends of a body by the
// same rule, so that what was learnt is what is removed. Pure; safe on any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"

namespace backfile {

struct Block {
  std::uint64_t key = 0;      // line_key() of the paragraph; of one without words, of its bytes
  std::uint32_t length = 0;   // bytes
  std::uint64_t figures = 0;  // figures_key() of the paragraph
  bool sentence = false;      // ends as a sentence does
  bool contact = false;       // has an address, of the web or of mail, or a ©
  bool link = false;          // may be a link to another story: short, no sentence, not numbered
  bool names_author = false;  // of the article
};

Block block_of(std::string_view paragraph, const Article& article);

// The blocks of a body; of a long one, only some at either end.
std::vector<Block> outer_blocks(const Article& article);

// Visits blocks from the first (or, at the foot, the last) towards the middle for as long as they
// are known, and takes them; at the foot, takes along a few links that stand below one that `heads`
// links.
struct EndWalk {
  std::function<bool(std::size_t)> known;
  std::function<bool(std::size_t)> heads;
  std::function<void(std::size_t)> take;
  // At the foot, passes over one paragraph between two that are known: a correction, a newcomer's
  // biography. It stays; so does what stands above it if the foot has that further below: a
  // quotation.
  bool passes_over_one = false;
};
void walk_head(std::size_t blocks, const EndWalk& walk);
void walk_foot(const std::vector<Block>& blocks, const EndWalk& walk);

}  // namespace backfile
