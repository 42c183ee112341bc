// Several sets of forms to be looked for at once, and where a record has them.
//
// A query word is a set of forms (lexicon.h); a question has a few of them, which may overlap.
// Codes are scanned for all sets together, eight or more at a time (scan.h); a hit is then looked
// up for the sets it belongs to, and a rare code's hit for the form it really is. What patterns are
// built on. Immutable once made: shared by all threads.
//
//   const std::array storm = {lexicon.family("en", "storm"), lexicon.family("en", "hit")};
//   const WordSets sets(storm);
//   sets.for_each_hit(index, record, [](std::uint32_t position, std::uint64_t sets) { ... });
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "indexer/forward/format.h"
#include "indexer/forward/forward_index.h"
#include "indexer/forward/rare_forms.h"
#include "indexer/forward/scan.h"

namespace backfile {

class WordSets {
 public:
  static constexpr std::size_t most = 64;

  // At most 64 sets, each in any order. Openings may be among them, as numbers.
  explicit WordSets(std::span<const std::span<const FormId>> sets);

  // Calls visit(position, sets) for each word of the record that is in a set, in order: bit k for
  // set k.
  template <class Visit>
  void for_each_hit(const ForwardIndex& index, const Record& record, const Visit& visit) const {
    std::array<std::uint64_t, mask_words(scanned_at_once)> hits;
    RareForms rare(index, record);
    for (std::size_t begin = 0; begin < record.codes.size(); begin += scanned_at_once) {
      const auto codes =
          record.codes.subspan(begin, std::min(scanned_at_once, record.codes.size() - begin));
      find_codes(codes, codes_, hits.data());
      for_each_bit(std::span(hits).first(mask_words(codes.size())), [&](std::uint32_t i) {
        const auto position = static_cast<std::uint32_t>(begin) + i;
        const std::uint64_t sets = is_rare(codes[i])
                                       ? sets_of_rare(rare.at(position, every_rare_code_))
                                       : combinations_[by_code_[codes[i]]];
        if (sets != 0) visit(position, sets);
      });
    }
  }

  const CodeSet& codes() const { return codes_; }

 private:
  static constexpr std::size_t scanned_at_once = 4096;  // nearly every article

  // A slot of a hash table with linear probing; form 0: free.
  struct RareMember {
    FormId form = 0;
    std::uint32_t combination = 0;
  };
  std::uint64_t sets_of_rare(FormId form) const {
    if (!rare_bits_.empty() && !has_rare_bit(form)) return 0;
    std::size_t slot = rare_slot(form);
    while (rare_[slot].form != form && rare_[slot].form != 0)
      slot = (slot + 1) & (rare_.size() - 1);
    return combinations_[rare_[slot].combination];
  }
  std::size_t rare_slot(FormId form) const {
    return (form * 0x9E3779B1u >> 7) & (rare_.size() - 1);
  }
  bool has_rare_bit(FormId form) const {
    const std::size_t bit = form - first_rare_code;
    return bit / 64 < rare_bits_.size() && (rare_bits_[bit / 64] >> bit % 64 & 1) != 0;
  }
  void add_rare(FormId form, std::uint32_t combination);
  void set_rare_bits(FormId last);

  CodeSet codes_;
  std::vector<std::uint16_t> by_code_;       // which combination of sets a short code belongs to
  std::vector<std::uint64_t> combinations_;  // the first is none
  std::vector<RareMember> rare_;             // a power of two of them, half of them free
  // Where there are many rare members every rare word is a hit, and most are of no set: a bit for
  // each form says so from less memory than the hash table takes.
  std::vector<std::uint64_t> rare_bits_;
  bool every_rare_code_ = false;
};

}  // namespace backfile
