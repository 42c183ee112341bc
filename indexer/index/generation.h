// Generations of an index on disk: built aside, published by one rename, read without locks.
//
//   INDEX/
//     current                 one line: the name of the published generation
//     lock                    held (flock) by the one process that may change INDEX
//     generations/<UTC>-<n>/  immutable once named
//       articles/             the Xapian database: postings
//       catalogue             what each article says of itself, by docid, key and id (catalogue.h)
//       columns               by docid, days and the values that are counted; names (columns.h)
//       forward/              the forward index: every article's words and text (forward/format.h)
//       manifest.json         versions, settings, counts, sources, hash of every file, its own last
//       boilerplate.zst       what many articles share, removed from them (boilerplate_file.h)
//       rejected.jsonl        what could not be read, where and why
//     building/               of an unfinished build; whatever is in it is removed by the next
//     publishing              becomes `current`; names a generation that the next build removes, if
//                             a build ended after it had named it and before readers knew it
//
// A published path is never written again: a reader opens what `current` names and keeps it for
// as long as it likes. What fails is thrown as a Failure with the exit code that fits, or as the
// standard library's filesystem_error. Safe on any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/failure.h"
#include "indexer/index/published_files.h"

namespace backfile {

// The two halves of an index.
inline std::filesystem::path database_of(const std::filesystem::path& generation) {
  return generation / "articles";
}
inline std::filesystem::path forward_of(const std::filesystem::path& generation) {
  return generation / "forward";
}

struct Manifest {
  int schema = 0;
  int analyzer = 0;
  std::string stems;       // Stemmer::fingerprint() of the build
  std::string generation;  // its name
  std::string built_at;    // ISO 8601, UTC
  std::string program;     // version of backfile
  std::uint64_t documents = 0;
  std::uint64_t rejected = 0;
  std::uint64_t text_bytes = 0;                    // of titles, standfirsts, bodies, captions
  std::map<std::string, std::uint64_t> languages;  // articles by language; "" is unknown
  std::vector<std::string> sources;                // as given on the command line
  std::map<std::string, std::string> settings;
  PublishedFiles files;
};

// It ends with the hash of what stands before, so that any other byte is noticed.
std::string to_json(const Manifest& manifest);

// Checks versions, that manifest.json is byte for byte what was written, and that it is the one of
// this generation: Failure{corrupt} names what is wrong.
Manifest parse_manifest(const std::filesystem::path& generation);

// The same, with advice how to repair it; unless told otherwise, it looks at the other files as
// well (published_files.h).
enum class Files { looked_at, left_alone };
Manifest read_manifest(const std::filesystem::path& generation, Files files = Files::looked_at);

// How many articles a generation of any version holds; nothing if its manifest does not say.
std::optional<std::uint64_t> documents_of(const std::filesystem::path& generation);

// What `current` names, of whatever version it is, to be compared with what comes next.
struct GenerationBefore {
  std::string name;  // empty: no generation on disk says how many articles it holds
  std::uint64_t documents = 0;
  // Why what `current` names cannot be read; then this is the newest one on disk that can.
  std::string fault;
};
// Nothing if there has been none. Hold the lock.
std::optional<GenerationBefore> generation_before(const std::filesystem::path& index);

// Names of the generations on disk, newest first.
std::vector<std::string> generation_names(const std::filesystem::path& index);

// The generation that `current` names. Failure{corrupt} if INDEX is not an index.
std::filesystem::path current_generation(const std::filesystem::path& index);

// "; rebuild it with `backfile index SOURCE... --index DIR`", and, where a generation older than
// the one that cannot be read still opens, the command that makes it the published one. Looks at
// all generations if `generation` is not one of those on disk.
std::string recovery_advice(const std::filesystem::path& generation);

// "echo NAME > INDEX/current", for a shell: makes an older generation the published one.
std::string rollback_command(const std::filesystem::path& index, const std::string& name);

// With advice. The second is for what Xapian says, which does not name the file.
Failure unreadable_generation(const std::filesystem::path& generation, const std::string& what);
Failure unreadable_database(const std::filesystem::path& generation, const std::string& what);

// Holds INDEX for one writer, from construction to destruction. Creates INDEX if need be.
class IndexLock {
 public:
  explicit IndexLock(const std::filesystem::path& index);  // Failure{locked} if another holds it
  ~IndexLock();
  IndexLock(const IndexLock&) = delete;
  IndexLock& operator=(const IndexLock&) = delete;

 private:
  int descriptor_ = -1;
};

// An empty INDEX/building, whatever an unfinished build left removed. Hold the lock.
std::filesystem::path begin_generation(const std::filesystem::path& index);

// Hashes the files into the manifest, writes it, syncs everything to disk, moves `building` to
// its name, and lets `current` name it: after this returns, readers see it, and a power cut cannot
// take it back. Fills in generation, built_at and files. Hold the lock.
void publish(const std::filesystem::path& index, Manifest& manifest);

// Removes all but `keep` generations: the current one stays, then `before`, which was in use until
// now and may be older than others after a rollback, then the newest. Hold the lock.
void prune(const std::filesystem::path& index, std::size_t keep, const std::string& before = {});

}  // namespace backfile
