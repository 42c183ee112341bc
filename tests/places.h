// The paths of this checkout and of the program built from it.
//
// Made by CMake from places.cc.in: a path on the compiler's command line would make every object
// of the tests differ from checkout to checkout, and no cache would ever have one of them.
#pragma once

namespace backfile {

// Constants, so that other files' globals may be made from them.
extern const char* const source_dir;
extern const char* const program_path;

}  // namespace backfile
