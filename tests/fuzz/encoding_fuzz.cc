// Any bytes as a file of unknown encoding: what comes out is text, whether converted in one piece
// or as it is read, and the encoding that the file declares is no more than a hint.
#include "indexer/readers/input/encoding.h"

#include <cstdint>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

#include "indexer/readers/input/utf16_stream.h"
#include "indexer/readers/open.h"
#include "tests/fuzz/demand.h"

namespace {

using namespace backfile;

std::string streamed(const std::string& bytes, std::string_view encoding) {
  std::istringstream in(bytes);
  Utf16Stream text(in, encoding);
  const std::string first{std::istreambuf_iterator<char>(text.stream()), {}};
  text.stream().clear();
  text.stream().seekg(0);
  const std::string second{std::istreambuf_iterator<char>(text.stream()), {}};
  demand(first == second, "a stream that goes back to its start gives the same again");
  return first;
}

void check(const std::optional<DecodedText>& decoded, std::size_t bytes) {
  if (!decoded) return;
  demand_text(decoded->text);
  demand(decoded->replaced <= bytes, "no more bytes are replaced than there are");
  demand(decoded->is_repaired() == (decoded->first_line > 0), "what is replaced stands in a line");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string declared = declared_encoding(bytes);
  const auto decoded = to_utf8(bytes);
  check(decoded, size);
  check(to_utf8(bytes, declared), size);
  if (const std::string_view marked = marked_encoding(bytes); !marked.empty()) {
    const std::string text = repair_utf8(streamed(bytes, marked));
    demand_text(text);
    if (decoded) demand(text == decoded->text, "a stream gives what the whole file gives");
  }
  demand_text(binary_kind(bytes));
  for (const char* name : {"a", "a.html", "a.csv"}) choose_reader(bytes, name);
  return 0;
}
