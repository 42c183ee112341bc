// Reads one JSON object, a list of them, or JSONL, record by record and of any length.
#include "indexer/readers/json/json_reader.h"

#include <algorithm>
#include <array>
#include <istream>
#include <nlohmann/json.hpp>
#include <optional>

#include "indexer/readers/common/reader.h"
#include "indexer/readers/input/encoding.h"
#include "indexer/readers/input/utf16_stream.h"
#include "indexer/readers/input/walk.h"
#include "indexer/readers/input/whole_file.h"
#include "indexer/readers/json/json_found.h"
#include "indexer/readers/json/json_lines.h"
#include "indexer/readers/json/json_stream.h"

namespace backfile {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr const char* too_long_to_tell = "its first line is longer than 64 MB";

char first_sign(std::string_view text) {
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const std::size_t first = text.find_first_not_of(" \t\r");
  return first == std::string_view::npos ? '\0' : text[first];
}

char last_sign(std::string_view text) {
  const std::size_t last = text.find_last_not_of(" \t\r");
  return last == std::string_view::npos ? '\0' : text[last];
}

// JSONL, if the first of several lines is a whole object, or the second begins another. A list over
// several lines is a document, however its file is called.
bool is_jsonl(std::istream& in, std::string_view path) {
  std::string line;
  bool too_long = false;
  std::vector<std::string> lines;
  while (lines.size() < 2 && read_line(in, line, too_long)) {
    if (!is_blank(line)) lines.push_back(line);
  }
  in.clear();
  in.seekg(0);
  const std::string ending = unpacked_ending(path);
  if (ending == ".jsonl" || ending == ".ndjson")
    return lines.size() < 2 || first_sign(lines[0]) != '[' || last_sign(lines[0]) == ']';
  if (lines.empty() || first_sign(lines[0]) != '{') return false;
  const bool goes_on = std::string_view("[{,:").find(last_sign(lines[0])) != std::string_view::npos;
  return lines.size() == 2 &&
         (last_sign(lines[0]) == '}' || (first_sign(lines[1]) == '{' && !goes_on));
}

// "line 3, column 7", of a text that begins on the line `first`.
std::string line_and_column(std::string_view text, std::size_t byte, std::size_t first = 1) {
  if (byte == 0) return "line " + std::to_string(first);
  const std::string_view before = text.substr(0, byte - 1);
  const auto lines = static_cast<std::size_t>(std::ranges::count(before, '\n'));
  const std::size_t start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return "line " + std::to_string(first + lines) + ", column " +
         std::to_string(before.size() - start + 1);
}

// What a stream of lines was before it became UTF-8.
struct Converted {
  Utf16Stream& text;
  std::string_view from;
};

// Each record by itself, so that they can be read beside one another.
class RecordReader {
 public:
  RecordReader(const std::string& path, const Sink& sink) : path_(path), sink_(sink) {}

  void read(const JsonRecord& record, std::size_t replaced, std::string_view from) {
    const std::string on_line = "line " + std::to_string(record.line);
    if (record.too_long) return reject(on_line, "the line is longer than 16 MB");
    auto decoded = to_utf8(record.text);
    if (!decoded) return reject(on_line, not_text());
    decoded->replaced += replaced;
    if (!from.empty()) decoded->encoding = from;
    std::string_view text = decoded->text;
    if (is_blank(text)) return;  // nothing but a byte order mark or NULs
    const std::size_t last = text.find_last_not_of(" \t\r\n\f");
    if (text[last] == ',') text = text.substr(0, last);  // taken out of a list
    bool told = !decoded->is_repaired();
    const JsonArticles::OnArticle give = [&](const JsonArticle& one) {
      if (!std::exchange(told, true))
        sink_.rejected({path_, on_line, repaired_reason(*decoded), "", true});
      const bool several = one.number > 1;
      const std::string number = std::to_string(one.number);
      const std::string id = path_ + '#' + std::to_string(record.line);
      Place place{path_, several ? on_line + ", article " + number : on_line,
                  several ? id + '.' + number : id};
      deliver_json(one, path_ + ':' + std::to_string(record.line), place, sink_);
    };
    JsonArticles articles(give);
    const JsonFault fault = stream_json(text, articles);
    // One rejection of an object that is broken is enough; its other lines are none.
    if (fault.reason.empty() || (record.is_fragment && first_sign(text) != '{')) return;
    reject(line_and_column(text, fault.byte, record.line), fault.reason);
  }

 private:
  void reject(std::string place, std::string reason) {
    sink_.rejected({path_, std::move(place), std::move(reason)});
  }

  const std::string& path_;
  const Sink& sink_;
};

void read_lines(std::istream& in, const std::string& path, const Sink& sink,
                std::optional<Converted> converted) {
  const std::string from(converted ? converted->from : std::string_view());
  JsonLines lines(in);
  for (JsonRecord record; lines.next(record);) {
    const std::size_t replaced = converted ? converted->text.take_replaced() : 0;
    if (!sink.later) {
      RecordReader(path, sink).read(record, replaced, from);
      continue;
    }
    const std::size_t bytes = record.text.size();
    sink.later([path, from, replaced, one = std::move(record)](
                   const Sink& there) { RecordReader(path, there).read(one, replaced, from); },
               bytes);
  }
}

void read_document(std::istream& in, const std::string& path, const Sink& sink) {
  const auto text = read_text(in, path, sink);
  if (!text) return;
  bool empty = true;
  const JsonArticles::OnArticle give = [&](const JsonArticle& one) {
    empty = empty && one.kind == JsonArticle::Kind::rest;
    if (one.number == 0) return deliver_json(one, path, {path}, sink);
    const std::string here = path + '#' + std::to_string(one.number);
    const Place place{path, "article " + std::to_string(one.number), one.number == 1 ? path : here};
    deliver_json(one, here, place, sink);
  };
  JsonArticles articles(give);
  const JsonFault fault = stream_json(*text, articles);
  if (!fault.reason.empty()) {
    sink.rejected({path, fault.byte > 0 ? line_and_column(*text, fault.byte) : "", fault.reason});
  } else if (empty) {
    sink.rejected({path, "", "an empty list"});
  }
}

class JsonReader final : public Reader {
 public:
  std::string_view name() const override { return "json"; }
  bool holds_many() const override { return true; }

  void read(std::istream& in, const std::string& path, const Sink& sink) const override {
    std::array<char, 8> start{};
    in.read(start.data(), start.size());
    const std::string_view head(start.data(), static_cast<std::size_t>(in.gcount()));
    in.clear();
    in.seekg(0);
    const std::string_view encoding = marked_encoding(head);
    if (encoding.empty()) {
      const bool in_lines = is_jsonl(in, path);
      if (!in) return sink.rejected({path, "", too_long_to_tell});
      return in_lines ? read_lines(in, path, sink, {}) : read_document(in, path, sink);
    }
    Utf16Stream text(in, encoding);
    const bool in_lines = is_jsonl(text.stream(), path);
    if (!text.stream()) return sink.rejected({path, "", too_long_to_tell});
    // A document is converted in one piece.
    in_lines ? read_lines(text.stream(), path, sink, Converted{text, encoding})
             : read_document(in, path, sink);
  }
};

}  // namespace

const Reader& json_reader() {
  static const JsonReader reader;
  return reader;
}

}  // namespace backfile
