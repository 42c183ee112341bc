// Publishing in steps that are each safe to be interrupted: build in `building`, sync, rename to
// the generation's name, replace `current`, remove old generations.
#include "indexer/index/generation.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <ctime>
#include <utility>

#include "indexer/base/disk.h"
#include "indexer/base/failure.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

// A name is "20261124T054400Z-7": when it was built, and its number, which alone decides the order,
// as clocks can be set back. 0 for what is no such name.
std::uint64_t number_of(const std::string& name) {
  const std::size_t dash = name.rfind("Z-");
  if (dash == std::string::npos) return 0;
  std::uint64_t number = 0;
  const char* end = name.data() + name.size();
  const auto [stop, error] = std::from_chars(name.data() + dash + 2, end, number);
  return error == std::errc() && stop == end ? number : 0;
}

std::string utc(const char* format) {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, format, &parts)};
}

void give_name(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) throw disk_failure("write", to, errno);
}

Failure not_a_file(const fs::path& path) {
  return Failure(Exit::corrupt, path.string() + " is not a file; move it away");
}

// An index may be made in a new or empty directory, never among somebody's files.
void refuse_foreign_directory(const fs::path& index) {
  std::error_code error;
  const fs::file_status status = fs::status(index, error);
  if (status.type() == fs::file_type::none) throw disk_failure("use", index, error.value());
  if (!fs::exists(status)) return;
  if (!fs::is_directory(status)) {
    throw Failure(Exit::corrupt, index.string() + " is not a directory; name another with --index");
  }
  if (fs::exists(index / "current") && !fs::is_regular_file(index / "current")) {
    throw not_a_file(index / "current");  // it could not be replaced
  }
  if (fs::exists(index / "lock") || fs::exists(index / "generations")) return;
  if (!fs::is_empty(index)) {
    throw Failure(Exit::corrupt,
                  index.string() +
                      " holds other files and is not an index; name a new or an empty "
                      "directory with --index");
  }
}

// Xapian does not tell what it may not read from what is damaged. What is gone meanwhile was
// removed with its generation.
void require_readable(const fs::path& generation) {
  const auto require = [](const fs::path& path, int mode) {
    if (::faccessat(AT_FDCWD, path.c_str(), mode, AT_EACCESS) != 0 && errno == EACCES) {
      throw read_failure(path, errno);
    }
  };
  require(generation, R_OK | X_OK);
  require(generation / "manifest.json", R_OK);
  require(generation / "columns", R_OK);
  for (const fs::path& half : {database_of(generation), forward_of(generation)}) {
    require(half, R_OK | X_OK);
    std::error_code gone;
    for (fs::directory_iterator entry(half, gone), end; !gone && entry != end;
         entry.increment(gone)) {
      require(entry->path(), R_OK);
    }
  }
}

// Whether it exists. A reader without permission gets a Failure that says so.
bool is_there(const fs::path& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::none) throw read_failure(path, error.value());
  return fs::exists(status);
}

// What should be nothing but a generation's name: the file must not lead elsewhere.
std::string name_in(const fs::path& file) {
  std::string name = read_whole(file);
  while (!name.empty() && name.back() == '\n') name.pop_back();
  return name;
}
bool is_name(const std::string& name) {
  return number_of(name) > 0 && name.find('/') == std::string::npos;
}

std::string named_as_current(const fs::path& index) {
  return name_in(index / "current");
}

// A generation that nobody ever used would take the place of one that somebody did (prune()).
void remove_unpublished(const fs::path& index) {
  const fs::path publishing = index / "publishing", current = index / "current";
  if (fs::is_regular_file(publishing)) {
    const std::string name = name_in(publishing);
    const bool is_used = fs::is_regular_file(current) && name == name_in(current);
    if (is_name(name) && !is_used) remove_tree(index / "generations" / name);
  }
  remove_tree(publishing);
}

}  // namespace

std::vector<std::string> generation_names(const fs::path& index) {
  std::vector<std::string> names;
  if (!fs::is_directory(index / "generations")) return names;
  for (const fs::directory_entry& entry : fs::directory_iterator(index / "generations")) {
    if (number_of(entry.path().filename()) > 0) names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end(), [](const std::string& left, const std::string& right) {
    return number_of(left) > number_of(right);
  });
  return names;
}

fs::path current_generation(const fs::path& index) {
  if (!is_there(index)) {
    throw Failure(Exit::corrupt, "there is no index at " + index.string() +
                                     "; make one with `backfile index SOURCE... --index " +
                                     index.string() + "`, or name another with --index");
  }
  if (!is_there(index / "current")) {
    if (!generation_names(index).empty()) {
      throw Failure(Exit::corrupt, (index / "current").string() + " is missing" +
                                       recovery_advice(index / "generations" / ""));
    }
    throw Failure(Exit::corrupt, index.string() +
                                     " holds no finished index; make one with `backfile index "
                                     "SOURCE... --index " +
                                     index.string() + "`");
  }
  if (!fs::is_regular_file(index / "current")) {
    throw Failure(Exit::corrupt, not_a_file(index / "current").what() +
                                     recovery_advice(index / "generations" / ""));
  }
  // A generation that is replaced and removed between the two looks is no fault of the index.
  for (std::string name = named_as_current(index), before; name != before;
       before = std::exchange(name, named_as_current(index))) {
    if (is_name(name) && is_there(index / "generations" / name)) {
      require_readable(index / "generations" / name);
      return index / "generations" / name;
    }
  }
  throw Failure(Exit::corrupt, (index / "current").string() + " names no generation of this index" +
                                   recovery_advice(index / "generations" / ""));
}

std::optional<GenerationBefore> generation_before(const fs::path& index) {
  const std::vector<std::string> names = generation_names(index);
  const fs::path current = index / "current";
  const bool published = fs::exists(fs::symlink_status(current));
  if (!published && names.empty()) return std::nullopt;
  GenerationBefore before;
  const auto count = [&](const std::string& name) {
    const auto documents = documents_of(index / "generations" / name);
    if (!documents) return false;
    before.name = name;
    before.documents = *documents;
    return true;
  };
  try {
    const std::string name = published ? named_as_current(index) : "";
    const bool known = std::ranges::find(names, name) != names.end();
    if (known && count(name)) return before;
    before.fault = !published ? current.string() + " is missing"
                   : !known   ? current.string() + " names no generation of this index"
                              : "manifest.json of " + name + " is missing or damaged";
  } catch (const Failure& failure) {
    before.fault = failure.what();
  }
  (void)std::ranges::find_if(names, count);
  return before;
}

IndexLock::IndexLock(const fs::path& index) {
  refuse_foreign_directory(index);
  make_directories_synced(index);
  const fs::path file = index / "lock";
  descriptor_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
  if (descriptor_ < 0) throw disk_failure("create", file, errno);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
  const int error = errno;
  ::close(descriptor_);
  if (error != EWOULDBLOCK) throw disk_failure("lock", file, error);
  throw Failure(Exit::locked, "another process is changing the index " + index.string() +
                                  "; wait until it is done and try again");
}

IndexLock::~IndexLock() {
  ::close(descriptor_);
}

fs::path begin_generation(const fs::path& index) {
  const fs::path building = index / "building";
  remove_tree(building);
  remove_unpublished(index);
  make_directories(index / "generations");
  make_directories(building);
  return building;
}

void publish(const fs::path& index, Manifest& manifest) {
  const fs::path building = index / "building";
  const std::vector<std::string> names = generation_names(index);
  const std::uint64_t number = names.empty() ? 1 : number_of(names.front()) + 1;
  manifest.generation = utc("%Y%m%dT%H%M%SZ-") + std::to_string(number);
  manifest.built_at = utc("%Y-%m-%dT%H:%M:%SZ");
  manifest.files = files_below(building);
  write_synced(building / "manifest.json", to_json(manifest));
  sync_tree(building);
  const fs::path generation = index / "generations" / manifest.generation;
  const fs::path publishing = index / "publishing";
  try {
    write_synced(publishing, manifest.generation + "\n");
    sync(index);
    give_name(building, generation);
    sync(generation.parent_path());
    sync(index);
    // The generation is whole, safe and unknown to readers.
    give_name(publishing, index / "current");
  } catch (...) {
    std::error_code ignored;  // the next build removes what is left
    fs::remove_all(generation, ignored);
    fs::remove(publishing, ignored);
    throw;
  }
  // Beyond this point readers see it.
  sync(index);
}

void prune(const fs::path& index, std::size_t keep, const std::string& before) {
  const std::string current = current_generation(index).filename();
  std::vector<std::string> names = generation_names(index);
  if (names.size() <= keep) return;
  const auto rank = [&](const std::string& name) {
    return name == current ? 0 : name == before ? 1 : 2;
  };
  std::ranges::stable_sort(names, {}, rank);  // within a rank, the newest first
  names.erase(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(keep));
  for (const std::string& name : names) {
    if (name != current) remove_tree(index / "generations" / name);
  }
}

}  // namespace backfile
