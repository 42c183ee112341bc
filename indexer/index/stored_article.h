// An article of a generation, put together from its files.
//
// What it says of itself is in the catalogue; its texts are in its record in the forward index and
// nowhere else. builder.h writes both by the same docids. Pure functions; safe on any thread.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>

#include "indexer/article/article.h"
#include "indexer/forward/forward_index.h"
#include "indexer/index/catalogue.h"
#include "indexer/index/columns.h"

namespace backfile {

// The forward index of a generation. Failure{corrupt} that names the file which is missing or
// damaged, and says how to repair the index.
ForwardIndex open_forward(const std::filesystem::path& generation);

// Its catalogue and its columns, in the same manner; the database has to be of as many articles.
std::shared_ptr<const Catalogue> open_catalogue(const std::filesystem::path& generation,
                                                const ForwardIndex& forward);
std::shared_ptr<const Columns> open_columns(const std::filesystem::path& generation,
                                            const Xapian::Database& database,
                                            const ForwardIndex& forward);

// Failure{corrupt} if either half is damaged, or has no such article.
Article stored_article(const Catalogue& catalogue, const ForwardIndex& forward,
                       std::uint32_t docid);

}  // namespace backfile
