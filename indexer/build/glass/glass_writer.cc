// Documents, then terms, then the file that says where both are.
#include "indexer/build/glass/glass_writer.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <string>

#include "indexer/base/disk.h"
#include "indexer/build/glass/deflater.h"
#include "indexer/build/glass/fault.h"
#include "indexer/build/glass/numbers.h"
#include "indexer/files/limits.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// In front of all terms, none of which begins so: what would be a NUL is followed by another byte.
constexpr std::string_view metadata_key("\0\xC0", 2), lengths_key("\0\xE0", 2);

// Entries that wait before they are written.
constexpr std::size_t most_waiting = std::size_t{1} << 20;

fs::path made(const fs::path& directory) {
  make_directories(directory);
  return directory;
}

}  // namespace

GlassWriter::GlassWriter(const fs::path& directory, const GlassOptions& options)
    : directory_(made(directory)),
      options_(options),
      postlist_(directory / "postlist.glass"),
      docdata_(directory / "docdata.glass"),
      terms_(directory) {
  postlist_.create();  // a database has one even if it is empty
  for (const auto& [key, value] : options.metadata) {
    postlist_.add(std::string(metadata_key) + key, value);
  }
  if (options.deflate) deflater_ = std::make_unique<Deflater>();
  lengths_.begin(lengths_key, {}, 0, 0);  // how many there are is said elsewhere
}

GlassWriter::~GlassWriter() = default;

void GlassWriter::add_document(std::uint32_t docid, std::uint32_t length, std::string_view data) {
  if (documents_ended_) throw glass_fault(docdata_.path(), "a document comes after the first term");
  if (docid <= statistics_.last_docid) {
    throw glass_fault(docdata_.path(), "document " + std::to_string(docid) + " comes after " +
                                           std::to_string(statistics_.last_docid));
  }
  // The greatest number is what Xapian marks documents with that are to be removed.
  hold_to(std::numeric_limits<std::uint32_t>::max() - 1, length, "words in one article");
  lengths_.add(docid, length, length_entries_);
  if (length_entries_.bytes() >= most_waiting) drain(length_entries_);
  statistics_.documents += 1;
  statistics_.last_docid = docid;
  statistics_.total_length += length;
  statistics_.greatest_length = std::max(statistics_.greatest_length, length);
  if (length > 0 && (statistics_.least_length == 0 || length < statistics_.least_length)) {
    statistics_.least_length = length;
  }
  if (data.empty()) return;
  std::string key;
  append_sortable(key, docid);
  const std::string_view deflated = deflater_ ? deflater_->deflated(data) : std::string_view();
  docdata_.add(key, deflated.empty() ? data : deflated, !deflated.empty());
}

void GlassWriter::end_documents() {
  if (documents_ended_) return;
  documents_ended_ = true;
  if (statistics_.documents == 0) return;
  lengths_.end(length_entries_);
  drain(length_entries_);
}

void GlassWriter::drain(TableEntries& entries) {
  entries.take([&](std::string_view key, std::string_view tag) { postlist_.add(key, tag); });
}

void GlassWriter::begin_term(std::string_view term, std::uint32_t documents,
                             std::uint64_t occurrences) {
  end_documents();
  terms_.begin_term(term, documents, occurrences);
  if (terms_.bytes() >= most_waiting) drain(terms_.entries_);
}

void GlassWriter::add(PostlistRange& range) {
  end_documents();
  take(terms_);
  take(range);
}

void GlassWriter::take(PostlistRange& range) {
  range.finish();
  drain(range.entries_);
  totals_.occurrences += range.totals_.occurrences;
  totals_.largest_wdf = std::max(totals_.largest_wdf, range.totals_.largest_wdf);
  totals_.largest_docid = std::max(totals_.largest_docid, range.totals_.largest_docid);
  range.totals_ = {};
}

void GlassWriter::check_totals() const {
  const auto demand = [&](bool holds, const std::string& what) {
    if (!holds) throw glass_fault(postlist_.path(), what);
  };
  demand(totals_.largest_docid <= statistics_.last_docid,
         "a term is in a document that is not there");
  demand(totals_.occurrences == statistics_.total_length,
         "its words are " + std::to_string(totals_.occurrences) + ", those of its documents " +
             std::to_string(statistics_.total_length));
  demand(totals_.largest_wdf <= statistics_.greatest_length,
         "a word occurs more often in a document than this is long");
}

void GlassWriter::finish(const DatabaseUuid& uuid) {
  end_documents();
  take(terms_);
  check_totals();
  statistics_.largest_wdf = totals_.largest_wdf;
  const TreeRoot postlist = postlist_.finish(), docdata = docdata_.finish();
  if (options_.sync) {
    sync(postlist_.path());
    if (docdata.entries > 0) sync(docdata_.path());
  }
  // Beyond this point there is a database, or there is none: never half of one.
  const fs::path file = directory_ / version_file_name, unnamed = directory_ / "v.tmp";
  version_ = version_file(uuid, postlist, docdata, statistics_);
  write_synced(unnamed, version_);
  std::error_code error;
  fs::rename(unnamed, file, error);
  if (error) throw disk_failure("create", file, error.value());
  if (options_.sync) sync(directory_);
}

void GlassWriter::verify() const {
  postlist_.verify();
  docdata_.verify();
  const fs::path file = directory_ / version_file_name;
  if (read_whole(file) != version_) throw damaged_file(file);
}

}  // namespace backfile
