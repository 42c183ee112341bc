// zstd with checksums, one context a thread.
#include "indexer/base/compress.h"

#include <zstd.h>

#include <memory>
#include <new>

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

[[noreturn]] void damaged() {
  throw Failure(Exit::corrupt,
                "a stored article is damaged; rebuild the index with `backfile index`");
}

}  // namespace

std::string compress(std::string_view bytes) {
  ZSTD_CCtx* context = compressor();
  ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(context, packed.data(), packed.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size)) throw std::bad_alloc();  // with room for the bound, nothing else can fail
  packed.resize(size);
  return packed;
}

std::string decompress(std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size > largest) {
    damaged();
  }
  std::string text(static_cast<std::size_t>(size), '\0');
  const std::size_t made =
      ZSTD_decompressDCtx(decompressor(), text.data(), text.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(made) || made != text.size()) damaged();
  return text;
}

}  // namespace backfile
