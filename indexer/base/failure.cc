// Whatever was thrown, as a sentence with advice.
#include "indexer/base/failure.h"

#include <xapian.h>
#include <cerrno>
#include <filesystem>
#include <new>
#include <string_view>
#include <system_error>

namespace backfile {
namespace {

// What was being done when it went wrong, as far as that is known.
enum class Doing { reading, writing, either };

std::string allowed(Doing doing, std::string_view flag) {
  switch (doing) {
    case Doing::reading:
      return "have it made readable for you, or name another with " + std::string(flag);
    case Doing::writing:
      return "choose a place you may write to with " + std::string(flag) +
             ", or change its permissions";
    case Doing::either:
      break;
  }
  return "have its permissions changed, or name another place with " + std::string(flag);
}

std::string advice(int error, Doing doing, std::string_view flag = "--index") {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "make room, or choose a place on another disk with " + std::string(flag);
    case EACCES:
    case EPERM:
    case EROFS:
      return allowed(doing, flag);
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
      return "check how the path is written and try again";
    default:
      return "check the disk and try again";
  }
}

// Xapian tells the system's words for an error, not its number.
int error_called(const std::string& system) {
  for (const int error : {ENOSPC, EDQUOT, EFBIG, EACCES, EPERM, EROFS}) {
    if (std::generic_category().message(error) == system) return error;
  }
  return 0;
}

// The library's own words: nothing else tells writing from reading where the disk fails.
bool is_about_writing(const Xapian::Error& error) {
  const std::string& message = error.get_msg();
  return message.starts_with("Error writing") || message.starts_with("Failed to create") ||
         std::string_view(error.get_type()) == "DatabaseCreateError";
}

// Errors that only those who write can meet, or that have nothing to do with what is read.
bool is_want_of_room(int error) {
  return error == ENOSPC || error == EDQUOT || error == EFBIG || error == EROFS;
}

Failure explain(const Xapian::Error& error) {
  const std::string sentence = error.get_msg();
  const char* system = error.get_error_string();
  const int number = system == nullptr ? 0 : error_called(system);
  const bool writing = is_want_of_room(number) || is_about_writing(error);
  if (system == nullptr && !writing) {
    return Failure(Exit::corrupt, "the index is damaged or not one of ours: " + sentence +
                                      "; rebuild it with `backfile index SOURCE... --index DIR`");
  }
  const std::string reason = system == nullptr ? "" : " (" + std::string(system) + ")";
  return Failure(writing ? Exit::unwritable : Exit::corrupt,
                 "the index cannot be " + std::string(writing ? "written: " : "read: ") + sentence +
                     reason + "; " + advice(number, writing ? Doing::writing : Doing::reading));
}

std::string sentence_of(const std::string& verb, Doing doing, const std::filesystem::path& path,
                        int error, std::string_view flag = "--index") {
  return "cannot " + verb + " " + path.string() + " (" + std::generic_category().message(error) +
         "); " + advice(error, doing, flag);
}

// Threads, too, are refused for want of it.
Failure want_of_memory() {
  return Failure(Exit::unwritable,
                 "there is not enough memory; try fewer --jobs, or a larger machine");
}

Failure unexpected(const std::exception& error) {
  return Failure(Exit::corrupt,
                 "something went wrong that should not: " + std::string(error.what()));
}

}  // namespace

Failure disk_failure(const std::string& doing, const std::filesystem::path& path, int error,
                     std::string_view flag) {
  return Failure(Exit::unwritable, sentence_of(doing, Doing::writing, path, error, flag));
}

Failure read_failure(const std::filesystem::path& path, int error) {
  return Failure(Exit::corrupt, sentence_of("read", Doing::reading, path, error));
}

Failure output_failure(int error) {
  const std::string reason = error == 0 ? "" : " (" + std::generic_category().message(error) + ")";
  return Failure(Exit::unwritable, "cannot write to standard output" + reason +
                                       "; make room where it goes to, or send it elsewhere");
}

Failure current_failure() {
  try {
    throw;
  } catch (const Failure& failure) {
    return failure;
  } catch (const Xapian::Error& error) {
    return explain(error);
  } catch (const std::filesystem::filesystem_error& error) {
    const int number = error.code().value();
    return Failure(is_want_of_room(number) ? Exit::unwritable : Exit::corrupt,
                   sentence_of("use", Doing::either, error.path1(), number));
  } catch (const std::bad_alloc&) {
    return want_of_memory();
  } catch (const std::system_error& error) {
    if (error.code().value() == EAGAIN || error.code().value() == ENOMEM) return want_of_memory();
    return unexpected(error);
  } catch (const std::exception& error) {
    return unexpected(error);
  }
}

std::string error_text(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const Xapian::Error& caught) {
    return caught.get_description();
  } catch (const std::exception& caught) {
    return caught.what();
  } catch (...) {
    return "an exception of unknown type";
  }
}

}  // namespace backfile
