// Xapian's database of a generation, written from its records: no text is analyzed again, and
// Xapian gathers nothing.
//
// The forward index is inverted (inversion/inversion.h) and written front to back
// (glass/glass_writer.h). Equal articles give equal files. Neighbour: index_writer.h, which builds
// through Xapian's API instead. A stage of the builder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>

#include "indexer/build/inversion/filters_run.h"

namespace backfile {

// How the database is made: from the records of the forward index, or by handing each article to
// Xapian (index_writer.h). Readers see no difference.
enum class DatabaseBuilder : std::uint8_t { direct, api };

// `filters` are of all articles of the forward index of `generation`, in the order of its docids.
// Keeps what it gathers in `scratch`, which it makes. `progress` gets the number of articles that
// are read; an exception from it ends the work.
void write_database(std::span<const FinishedFilters> filters,
                    const std::filesystem::path& generation, const std::filesystem::path& scratch,
                    unsigned jobs, const std::function<void(std::uint64_t)>& progress);

}  // namespace backfile
