// Everything that a reader of a database can see, as lines of text.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <string>
#include <vector>

namespace backfile {

std::vector<std::string> dump_of(const Xapian::Database& database);
std::vector<std::string> dump_of(const std::filesystem::path& directory);

// Where two dumps part; empty if they do not.
std::string first_difference(const std::vector<std::string>& one,
                             const std::vector<std::string>& other);

// What Xapian's check of a database finds wrong; empty if nothing is.
std::string faults_of(const std::filesystem::path& directory);

}  // namespace backfile
