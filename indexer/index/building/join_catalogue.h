// Makes the catalogue (index/catalogue.h) of all runs: the end of a build.
//
// The runs are read twice: for samples that a dictionary is made of, then to be compressed by it. In
// memory are 16 bytes for each article, and the samples. Uses catalogue_run.h's files. For one thread.
#pragma once

#include <filesystem>
#include <functional>
#include <span>

#include "indexer/forward/lexicon.h"

namespace backfile {

// `runs` are the paths that their CatalogueRun got, in the order of their articles, which have the
// docids 1, 2, 3, ...; their files are deleted. Writes to the existing `directory`. `lexicon` is that
// of the same articles. `progress` is called now and then.
void join_catalogue(std::span<const std::filesystem::path> runs,
                    const std::filesystem::path& directory, const Lexicon& lexicon,
                    const std::function<void()>& progress);

}  // namespace backfile
