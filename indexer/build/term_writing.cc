// Batches of terms, each with a copy of its postings as they lie in the runs.
#include "indexer/build/term_writing.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/in_order.h"
#include "indexer/build/inversion/posting_code.h"

namespace backfile {
namespace {

class TermBatch {
 public:
  explicit TermBatch(const std::filesystem::path& directory) : range_(directory) {}

  bool is_full() const {
    constexpr std::size_t enough = std::size_t{1} << 16;
    return bytes_.size() >= enough;
  }

  // The term that `postings` stand at.
  void add(const MergedPostings& postings) {
    const std::string_view term = postings.term();
    terms_.push_back(
        {term.size(), postings.parts().size(), postings.documents(), postings.occurrences()});
    bytes_ += term;
    for (const std::string_view part : postings.parts()) {
      part_sizes_.push_back(part.size());
      bytes_ += part;
    }
  }

  // On any thread.
  void encode() {
    std::string_view rest = bytes_;
    const auto take = [&](std::size_t size) {
      const std::string_view taken = rest.substr(0, size);
      rest.remove_prefix(size);
      return taken;
    };
    auto part_size = part_sizes_.begin();
    for (const Term& term : terms_) {
      range_.begin_term(take(term.size), term.documents, term.occurrences);
      for (std::size_t left = term.parts; left > 0; --left) {
        for (PostingDecoder part(take(*part_size++)); !part.at_end();) {
          const Posting posting = part.next();
          range_.add_posting(posting.docid, posting.wdf);
        }
      }
    }
    range_.finish();
  }

  void write(GlassWriter& writer) { writer.add(range_); }

 private:
  struct Term {
    std::size_t size = 0;  // in bytes
    std::size_t parts = 0;
    std::uint32_t documents = 0;
    std::uint64_t occurrences = 0;
  };

  std::string bytes_;  // of each term, then of its parts
  std::vector<Term> terms_;
  std::vector<std::size_t> part_sizes_;  // of all terms
  PostlistRange range_;
};

}  // namespace

void write_terms(MergedPostings& postings, GlassWriter& writer,
                 const std::filesystem::path& directory, unsigned jobs,
                 const std::function<void()>& progress) {
  InOrder in_order(jobs);
  std::shared_ptr<TermBatch> batch;
  const auto hand_on = [&] {
    in_order.add([batch] { batch->encode(); }, [batch, &writer] { batch->write(writer); });
    batch.reset();
    progress();
  };
  while (postings.next_term()) {
    if (!batch) batch = std::make_shared<TermBatch>(directory);
    batch->add(postings);
    if (batch->is_full()) hand_on();
  }
  if (batch) hand_on();
  in_order.finish();
}

}  // namespace backfile
