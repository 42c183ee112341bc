// Documents turned around in memory.
#include "indexer/build/glass/both_ways.h"

#include <xapian.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "indexer/base/disk.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

struct TermPostings {
  std::string term;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> postings = {};  // docid, wdf
  std::uint64_t occurrences = 0;
};

std::vector<TermPostings> inverted(const std::vector<PlainDocument>& documents) {
  std::map<std::string, TermPostings> terms;
  for (const PlainDocument& document : documents) {
    for (const auto& [term, wdf] : document.terms) {
      TermPostings& postings = terms.try_emplace(term, TermPostings{term}).first->second;
      postings.postings.emplace_back(document.docid, wdf);
      postings.occurrences += wdf;
    }
  }
  std::vector<TermPostings> sorted;
  for (auto& [term, postings] : terms) sorted.push_back(std::move(postings));
  return sorted;
}

// To a GlassWriter or to a range.
template <class Postlist>
void add_terms(std::span<const TermPostings> terms, Postlist& postlist) {
  for (const TermPostings& term : terms) {
    postlist.begin_term(term.term, static_cast<std::uint32_t>(term.postings.size()),
                        term.occurrences);
    for (const auto& [docid, wdf] : term.postings) postlist.add_posting(docid, wdf);
  }
}

// The contents of the files by name, without the uuid, which compaction makes anew.
std::map<std::string, std::string> compacted_files(const fs::path& database,
                                                   const fs::path& compacted) {
  Xapian::Database(database.string()).compact(compacted.string());
  std::map<std::string, std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(compacted)) {
    files[entry.path().filename()] = read_whole(entry);
  }
  files[version_file_name].erase(format_stamp().size(), DatabaseUuid().size());
  return files;
}

}  // namespace

DatabaseUuid uuid_of(std::uint8_t seed) {
  DatabaseUuid uuid;
  for (std::size_t i = 0; i < uuid.size(); ++i) uuid[i] = static_cast<std::uint8_t>(seed + i * 29);
  return uuid;
}

void write_by_api(const std::vector<PlainDocument>& documents, const fs::path& directory) {
  Xapian::WritableDatabase database(
      directory.string(),
      Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST);
  for (const PlainDocument& plain : documents) {
    Xapian::Document document;
    document.set_data(plain.data);
    for (const auto& [term, wdf] : plain.terms) document.add_term(term, wdf);
    database.replace_document(plain.docid, document);  // which adds it under this number
  }
  database.commit();
}

void write_directly(const std::vector<PlainDocument>& documents, const fs::path& directory,
                    const GlassOptions& options, std::size_t ranges) {
  GlassWriter writer(directory, options);
  for (const PlainDocument& document : documents) {
    std::uint32_t length = 0;
    for (const auto& [term, wdf] : document.terms) length += wdf;
    writer.add_document(document.docid, length, document.data);
  }
  const std::vector<TermPostings> terms = inverted(documents);
  if (ranges == 0) add_terms(terms, writer);
  for (std::size_t i = 0; i < ranges; ++i) {
    const std::size_t begin = terms.size() * i / ranges, end = terms.size() * (i + 1) / ranges;
    PostlistRange range(directory);
    add_terms(std::span(terms).subspan(begin, end - begin), range);
    writer.add(range);
  }
  writer.finish(uuid_of(static_cast<std::uint8_t>(documents.size())));
}

std::optional<std::string> differing_file(const fs::path& one, const fs::path& other,
                                          const fs::path& scratch) {
  make_directories(scratch);
  const auto some = compacted_files(one, scratch / "one"),
             others = compacted_files(other, scratch / "other");
  for (const auto& [name, bytes] : some) {
    const auto found = others.find(name);
    if (found == others.end() || found->second != bytes) return name;
  }
  for (const auto& [name, bytes] : others) {
    if (!some.contains(name)) return name;
  }
  return std::nullopt;
}

}  // namespace backfile
