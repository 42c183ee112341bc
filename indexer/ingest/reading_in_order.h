// Files read by many threads, as if one had read them in their order.
//
// A thread reads a file and hands on the records of long ones (Sink::later), which others read;
// what was found waits for its turn. One file may hold the whole archive, or each a single page: both
// keep all threads at work. Between readers/ and ingest.h.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "indexer/ingest/spool.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/input/walk.h"

namespace backfile {

// Called on the thread that called read_in_order, file by file.
struct OrderedSink {
  std::function<void(const SourceFile&)> begin;
  std::function<void(Found&&, Spool::Packed&&)> found;
  std::function<void(Rejected&&)> rejected;
};

// Reads all files by `jobs` threads, or by the caller's if that is 1. What waits for its turn is
// bounded, about 32 MB of text. An exception of the sink ends the reading at once.
void read_in_order(const std::vector<SourceFile>& files, unsigned jobs, const OrderedSink& sink);

}  // namespace backfile
