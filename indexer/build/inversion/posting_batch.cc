// Counting, placing, writing.
#include "indexer/build/inversion/posting_batch.h"

#include <algorithm>
#include <string>

#include "indexer/files/prefix_sort.h"

namespace backfile {
namespace {

constexpr std::uint32_t largest_inside = 0xFFFF;  // stands for what is in the list of large ones

std::uint64_t key_of(TermNumber term, std::size_t article) {
  return std::uint64_t{term} << 32 | article;
}

}  // namespace

void PostingBatch::add(std::uint32_t docid, std::span<const TermCount> terms) {
  if (ends_.empty()) first_docid_ = docid;
  for (const TermCount& count : terms) {
    if (count.term >= frequencies_.size()) frequencies_.resize(count.term + count.term / 8 + 1);
    if (frequencies_[count.term]++ == 0) terms_.push_back(count.term);
    if (count.wdf >= largest_inside) {
      large_wdfs_.push_back({key_of(count.term, ends_.size()), count.wdf});
    }
  }
  postings_.insert(postings_.end(), terms.begin(), terms.end());
  ends_.push_back(static_cast<std::uint32_t>(postings_.size()));
}

std::vector<TermNumber> PostingBatch::known_in_order() const {
  std::vector<std::uint64_t> ranked;  // rank and number
  ranked.reserve(terms_.size());
  for (const TermNumber term : terms_) {
    if (term < known_.size()) ranked.push_back(std::uint64_t{known_.rank(term)} << 32 | term);
  }
  std::ranges::sort(ranked);
  std::vector<TermNumber> order;
  order.reserve(terms_.size());
  for (const std::uint64_t term : ranked) order.push_back(static_cast<TermNumber>(term));
  return order;
}

std::vector<TermNumber> PostingBatch::others_in_order(const TermNumbers& numbers) const {
  std::vector<TermNumber> order;
  for (const TermNumber term : terms_) {
    if (!numbers.is_known(term)) order.push_back(term);
  }
  sort_by_key(order, [&](TermNumber term) { return numbers.other(term); });
  return order;
}

void PostingBatch::sort_postings(std::span<const TermNumber> order) {
  std::uint32_t begin = 0;
  for (const TermNumber term : order) {
    begin += std::exchange(frequencies_[term], begin);
  }
  sorted_.resize(postings_.size());
  std::size_t posting = 0;
  for (std::size_t article = 0; article < ends_.size(); ++article) {
    for (; posting < ends_[article]; ++posting) {
      const auto [term, wdf] = postings_[posting];
      sorted_[frequencies_[term]++] =
          static_cast<std::uint32_t>(article << 16 | std::min(wdf, largest_inside));
    }
  }
  std::ranges::sort(large_wdfs_, {}, &LargeWdf::key);
}

// What lies between the ends of two neighbours in the order is the later one's.
void PostingBatch::compare_twins(std::span<const TermNumber> known, TwinTerms& twins) const {
  const auto postings_of = [&](std::size_t place) {
    const std::size_t begin = place == 0 ? 0 : frequencies_[known[place - 1]];
    return std::span(sorted_).subspan(begin, frequencies_[known[place]] - begin);
  };
  const auto rank_of = [&](TermNumber term) { return known_.rank(term); };
  for (std::size_t place = 0; place < known.size(); ++place) {
    const std::uint32_t rank = rank_of(known[place]), twin = twins.of(rank);
    if (twin == TwinTerms::none) continue;
    const auto other = std::ranges::lower_bound(known, twin, {}, rank_of);
    if (other == known.end() || rank_of(*other) != twin) {
      twins.part(rank);
    } else if (rank < twin) {
      const bool same = std::ranges::equal(
          postings_of(place), postings_of(static_cast<std::size_t>(other - known.begin())),
          [&](std::uint32_t one, std::uint32_t two) {
            return one == two && wdf_of(known[place], one) == wdf_of(*other, two);
          });
      if (!same) twins.part(rank);
    }
  }
}

void PostingBatch::write(const std::filesystem::path& run, const TermNumbers& numbers,
                         TwinTerms& twins) {
  std::vector<TermNumber> order = known_in_order();
  const std::size_t known = order.size();
  const std::vector<TermNumber> others = others_in_order(numbers);
  order.insert(order.end(), others.begin(), others.end());
  sort_postings(order);
  compare_twins(std::span(order).first(known), twins);

  RunWriter known_out(run.string() + ".known"), others_out(run.string() + ".others");
  std::uint32_t last_rank = 0;
  next_ = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const TermNumber term = order[i];
    const std::size_t end = std::exchange(frequencies_[term], 0);
    RunWriter& out = i < known ? known_out : others_out;
    if (i < known) {
      out.add_number(known_.rank(term) - std::exchange(last_rank, known_.rank(term)));
    } else {
      out.add(numbers.other(term));
    }
    write_entry(term, static_cast<std::uint32_t>(end - next_), out);
  }
  known_out.finish();
  others_out.finish();
  postings_.clear();
  ends_.clear();
  terms_.clear();
  large_wdfs_.clear();
}

void PostingBatch::write_entry(TermNumber term, std::uint32_t frequency, RunWriter& out) {
  encoder_.clear();
  std::uint64_t occurrences = 0;
  for (const std::size_t end = next_ + frequency; next_ < end; ++next_) {
    const std::uint32_t wdf = wdf_of(term, sorted_[next_]);
    encoder_.add({first_docid_ + (sorted_[next_] >> 16), wdf});
    occurrences += wdf;
  }
  out.add_number(frequency);
  out.add_number(occurrences);
  out.add(encoder_.bytes());
}

std::uint32_t PostingBatch::wdf_of(TermNumber term, std::uint32_t place) const {
  const std::uint32_t inside = place & largest_inside;
  if (inside != largest_inside) return inside;
  return std::ranges::lower_bound(large_wdfs_, key_of(term, place >> 16), {}, &LargeWdf::key)->wdf;
}

}  // namespace backfile
