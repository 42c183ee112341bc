// Reads a file in one piece, up to the limit, as UTF-8.
#include "indexer/readers/input/whole_file.h"

#include <array>

#include "indexer/readers/input/encoding.h"

namespace backfile {

std::optional<std::string> read_text(std::istream& in, const std::string& path, const Sink& sink) {
  const auto reject = [&](std::string reason) {
    sink.rejected({path, "", std::move(reason)});
    return std::nullopt;
  };
  std::string bytes;
  std::array<char, 65536> buffer;
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0) {
    bytes.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (bytes.size() > largest_file) {
      return reject("larger than 64 MB; write many articles as JSONL, one a line");
    }
  }
  if (in.bad()) return reject("reading it failed: the disk or the network reports an error");
  if (const std::string_view kind = binary_kind(std::string_view(bytes).substr(0, 4096));
      !kind.empty()) {
    return reject(not_text(kind));
  }
  auto decoded = to_utf8(bytes, declared_encoding(bytes));
  if (!decoded) return reject(not_text());
  if (decoded->is_repaired()) {
    const std::string line = "line " + std::to_string(decoded->first_line);
    sink.rejected({path, line, repaired_reason(*decoded), "", true});
  }
  return std::move(decoded->text);
}

}  // namespace backfile
