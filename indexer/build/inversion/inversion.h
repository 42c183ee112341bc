// Inverts a forward index: from what words an article has to what articles have a word.
//
// Articles are read in batches of a few million postings, by several threads, each batch sorted in
// memory and written as a run (posting_batch.h); merged_postings.h then joins the runs. What they
// give is the same for any number of threads and any memory. Nothing is analyzed but what a record
// does not say: see record_terms.h.
//
//   const KnownTerms known(index.lexicon());
//   const Inversion inversion = invert(index, known, filters, directory, {.jobs = 2}, progress);
//   for (std::uint32_t docid = 1; docid <= index.size(); ++docid) ... inversion.lengths[docid - 1]
//   MergedPostings postings(known, inversion);
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "indexer/build/inversion/known_terms.h"
#include "indexer/build/inversion/twin_terms.h"
#include "indexer/forward/forward_index.h"

namespace backfile {

struct InversionOptions {
  unsigned jobs = 1;
  // Of all threads together, in bytes, about; what the known terms take is part of it. Fewer
  // threads work where it is too little for all.
  std::size_t memory = std::size_t{512} << 20;
  // The most that one batch gathers: more do not fit the processor's cache.
  std::size_t postings = std::size_t{4} << 20;
};

// The boolean terms of one article after the other (filter_terms() of schema.h).
using NextFilters = std::function<std::vector<std::string>()>;
// Those from an article on. Called by several threads; what it returns is for one.
using FiltersFrom = std::function<NextFilters(std::uint32_t docid)>;

struct Inversion {
  std::shared_ptr<const TwinTerms> twins;   // whose stems need no postings
  std::vector<std::uint32_t> lengths;       // by docid, from 1 on: the sum of its wdfs
  std::vector<std::filesystem::path> runs;  // in the order of their articles
};

// Writes runs into `directory`, which is made if need be. `progress` gets the number of articles
// that are done; an exception from it ends the work.
Inversion invert(const ForwardIndex& index, const KnownTerms& known, const FiltersFrom& filters,
                 const std::filesystem::path& directory, const InversionOptions& options,
                 const std::function<void(std::uint64_t)>& progress);

}  // namespace backfile
