// What an article says, to ask whether another text says anything else.
//
// Sentences are compared by their letters and figures alone, so that a text with markup and one
// without, or with other quotation marks, are the same. Used by unread.cc. For one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/article.h"

namespace backfile {

// The sentences of a paragraph, cut behind full stops, and the lines of it.
std::vector<std::string_view> sentences_of(std::string_view paragraph);

class Said {
 public:
  explicit Said(const Article& article);

  // Whether the article has a sentence, in its body, title, subtitle or captions. Sentences that
  // are asked for in the order of the article are found at once; after many searches in vain the
  // answer is no.
  bool has(std::string_view sentence);

 private:
  std::string all_;       // letters and figures
  std::size_t next_ = 0;  // behind what was found last
  std::size_t searched_ = 0;
};

}  // namespace backfile
