// What goes wrong in the environment: a disk, a lock, an index that cannot be read.
//
// Bad input is a value (article.h: Rejected; query/parser.h: Note). A Failure is thrown for what
// stops the work altogether, carries the exit code the program ends with, and is caught in three
// places only: main, the HTTP wrapper and the builder's worker. Its text is for the person at the
// keyboard: a plain sentence that names the thing and says what to do next.
#pragma once

#include <stdexcept>
#include <string>

namespace backfile {

// Exit codes of the program; scripts depend on the numbers.
enum class Exit {
  done = 0,
  no_match = 1,
  usage = 2,
  some_rejected = 3,  // done, but some articles could not be read
  gate_refused = 4,   // the old generation stays
  locked = 5,
  unreadable = 6,  // an input cannot be read at all
  corrupt = 7,     // the index is damaged, missing or of another version
};

class Failure : public std::runtime_error {
 public:
  Failure(Exit code, const std::string& message) : std::runtime_error(message), code_(code) {}
  Exit code() const { return code_; }

 private:
  Exit code_;
};

}  // namespace backfile
