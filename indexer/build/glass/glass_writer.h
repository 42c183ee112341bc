// Writes a database of Xapian front to back from sorted postings, without Xapian.
//
// Xapian gathers documents and turns them into lists of postings; who has such lists need not. The
// files are what Xapian 1.4 writes itself in its format "glass", and after compaction the same byte
// for byte: tables of postings and of documents' data. No positions, no lists of the terms of a
// document: such a database is searched and compacted, but nothing can be taken out of it.
// Knows no article and no analyzer. Parts: tree_writer.h, postlist_range.h, version_file.h.
//
//   GlassWriter writer(directory);
//   writer.add_document(1, 5, data);
//   writer.begin_term("storm", 1, 5);
//   writer.add_posting(1, 5);
//   writer.finish(uuid);
//
// For one thread; ranges of terms may be made by others. What is written is no database until
// finish() has returned. What could not be written is Failure{unwritable} that names the file; what
// does not add up is Failure{corrupt}; the directory is then for the caller to remove.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/build/glass/posting_chunks.h"
#include "indexer/build/glass/postlist_range.h"
#include "indexer/build/glass/table_entries.h"
#include "indexer/build/glass/tree_writer.h"
#include "indexer/build/glass/version_file.h"

namespace backfile {

class Deflater;

struct GlassOptions {
  bool deflate = true;  // the data of documents, as Xapian; false if they are compressed already
  bool sync = true;     // wait for the disk; false where the database is only looked at and deleted
  // What Xapian gives as metadata. It stands in front of all else in the table of postings.
  std::map<std::string, std::string> metadata = {};
};

class GlassWriter {
 public:
  // A new directory, made with its parents. Failure{unwritable} if it has a database already.
  explicit GlassWriter(const std::filesystem::path& directory, const GlassOptions& options = {});
  ~GlassWriter();

  // Every document in ascending order of docids (1, 2, 3 ...), all before the first term. `length`
  // is the sum of its wdfs.
  void add_document(std::uint32_t docid, std::uint32_t length, std::string_view data);

  // As in postlist_range.h.
  void begin_term(std::string_view term, std::uint32_t documents, std::uint64_t occurrences);
  void add_posting(std::uint32_t docid, std::uint32_t wdf) { terms_.add_posting(docid, wdf); }

  // So many occurrences of terms that are not written: lengths count them all the same.
  void leave_out(std::uint64_t occurrences) { totals_.occurrences += occurrences; }

  // Takes over what a finished range has, and empties it: all terms before are less than its own.
  void add(PostlistRange& range);

  // Failure{corrupt} unless the lengths of all documents add up to the wdfs of all postings,
  // written and left out. Once
  // this returns the database is on the disk, and the name of its directory as well.
  void finish(const DatabaseUuid& uuid);

  // After finish(): Failure{corrupt} unless the files hold what was written. To be asked before
  // Xapian's own check, which sees neither the data of documents nor most numbers, and has crashed
  // on damaged files.
  void verify() const;

 private:
  void end_documents();
  void take(PostlistRange& range);
  void drain(TableEntries& entries);
  void check_totals() const;

  std::filesystem::path directory_;
  GlassOptions options_;
  TreeWriter postlist_, docdata_;
  std::unique_ptr<Deflater> deflater_;  // if it is wanted
  DatabaseStatistics statistics_;
  TableEntries length_entries_;
  PostingChunks lengths_;
  bool documents_ended_ = false;
  PostlistRange terms_;
  PostlistRange::Totals totals_;  // of the terms that were written
  std::string version_;           // the contents of its file
};

}  // namespace backfile
