// From merged postings to the postlist table, by many threads.
//
// One thread merges and writes; others turn the postings of some terms at a time into entries of the
// table. The bytes are the same for any number of them. Between inversion/ and glass/; used by
// direct_database.cc.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "indexer/build/glass/glass_writer.h"
#include "indexer/build/inversion/merged_postings.h"

namespace backfile {

// All terms of `postings` into `writer`, which writes to `directory`. `progress` is called now and
// then.
void write_terms(MergedPostings& postings, GlassWriter& writer,
                 const std::filesystem::path& directory, unsigned jobs,
                 const std::function<void()>& progress);

}  // namespace backfile
