// Whatever was thrown, as a sentence with advice.
#include "indexer/failure.h"

#include <xapian.h>
#include <cerrno>
#include <filesystem>
#include <new>
#include <system_error>

namespace backfile {
namespace {

std::string advice(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "make room, or choose a place on another disk with --index";
    case EACCES:
    case EPERM:
    case EROFS:
      return "choose a place you may write to with --index, or change its permissions";
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

Failure explain(const Xapian::Error& error) {
  const std::string sentence = error.get_msg();
  if (const char* system = error.get_error_string()) {
    return Failure(Exit::corrupt, "the index cannot be read or written: " + sentence + " (" +
                                      system + "); " + advice(error_called(system)));
  }
  return Failure(Exit::corrupt, "the index is damaged or not one of ours: " + sentence +
                                    "; build it anew with `backfile index SOURCE... --index DIR`");
}

}  // namespace

Failure disk_failure(const std::string& doing, const std::filesystem::path& path, int error) {
  return Failure(Exit::corrupt, "cannot " + doing + " " + path.string() + " (" +
                                    std::generic_category().message(error) + "); " + advice(error));
}

Failure current_failure() {
  try {
    throw;
  } catch (const Failure& failure) {
    return failure;
  } catch (const Xapian::Error& error) {
    return explain(error);
  } catch (const std::filesystem::filesystem_error& error) {
    return disk_failure("use", error.path1(), error.code().value());
  } catch (const std::bad_alloc&) {
    return Failure(Exit::corrupt,
                   "there is not enough memory; try fewer --jobs, or a larger machine");
  } catch (const std::exception& error) {
    return Failure(Exit::corrupt,
                   "something went wrong that should not: " + std::string(error.what()));
  }
}

}  // namespace backfile
