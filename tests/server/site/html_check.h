// Checks that a page is well-formed: elements closed in order, unique ids, no heading level
// skipped.
#pragma once

#include <string>
#include <vector>

namespace backfile {

// What is wrong with the page, one sentence each; empty if it is well-formed.
std::vector<std::string> faults_of_page(const std::string& html);

// The text between the first `from` and the next `to`; empty if they are not there.
std::string between(const std::string& text, const std::string& from, const std::string& to);

std::size_t count_of(const std::string& text, const std::string& part);

}  // namespace backfile
