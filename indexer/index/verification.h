// Whether the files of a generation are still those that were published.
//
// Their hashes stand in the manifest. Opening an index checks what it can in milliseconds; this reads
// every byte, as one does after a disk has failed or an index has been copied. Used by the command
// `verify`. Pure but for the disk; safe on any thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace backfile {

struct Verification {
  std::string generation;
  std::uint64_t files = 0, bytes = 0;  // of those that are as they were published
  std::vector<std::string> faults;     // "forward/codes is not as it was published"
};

// Of the published generation. `progress` is called before each file. Failure{corrupt} where there
// is no manifest to compare with.
Verification verify_index(const std::filesystem::path& index,
                          const std::function<void()>& progress);

std::string to_text(const Verification& verification);
std::string to_json(const Verification& verification);

}  // namespace backfile
