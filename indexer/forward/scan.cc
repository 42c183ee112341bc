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
  __m128i sought[CodeSet::most_compared];
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
  __m256i sought[CodeSet::most_compared];
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

#endif

Scan scan_of(Instructions instructions, const CodeSet& wanted) {
#ifdef __x86_64__
  const bool few = wanted.codes().size() <= CodeSet::most_compared;
  if (few && instructions == Instructions::avx2) return scan_avx2;
  if (few && instructions == Instructions::sse2) return scan_sse2;
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
  return static_cast<std::size_t>(std::ranges::count_if(codes, is_rare));
}

}  // namespace backfile
