// Numbers and counts written for people: 21,578; 17.3 MB; English 21,500, German 40.
//
// For reports, terminals and pages alike. Pure; safe on any thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace backfile {

std::string with_commas(std::uint64_t number);   // "21,578"
std::string in_bytes(std::uint64_t bytes);       // "312 bytes", "17.3 MB"
std::string in_seconds(double seconds);          // "0.4 s", "2 min 5 s", "3 h 20 min"
std::string decimal(double number, int digits);  // "2.66"
// "1 article", "21,578 articles"; `plural` is given where it is not the singular with an s.
std::string counted(std::uint64_t number, std::string_view singular, std::string_view plural = {});
// "2.66 times": how often `whole` goes into `part`.
std::string times(std::uint64_t part, std::uint64_t whole);

using Counts = std::map<std::string, std::uint64_t>;
std::uint64_t total(const Counts& counts);
std::vector<std::pair<std::string, std::uint64_t>> most_first(const Counts& counts);

// "label      value" lines, the values in one column.
class LabelledLines {
 public:
  void add(const std::string& label, const std::string& value);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace backfile
