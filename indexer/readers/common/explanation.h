// What a reader made of a file, block by block: what `read --explain` shows.
//
// Readers fill one where Sink::explain asks for it; it travels beside the article in Found and is
// stored nowhere. Plain values; safe on any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace backfile {

// Where a fact about the article comes from.
struct Origin {
  std::string field;  // "title"
  std::string from;   // "<h1>", "JSON-LD", "<meta>"; for people
};

struct ExplainedBlock {
  std::string where;        // "article > div.remarks"; empty where the format has no such places
  std::string why;          // it was left out; empty if it was kept
  std::uint32_t words = 0;  // as readers count them
  std::string text;         // all of it, in one line
};

struct Explanation {
  std::vector<Origin> origins;
  std::vector<ExplainedBlock> blocks;  // in the order of the file
};

}  // namespace backfile
