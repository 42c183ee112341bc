// A stream of JSONL as records: mostly a line each, but an object printed over several indented
// lines is one record as well.
//
// Used by json_reader.cc. Bounded: no record is longer than 16 MB, and every line is looked at
// twice at most. For one thread.
#pragma once

#include <cstddef>
#include <deque>
#include <istream>
#include <string>

namespace backfile {

struct JsonRecord {
  std::string text;
  std::size_t line = 0;      // its first, from 1
  bool too_long = false;     // cut off
  bool is_fragment = false;  // a line behind one that no later line completes
};

// One line, or what fits of it; false at the end of the file.
bool read_line(std::istream& in, std::string& line, bool& too_long);

// Nothing but white space.
bool is_blank(std::string_view text);

class JsonLines {
 public:
  explicit JsonLines(std::istream& in) : in_(in) {}

  // The next record that is not blank; false at the end.
  bool next(JsonRecord& record);

 private:
  bool next_line(JsonRecord& line);
  void complete(JsonRecord& record);

  std::istream& in_;
  std::size_t count_ = 0;
  std::deque<JsonRecord> waiting_;
};

}  // namespace backfile
