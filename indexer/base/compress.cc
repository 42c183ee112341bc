// Contexts are kept, one a thread; prepared dictionaries are shared.
#include "indexer/base/compress.h"

#include <zdict.h>
#include <zstd.h>

#include <memory>
#include <new>
#include <vector>

#include "indexer/base/failure.h"

namespace backfile {
namespace {

constexpr int level = 6;
// More than any article holds; a damaged size must not ask for all memory.
constexpr unsigned long long largest = 1ULL << 30;

// Contexts are costly to make for texts as short as articles: one a thread.
ZSTD_CCtx* compressor() {
  thread_local const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                                  ZSTD_freeCCtx);
  if (!context) throw std::bad_alloc();
  return context.get();
}

ZSTD_DCtx* decompressor() {
  thread_local const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                                  ZSTD_freeDCtx);
  if (!context) throw std::bad_alloc();
  return context.get();
}

// What every compressed text begins with, which short ones go without.
constexpr std::string_view magic = "\x28\xB5\x2F\xFD";

[[noreturn]] void damaged() {
  throw Failure(Exit::corrupt,
                "a stored article is damaged; rebuild the index with `backfile index`");
}

std::string compress_by(const ZSTD_CDict* dictionary, std::string_view bytes) {
  ZSTD_CCtx* context = compressor();
  ZSTD_CCtx_refCDict(context, dictionary);
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  ZSTD_CCtx_setParameter(context, ZSTD_c_dictIDFlag, 0);
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context, packed.data(), packed.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size)) throw std::bad_alloc();  // with room for the bound, nothing else can fail
  packed.resize(size);
  return packed;
}

std::string decompress_by(const ZSTD_DDict* dictionary, std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > largest) {
    damaged();
  }
  std::string text(static_cast<std::size_t>(size), '\0');
  const std::size_t made = ZSTD_decompress_usingDDict(decompressor(), text.data(), text.size(),
                                                      bytes.data(), bytes.size(), dictionary);
  if (ZSTD_isError(made) || made != text.size()) damaged();
  return text;
}

}  // namespace

std::string compress(std::string_view bytes) {
  return compress_by(nullptr, bytes);
}

std::string decompress(std::string_view bytes) {
  return decompress_by(nullptr, bytes);
}

std::string train_dictionary(std::span<const std::string> samples, std::size_t most_bytes) {
  std::string all, dictionary(most_bytes, '\0');
  std::vector<std::size_t> sizes;
  for (const std::string& sample : samples) {
    all += sample;
    sizes.push_back(sample.size());
  }
  const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), all.data(),
                                                 sizes.data(), static_cast<unsigned>(sizes.size()));
  dictionary.resize(ZDICT_isError(size) ? 0 : size);
  return dictionary;
}

DictionaryCompressor::DictionaryCompressor(std::string_view dictionary) {
  if (dictionary.empty()) return;
  prepared_ = {ZSTD_createCDict(dictionary.data(), dictionary.size(), level), [](const void* made) {
                 ZSTD_freeCDict(static_cast<ZSTD_CDict*>(const_cast<void*>(made)));
               }};
  if (!prepared_) throw std::bad_alloc();
}

std::string DictionaryCompressor::compress(std::string_view bytes) const {
  return compress_by(static_cast<const ZSTD_CDict*>(prepared_.get()), bytes).substr(magic.size());
}

DictionaryDecompressor::DictionaryDecompressor(std::string_view dictionary) {
  if (dictionary.empty()) return;
  prepared_ = {ZSTD_createDDict(dictionary.data(), dictionary.size()), [](const void* made) {
                 ZSTD_freeDDict(static_cast<ZSTD_DDict*>(const_cast<void*>(made)));
               }};
  if (!prepared_) damaged();
}

std::string DictionaryDecompressor::decompress(std::string_view bytes) const {
  std::string whole(magic);
  whole += bytes;
  return decompress_by(static_cast<const ZSTD_DDict*>(prepared_.get()), whole);
}

}  // namespace backfile
