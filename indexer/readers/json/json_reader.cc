// Reads one JSON object, a list of them, or JSONL, line by line and of any length.
#include "indexer/readers/json/json_reader.h"

#include <algorithm>
#include <array>
#include <istream>
#include <nlohmann/json.hpp>
#include <optional>

#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/identity.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/input/encoding.h"
#include "indexer/readers/input/utf16_stream.h"
#include "indexer/readers/input/walk.h"
#include "indexer/readers/input/whole_file.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/json/json_stream.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

using nlohmann::json;

constexpr std::size_t longest_line = 16U << 20;  // an article of 16 MB is none

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr const char* too_long_to_tell = "its first line is longer than 64 MB";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

// One line, or what fits of it; false at the end of the file.
bool read_line(std::istream& in, std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  if (in.peek() == std::istream::traits_type::eof()) return false;
  std::streambuf& buffer = *in.rdbuf();
  for (int c = buffer.sbumpc(); c != '\n' && c != std::istream::traits_type::eof();
       c = buffer.sbumpc()) {
    if (line.size() < longest_line) {
      line += static_cast<char>(c);
    } else {
      too_long = true;
    }
  }
  return true;
}

void read_value(const json& value, std::string path, const Place& place, const Sink& sink) {
  if (!value.is_object()) {
    sink.rejected({place.file, place.within, "this is not a JSON object"});
    return;
  }
  Article article;
  std::string reason = fill_declared(value, article);
  if (!reason.empty()) {
    sink.rejected({place.file, place.within, std::move(reason)});
    return;
  }
  article.path = std::move(path);
  article.identity = printed_identity(value);
  take_opening_facts(article);
  deliver(std::move(article), place, sink);
}

// JSONL, if the first of several lines is a whole object, or the second begins another.
bool is_jsonl(std::istream& in, std::string_view path) {
  const std::string ending = unpacked_ending(path);
  if (ending == ".jsonl" || ending == ".ndjson") return true;
  std::string line;
  bool too_long = false;
  std::vector<std::string> lines;
  while (lines.size() < 2 && read_line(in, line, too_long)) {
    if (!is_blank(line)) lines.push_back(line);
  }
  in.clear();
  in.seekg(0);
  const auto ends_object = [](std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\r");
    return last != std::string_view::npos && text[last] == '}';
  };
  const auto begins_object = [](std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first != std::string_view::npos && text[first] == '{';
  };
  const auto goes_on = [](std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\r");
    return last != std::string_view::npos && std::string_view("[{,:").find(text[last]) != text.npos;
  };
  if (lines.empty() || !begins_object(lines[0])) return false;
  return lines.size() == 2 &&
         (ends_object(lines[0]) || (begins_object(lines[1]) && !goes_on(lines[0])));
}

// What a stream of lines was before it became UTF-8.
struct Converted {
  Utf16Stream& text;
  std::string_view from;
};

void read_lines(std::istream& in, const std::string& path, const Sink& sink,
                std::optional<Converted> converted = {}) {
  std::string line;
  bool too_long = false;
  for (std::size_t number = 1; read_line(in, line, too_long); ++number) {
    const std::size_t replaced_before = converted ? converted->text.take_replaced() : 0;
    if (number == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
    if (is_blank(line)) continue;
    const std::string on_line = "line " + std::to_string(number);
    Place place{path, on_line};
    if (too_long) {
      sink.rejected({path, place.within, "the line is longer than 16 MB"});
      continue;
    }
    auto decoded = to_utf8(line);
    if (!decoded) {
      sink.rejected({path, place.within, not_text()});
      continue;
    }
    decoded->replaced += replaced_before;
    if (converted) decoded->encoding = converted->from;
    const std::string id = path + '#' + std::to_string(number);
    const JsonFault fault = stream_json(decoded->text, [&](const json& value, std::size_t count) {
      if (decoded->is_repaired() && count <= 1) {
        sink.rejected({path, place.within, repaired_reason(*decoded), "", true});
      }
      if (count > 1) {
        place.unnamed = id + '.' + std::to_string(count);
        place.within = on_line + ", article " + std::to_string(count);
      } else {
        place.unnamed = id;
      }
      read_value(value, path + ':' + std::to_string(number), place, sink);
    });
    if (fault.reason.empty()) continue;
    const std::string column = fault.byte == 0 ? "" : ", column " + std::to_string(fault.byte);
    sink.rejected({path, on_line + column, fault.reason});
  }
}

std::string line_and_column(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, byte > 0 ? byte - 1 : 0);
  const auto line = std::ranges::count(before, '\n') + 1;
  const std::size_t start =
      before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(before.size() - start + 1);
}

void read_document(std::istream& in, const std::string& path, const Sink& sink) {
  const auto text = read_text(in, path, sink);
  if (!text) return;
  bool empty = true;
  const JsonFault fault = stream_json(*text, [&](const json& value, std::size_t number) {
    empty = false;
    if (number == 0) return read_value(value, path, {path}, sink);
    const std::string here = path + '#' + std::to_string(number);
    read_value(value, here, {path, "article " + std::to_string(number), number == 1 ? path : here},
               sink);
  });
  if (fault.reason.empty()) {
    if (empty) sink.rejected({path, "", "an empty list"});
    return;
  }
  const std::string place = fault.byte > 0 ? line_and_column(*text, fault.byte) : std::string();
  sink.rejected({path, place, fault.reason});
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
      return in_lines ? read_lines(in, path, sink) : read_document(in, path, sink);
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
