// Whether a page is sound: every element closed in its order, ids unique, headings without gaps.
#pragma once

#include <string>
#include <vector>

namespace backfile {

// What is wrong with the page, a sentence each; empty for a sound one.
std::vector<std::string> faults_of_page(const std::string& html);

// The text between the first `from` and the next `to`; empty if they are not there.
std::string between(const std::string& text, const std::string& from, const std::string& to);

std::size_t count_of(const std::string& text, const std::string& part);

}  // namespace backfile
