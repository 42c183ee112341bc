// The articles that `backfile read SOURCE...` prints, for benchmarks on real text.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/article/article.h"

namespace backfile::bench {

// Calls each(article) for every line of the files. Failure{unreadable} where one cannot be read.
void read_articles(const std::vector<std::string>& files,
                   const std::function<void(const Article&)>& each);

}  // namespace backfile::bench
