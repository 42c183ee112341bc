// The files of a run, as they are written and read back: private to one build.
//
//   NAME.records   for each article a counted string (varint.h): facts, separators, ids
//   NAME.keys      languages, readers, forms and separators, each list behind its length; forms and
//                  separators in the order of their keys: key, number in this run, occurrences,
//                  documents
//   NAME.places    made while runs are joined: the same forms and separators, each its number in
//                  this run and its place among those of all runs
//
// They are read and written front to back through a buffer each, and open only while a buffer is
// filled or emptied: any number of runs can be joined at once. Neighbours: forward_run.h writes
// them, join_runs.h joins them. For one thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace backfile {

class RunWriter {
 public:
  explicit RunWriter(const std::filesystem::path& file);

  void add(std::string_view bytes);  // one counted string
  void add_number(std::uint64_t number);
  void finish();

 private:
  void write_if_large(std::size_t size);

  std::filesystem::path path_;
  bool created_ = false;
  std::string buffer_;
};

class RunReader {
 public:
  explicit RunReader(const std::filesystem::path& file);

  // The next counted string, valid until the next call; false at the end of the file.
  bool next(std::string_view& bytes);
  // Failure{unwritable} where the file ends too early: nobody but this build wrote it.
  std::string_view take();
  std::uint64_t take_number();

 private:
  bool fill(std::size_t bytes);

  std::filesystem::path path_;
  std::uint64_t read_ = 0;  // bytes of the file
  std::string buffer_;
  std::size_t used_ = 0;
};

}  // namespace backfile
