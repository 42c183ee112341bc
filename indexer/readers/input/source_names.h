// What the files of an archive are called: by their paths, and by names the operator gives.
//
// A file's name is its path below the SOURCE it was found under, or below the folder that a name
// was given to, behind that name: "The Lantern/2014/storm.html". Articles are called after it where
// they say nothing better, so it must not depend on where the archive happens to lie, and no two
// files may share one. Used by walk.h. For one thread.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

// A name given to a folder with all that is in it, or to one file.
struct SourceName {
  std::string path;
  std::string name;
};

// Finds the names again as a walk comes upon their folders and files.
class SourceNames {
 public:
  // Failure{usage} for a path that does not exist: what it should name would lose its name.
  explicit SourceNames(const std::vector<SourceName>& names);

  // The name of just this folder or file; empty if it has none.
  std::string_view of(dev_t device, ino_t number) const;

  // How the files in a folder are called.
  struct Naming {
    std::string prefix;  // of their names, without a slash at the end; may be empty
    std::string source;  // the name in force there; empty if there is none
  };
  // For a folder that a walk begins in: the nearest name given to it or a folder around it.
  Naming around(const std::string& folder) const;

 private:
  std::map<std::pair<dev_t, ino_t>, std::string> names_;
};

// "/a/b" and "c" as "/a/b/c"; "" and "c" as "c". What no line of text can hold (line breaks, runs
// of spaces, bytes that are no UTF-8) is percent-encoded in `entry`, so that two files never end up
// under one name.
std::string name_below(std::string_view prefix, std::string_view entry);

// Each folder by as much of the end of its path as no other one ends with: "one" and "two" for
// "/srv/one" and "/srv/two", "a/posts" and "b/posts" where the last parts are alike.
std::vector<std::string> shortest_names(const std::vector<std::string>& folders);

}  // namespace backfile
