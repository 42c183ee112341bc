// Bytes split at form feeds into the files of an archive, each as lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace backfile {

using Lines = std::vector<std::string>;

inline std::vector<Lines> files_in(std::string_view text) {
  std::vector<Lines> files(1, Lines(1));
  for (const char c : text) {
    if (c == '\f') {
      files.emplace_back(1);
    } else if (c == '\n') {
      files.back().emplace_back();
    } else {
      files.back().back() += c;
    }
  }
  return files;
}

}  // namespace backfile
