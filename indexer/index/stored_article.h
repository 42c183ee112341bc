// An article of a generation, put together from the two halves of its index.
//
// What it says of itself lies beside its postings in Xapian's database; its texts lie in its record
// in the forward index and nowhere else. builder.h writes both by the same docids. For one thread
// with its own Xapian::Database; the forward index is shared.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <memory>

#include "indexer/article/article.h"
#include "indexer/forward/forward_index.h"
#include "indexer/index/columns.h"

namespace backfile {

// The forward index of a generation. Failure{corrupt} that names the file which is missing or
// damaged, and says how to repair the index.
ForwardIndex open_forward(const std::filesystem::path& generation);

// Its columns, in the same manner; the database has to be of as many articles.
std::shared_ptr<const Columns> open_columns(const std::filesystem::path& generation,
                                            const Xapian::Database& database,
                                            const ForwardIndex& forward);

// Failure{corrupt} if either half is damaged; Xapian::DocNotFoundError if there is no such article.
Article stored_article(const Xapian::Database& database, const ForwardIndex& forward,
                       Xapian::docid docid);

// The same without its texts: its title, subtitle, authors, body and captions are empty.
Article stored_facts(const Xapian::Database& database, Xapian::docid docid);

}  // namespace backfile
