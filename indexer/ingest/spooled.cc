// A checksum (8 bytes), how many lines and each as a counted string (files/varint.h), then the
// article (article/article_bytes.cc).
#include "indexer/ingest/spooled.h"

#include <cstdint>
#include <cstring>
#include <string_view>

#include "indexer/base/checksum.h"
#include "indexer/base/failure.h"
#include "indexer/files/varint.h"

namespace backfile {
namespace {

[[noreturn]] void damaged() {
  throw Failure(Exit::corrupt,
                "an article did not come back from the temporary file of the build as it was "
                "written; check disk and memory and run the command again");
}

}  // namespace

std::string encode_spooled(const Found& found) {
  std::string bytes(sizeof(std::uint64_t), '\0');
  append_varint(bytes, found.lines.size());
  for (const std::string& line : found.lines) append_counted(bytes, line);
  bytes += encode_article(found.article);
  const std::uint64_t sum = checksum(std::string_view(bytes).substr(sizeof sum));
  std::memcpy(bytes.data(), &sum, sizeof sum);
  return bytes;
}

Found decode_spooled(std::string_view bytes) {
  std::uint64_t sum = 0;
  if (bytes.size() < sizeof sum) damaged();
  std::memcpy(&sum, bytes.data(), sizeof sum);
  bytes.remove_prefix(sizeof sum);
  if (checksum(bytes) != sum) damaged();
  Found found;
  const auto lines = take_varint(bytes);
  if (!lines || *lines > bytes.size()) damaged();
  found.lines.resize(*lines);
  for (std::string& line : found.lines) {
    const auto taken = take_counted(bytes);
    if (!taken) damaged();
    line = *taken;
  }
  found.article = decode_article(bytes);
  return found;
}

}  // namespace backfile
