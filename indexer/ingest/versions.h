// Which version of an article the index keeps, where the sources hold several.
//
// Versions are articles of one identity (common/identity.h). The latest is kept: the one changed
// last by its own account, which is when it was modified, or else published; then the one published
// last; then the one read last, as sources given later override those before. Called by the
// spool. Pure but for what it is handed; for one thread.
#pragma once

#include <cstdint>
#include <functional>

#include "indexer/article/article.h"

namespace backfile {

struct Versions {
  std::size_t kept = 0;        // its number
  std::uint64_t repeated = 0;  // how many others say the same, so that nothing is lost without them
};

// Judges `count` versions (at least one), in the order of reading; `version` loads one, and is
// called several times for each, so that however many there are, two are in memory. Those that
// differ from the one kept in more than where they and their dates were read go to `rejected`. So
// does an article whose key is that of the one kept by chance, its identity being another.
Versions choose_version(std::size_t count, const std::function<Article(std::size_t)>& version,
                        const std::function<void(const Rejected&)>& rejected);

}  // namespace backfile
