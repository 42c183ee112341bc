// Lengths and data of all documents, then all terms.
#include "indexer/build/direct_database.h"

#include <cstring>
#include <string>

#include "indexer/base/checksum.h"
#include "indexer/build/glass/glass_writer.h"
#include "indexer/build/inversion/merged_postings.h"
#include "indexer/build/term_writing.h"
#include "indexer/forward/forward_index.h"
#include "indexer/index/catalogue.h"
#include "indexer/index/generation.h"

namespace backfile {
namespace {

// What names the database follows from what is in the index.
DatabaseUuid name_of(const ForwardIndex& index, const Catalogue& catalogue) {
  Checksum texts;
  for (std::uint32_t docid = 1; docid <= index.size(); ++docid) {
    texts.add(index.facts(docid).text_hash);
  }
  const std::uint64_t halves[] = {texts.value(), catalogue.file().header().checksum};
  DatabaseUuid uuid;
  static_assert(sizeof uuid == sizeof halves);
  std::memcpy(uuid.data(), halves, sizeof halves);
  return uuid;
}

}  // namespace

void write_database(std::span<const FinishedFilters> filters,
                    const std::filesystem::path& generation, const std::filesystem::path& scratch,
                    unsigned jobs, const std::function<void(std::uint64_t)>& progress) {
  const ForwardIndex index(forward_of(generation));
  const KnownTerms known(index.lexicon());
  const Inversion inversion =
      invert(index, known, filters_of(filters), scratch, {.jobs = jobs}, progress);

  // In the first page of the postings, too, by which those of another build are noticed
  // (published_files.h): one word that changed may leave all but a few of their pages as they were.
  const DatabaseUuid name = name_of(index, Catalogue(generation, index));
  GlassWriter writer(database_of(generation),
                     {.metadata = {{"name", std::string(name.begin(), name.end())}}});
  for (std::uint32_t docid = 1; docid <= index.size(); ++docid) {
    writer.add_document(docid, inversion.lengths[docid - 1], {});
  }
  MergedPostings postings(known, inversion);
  write_terms(postings, writer, database_of(generation), jobs, [&] { progress(index.size()); });
  writer.leave_out(postings.left_out());
  writer.finish(name);
  writer.verify();
}

}  // namespace backfile
