// Counts brackets only where a line leaves some open, which the lines of real JSONL never do.
#include "indexer/readers/json/json_lines.h"

#include <string_view>
#include <utility>

namespace backfile {
namespace {

constexpr std::size_t longest_record = 16U << 20;  // an article of 16 MB is none
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

bool begins_record(std::string_view line) {
  return !line.empty() && (line[0] == '{' || line[0] == '[');
}

bool ends_record(std::string_view line) {
  const std::size_t last = line.find_last_not_of(" \t\r,");
  return last != std::string_view::npos && (line[last] == '}' || line[last] == ']');
}

// The brackets that are open so far.
class Brackets {
 public:
  void read(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char c = text[i];
      if (in_string_) {
        i += c == '\\' ? 1 : 0;
        in_string_ = c != '"';
      } else {
        in_string_ = c == '"';
        depth_ += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      }
    }
  }
  // Whether more lines may follow; no string goes on in the next.
  bool are_open() const { return depth_ > 0 && !in_string_; }
  bool are_closed() const { return depth_ <= 0 && !in_string_; }

 private:
  long depth_ = 0;
  bool in_string_ = false;
};

}  // namespace

bool read_line(std::istream& in, std::string& line, bool& too_long) {
  line.clear();
  too_long = false;
  if (in.peek() == std::istream::traits_type::eof()) return false;
  std::streambuf& buffer = *in.rdbuf();
  for (int c = buffer.sbumpc(); c != '\n' && c != std::istream::traits_type::eof();
       c = buffer.sbumpc()) {
    if (line.size() < longest_record) {
      line += static_cast<char>(c);
    } else {
      too_long = true;
    }
  }
  return true;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
}

bool JsonLines::next(JsonRecord& record) {
  do {
    if (!waiting_.empty()) {
      record = std::move(waiting_.front());
      waiting_.pop_front();
    } else if (!next_line(record)) {
      return false;
    }
  } while (is_blank(record.text));
  // What begins a record among the lines that wait has been looked at when it was put there.
  const bool fresh = waiting_.empty() && !record.is_fragment && !record.too_long;
  if (fresh && begins_record(record.text) && !ends_record(record.text)) complete(record);
  return true;
}

bool JsonLines::next_line(JsonRecord& line) {
  line = {};
  if (!read_line(in_, line.text, line.too_long)) return false;
  line.line = ++count_;
  if (count_ == 1 && line.text.starts_with(byte_order_mark))
    line.text.erase(0, byte_order_mark.size());
  return true;
}

// Adds the lines that follow up to the one that closes the last bracket. If one of them begins a
// record at its margin, or none closes it, they stay what they are.
void JsonLines::complete(JsonRecord& record) {
  Brackets brackets;
  brackets.read(record.text);
  std::string text = record.text;
  JsonRecord line;
  while (brackets.are_open() && next_line(line)) {
    const bool another = line.too_long || begins_record(line.text) ||
                         text.size() + line.text.size() > longest_record;
    line.is_fragment = !another;
    brackets.read(line.text);
    text += '\n' + line.text;
    waiting_.push_back(std::move(line));
    if (another) return;
  }
  if (!brackets.are_closed()) return;
  record.text = std::move(text);
  waiting_.clear();
}

}  // namespace backfile
