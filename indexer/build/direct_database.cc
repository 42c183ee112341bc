// Lengths and data of all documents, then all terms.
#include "indexer/build/direct_database.h"

#include <cstring>

#include "indexer/base/checksum.h"
#include "indexer/build/glass/glass_writer.h"
#include "indexer/build/inversion/merged_postings.h"
#include "indexer/build/term_writing.h"
#include "indexer/forward/forward_index.h"
#include "indexer/index/generation.h"

namespace backfile {
namespace {

// What names the database follows from what is in it.
class Name {
 public:
  void add(std::uint64_t text_hash, std::string_view data) {
    texts_.add(text_hash);
    data_.add(std::uint64_t{data.size()});
    data_.add(data);
  }
  DatabaseUuid uuid() const {
    const std::uint64_t halves[] = {texts_.value(), data_.value()};
    DatabaseUuid uuid;
    static_assert(sizeof uuid == sizeof halves);
    std::memcpy(uuid.data(), halves, sizeof halves);
    return uuid;
  }

 private:
  Checksum texts_, data_;
};

}  // namespace

void write_database(std::span<const FinishedFacts> facts, const std::filesystem::path& generation,
                    const std::filesystem::path& scratch, unsigned jobs,
                    const std::function<void(std::uint64_t)>& progress) {
  constexpr std::uint64_t between_calls = 4096;  // of `progress`
  const ForwardIndex index(forward_of(generation));
  const KnownTerms known(index.lexicon());
  const Inversion inversion =
      invert(index, known, filters_of(facts), scratch, {.jobs = jobs}, progress);

  // What is in the database is compressed already.
  GlassWriter writer(database_of(generation), {.deflate = false});
  FactsData data(facts);
  Name name;
  for (std::uint32_t docid = 1; docid <= index.size(); ++docid) {
    const std::string_view stored = data.next();
    name.add(index.facts(docid).text_hash, stored);
    writer.add_document(docid, inversion.lengths[docid - 1], stored);
    if (docid % between_calls == 0) progress(index.size());
  }
  MergedPostings postings(known, inversion.runs);
  write_terms(postings, writer, database_of(generation), jobs, [&] { progress(index.size()); });
  writer.finish(name.uuid());
  writer.verify();
}

}  // namespace backfile
