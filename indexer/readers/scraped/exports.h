// Text files in which blogs, mailboxes and databases export many articles: Movable Type, mbox, and
// those of databases.h.
//
// Each has marks of its own between the articles, and fields above the text. joined.h finds
// articles that have nothing but their titles to part them. Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/article/article.h"

namespace backfile {

struct ExportedText {
  Article stated;                       // what its fields say; identity and path are the caller's
  std::vector<std::string> lines = {};  // the text below them
  std::uint64_t comment_words = 0;      // of readers' comments, which are left out
  bool draft = false;
};

// The articles of an export in their order; none if the lines are no export.
std::vector<ExportedText> exported_texts(const std::vector<std::string>& lines);

}  // namespace backfile
