// What goes wrong in the environment: a disk, a lock, an index that cannot be read.
//
// Bad input is a value (article.h: Rejected; query/language/parser.h: Note). A Failure is thrown
// for what stops the work altogether, carries the exit code the program ends with, and is caught
// where that work ends: in main, around a request, around a build, and where another way is tried
// (a recovery, another generation). Its text is for the person at the keyboard: a plain sentence
// that names the thing and says what to do next.
#pragma once

#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace backfile {

// Exit codes of the program; scripts depend on the numbers.
enum class Exit {
  done = 0,
  no_match = 1,
  usage = 2,
  some_rejected = 3,  // done, but some articles could not be read
  gate_refused = 4,   // the old generation stays
  locked = 5,
  unreadable = 6,     // an input cannot be read at all
  corrupt = 7,        // the index is damaged, missing or of another version
  unwritable = 8,     // output or disk cannot be written, or memory ran out
  interrupted = 130,  // by Ctrl-C, as shells number it; nothing half-made is left behind
  terminated = 143,   // the same, by SIGTERM
};

class Failure : public std::runtime_error {
 public:
  Failure(Exit code, const std::string& message) : std::runtime_error(message), code_(code) {}
  Exit code() const { return code_; }

 private:
  Exit code_;
};

// "cannot write /a/b (No space left on device); make room ...": a system call that failed while
// something was being written, with what to do about it; `flag` names another place.
// Exit::unwritable.
Failure disk_failure(const std::string& doing, const std::filesystem::path& path, int error,
                     std::string_view flag = "--index");

// The same of a file of the index that cannot be read. Exit::corrupt.
Failure read_failure(const std::filesystem::path& path, int error);

// Standard output does not take what is written to it; `error` is 0 where the reason is not known.
Failure output_failure(int error);

// To be called while handling an exception, whatever it is: Xapian's, the standard library's, ours.
// Turns it into a Failure.
Failure current_failure();

// The message of an exception, Xapian's with its type, for a log.
std::string error_text(const std::exception_ptr& error);

}  // namespace backfile
