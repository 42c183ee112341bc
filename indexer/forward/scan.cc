// One loop for each kind of machine.
#include "indexer/forward/scan.h"

#include <algorithm>
#include <utility>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace backfile {
namespace {

using Scan = void (*)(const WordCode* codes, std::size_t words, const CodeSet& wanted,
                      std::uint64_t* hits);

void scan_plain(const WordCode* codes, std::size_t words, const CodeSet& wanted,
                std::uint64_t* hits) {
  const std::uint64_t* bits = wanted.bits();
  for (std::size_t word = 0; word < words; ++word, codes += 64) {
    std::uint64_t found = 0;
    for (unsigned i = 0; i < 64; ++i) found |= (bits[codes[i] / 64] >> codes[i] % 64 & 1) << i;
    hits[word] = found;
  }
}

#ifdef __x86_64__

void scan_sse2(const WordCode* codes, std::size_t words, const CodeSet& wanted,
               std::uint64_t* hits) {
  __m128i sought[CodeSet::most_compared_sse2];
  const std::size_t count = wanted.codes().size();
  for (std::size_t k = 0; k < count; ++k) {
    sought[k] = _mm_set1_epi16(static_cast<short>(wanted.codes()[k]));
  }
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t found = 0;
    for (unsigned i = 0; i < 64; i += 16, codes += 16) {
      const __m128i low = _mm_loadu_si128(reinterpret_cast<const __m128i*>(codes));
      const __m128i high = _mm_loadu_si128(reinterpret_cast<const __m128i*>(codes + 8));
      __m128i low_hits = _mm_setzero_si128(), high_hits = _mm_setzero_si128();
      for (std::size_t k = 0; k < count; ++k) {
        low_hits = _mm_or_si128(low_hits, _mm_cmpeq_epi16(low, sought[k]));
        high_hits = _mm_or_si128(high_hits, _mm_cmpeq_epi16(high, sought[k]));
      }
      const int mask = _mm_movemask_epi8(_mm_packs_epi16(low_hits, high_hits));
      found |= static_cast<std::uint64_t>(static_cast<unsigned>(mask)) << i;
    }
    hits[word] = found;
  }
}

__attribute__((target("avx2"))) void scan_avx2(const WordCode* codes, std::size_t words,
                                               const CodeSet& wanted, std::uint64_t* hits) {
  __m256i sought[CodeSet::most_compared_avx2];
  const std::size_t count = wanted.codes().size();
  for (std::size_t k = 0; k < count; ++k) {
    sought[k] = _mm256_set1_epi16(static_cast<short>(wanted.codes()[k]));
  }
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t found = 0;
    for (unsigned i = 0; i < 64; i += 32, codes += 32) {
      const __m256i low = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(codes));
      const __m256i high = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(codes + 16));
      __m256i low_hits = _mm256_setzero_si256(), high_hits = _mm256_setzero_si256();
      for (std::size_t k = 0; k < count; ++k) {
        low_hits = _mm256_or_si256(low_hits, _mm256_cmpeq_epi16(low, sought[k]));
        high_hits = _mm256_or_si256(high_hits, _mm256_cmpeq_epi16(high, sought[k]));
      }
      // Packing works on halves of 128 bits; the permutation puts their quarters in order.
      const __m256i packed =
          _mm256_permute4x64_epi64(_mm256_packs_epi16(low_hits, high_hits), 0b11'01'10'00);
      const int mask = _mm256_movemask_epi8(packed);
      found |= static_cast<std::uint64_t>(static_cast<unsigned>(mask)) << i;
    }
    hits[word] = found;
  }
}

// The buckets that the two nibbles of each byte are in.
__attribute__((target("avx2"))) inline __m256i buckets_of(__m256i bytes, __m256i low_table,
                                                          __m256i high_table) {
  const __m256i nibble = _mm256_set1_epi8(0x0F);
  const __m256i low = _mm256_and_si256(bytes, nibble);
  const __m256i high = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble);
  return _mm256_and_si256(_mm256_shuffle_epi8(low_table, low),
                          _mm256_shuffle_epi8(high_table, high));
}

// Which of 32 codes pass the filter.
__attribute__((target("avx2"))) std::uint32_t filter_avx2(const WordCode* codes,
                                                          const __m256i (&tables)[4]) {
  const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(codes));
  const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(codes + 16));
  const __m256i low_byte = _mm256_set1_epi16(0xFF);
  const __m256i lows =
      _mm256_packus_epi16(_mm256_and_si256(first, low_byte), _mm256_and_si256(second, low_byte));
  const __m256i highs =
      _mm256_packus_epi16(_mm256_srli_epi16(first, 8), _mm256_srli_epi16(second, 8));
  const __m256i passing = _mm256_and_si256(buckets_of(lows, tables[0], tables[1]),
                                           buckets_of(highs, tables[2], tables[3]));
  // Packing worked on halves of 128 bits; the permutation puts their quarters in order.
  const __m256i none =
      _mm256_permute4x64_epi64(_mm256_cmpeq_epi8(passing, _mm256_setzero_si256()), 0b11'01'10'00);
  return ~static_cast<std::uint32_t>(_mm256_movemask_epi8(none));
}

__attribute__((target("avx2"))) void scan_filtered(const WordCode* codes, std::size_t words,
                                                   const CodeSet& wanted, std::uint64_t* hits) {
  __m256i tables[4];
  for (std::size_t place = 0; place < 4; ++place) {
    const auto* table = wanted.filter().tables[place].data();
    tables[place] =
        _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(table)));
  }
  for (std::size_t word = 0; word < words; ++word, codes += 64) {
    const std::uint64_t passing =
        filter_avx2(codes, tables) | std::uint64_t{filter_avx2(codes + 32, tables)} << 32;
    std::uint64_t found = passing;
    for (std::uint64_t left = passing; left != 0; left &= left - 1) {
      const auto i = static_cast<unsigned>(std::countr_zero(left));
      found ^= std::uint64_t{!wanted.contains(codes[i])} << i;
    }
    hits[word] = found;
  }
}

#endif

Scan scan_of(Instructions instructions, const CodeSet& wanted) {
#ifdef __x86_64__
  const std::size_t count = wanted.codes().size();
  if (instructions == Instructions::avx2 && count <= CodeSet::most_filtered) {
    return count <= CodeSet::most_compared_avx2 ? scan_avx2 : scan_filtered;
  }
  if (instructions == Instructions::sse2 && count <= CodeSet::most_compared_sse2) return scan_sse2;
#else
  static_cast<void>(instructions), static_cast<void>(wanted);
#endif
  return scan_plain;
}

}  // namespace

CodeSet::CodeSet(std::vector<WordCode> codes) : codes_(std::move(codes)) {
  std::ranges::sort(codes_);
  codes_.erase(std::unique(codes_.begin(), codes_.end()), codes_.end());
  for (const WordCode code : codes_) bits_[code / 64] |= std::uint64_t{1} << code % 64;
  if (codes_.size() <= most_filtered) filter_ = make_filter(codes_);
}

Instructions best_instructions() {
#ifdef __x86_64__
  static const Instructions best =
      __builtin_cpu_supports("avx2") ? Instructions::avx2 : Instructions::sse2;
  return best;
#else
  return Instructions::plain;
#endif
}

void find_codes(std::span<const WordCode> codes, const CodeSet& wanted, std::uint64_t* hits,
                Instructions instructions) {
  const std::size_t words = mask_words(codes.size());
  scan_of(instructions, wanted)(codes.data(), words, wanted, hits);
  const std::size_t last = codes.size() % 64;
  if (last != 0) hits[words - 1] &= (std::uint64_t{1} << last) - 1;
}

std::size_t count_rare(std::span<const WordCode> codes) {
  std::size_t count = 0, i = 0;
#ifdef __x86_64__
  static_assert(first_rare_code == 0xf000, "a rare code is one whose highest nibble is full");
  // Eight sums side by side, which are added up before one of them could pass 15 bits.
  constexpr std::size_t step = 8, most = step * 4096;
  while (codes.size() - i >= step) {
    const std::size_t end = i + std::min(codes.size() - i, most) / step * step;
    __m128i sums = _mm_setzero_si128();
    for (; i < end; i += step) {
      const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(&codes[i]));
      const __m128i high_nibble = _mm_srai_epi16(block, 12);
      sums = _mm_sub_epi16(sums, _mm_cmpeq_epi16(high_nibble, _mm_set1_epi16(-1)));
    }
    const __m128i pairs = _mm_madd_epi16(sums, _mm_set1_epi16(1));
    alignas(16) std::array<std::int32_t, 4> parts;
    _mm_store_si128(reinterpret_cast<__m128i*>(parts.data()), pairs);
    for (const std::int32_t part : parts) count += static_cast<std::size_t>(part);
  }
#endif
  for (; i < codes.size(); ++i) count += is_rare(codes[i]) ? 1 : 0;
  return count;
}

}  // namespace backfile
