// Joins runs into one forward index: the second half of a build.
//
//   1. The keys of all runs are merged in their order, which gives the lexicon.
//   2. Each run's records are copied with the lexicon's numbers in place of the run's own, in the
//      order of the runs. Every record is then put together from the new files and compared, by the
//      hash that was taken of the article's own text.
//
// In memory are buffers for each run, about 40 bytes for each different form, the numbers of one run
// or two at a time, 4 bytes for each of its forms, and a few megabytes of records for each thread.
// Uses forward_run.h's files, lexicon_writer.h and records.h. For one thread, which has others work
// on the records; the files are the same for any number of them.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "indexer/files/limits.h"

namespace backfile {

struct JoinOptions {
  unsigned jobs = 1;
  ForwardLimits limits = {};
};

// `runs` are the paths that their ForwardRun got, in the order of their articles, which get the
// docids 1, 2, 3, ...; their files are deleted. `analyzer` is what names its rules, kept for later
// builds. Writes to the existing `directory`. `progress` is called now and then.
void join_runs(std::span<const std::filesystem::path> runs, const std::filesystem::path& directory,
               std::string_view analyzer, const std::function<void()>& progress,
               const JoinOptions& options = {});

}  // namespace backfile
