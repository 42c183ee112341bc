// A text as a file of a given name, through the reader that its content and name ask for.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "indexer/readers/open.h"

namespace backfile {

struct ReadText {
  std::vector<Article> articles;
  std::vector<Rejected> rejected;
};

inline ReadText read_text_as(const std::string& path, const std::string& text) {
  ReadText all;
  const Sink sink{[&](Found&& found) { all.articles.push_back(std::move(found.article)); },
                  [&](Rejected&& rejected) { all.rejected.push_back(std::move(rejected)); }};
  const Reader* reader = choose_reader(text.substr(0, 8192), path);
  if (reader == nullptr) {
    all.rejected.push_back({path, "", "no reader"});
    return all;
  }
  std::istringstream in(text);
  reader->read(in, path, sink);
  return all;
}

// The one article of a text that holds one; what was said of it otherwise as the title.
inline Article read_one(const std::string& path, const std::string& text) {
  const ReadText all = read_text_as(path, text);
  if (all.articles.size() == 1 && all.rejected.empty()) return all.articles.front();
  Article none;
  none.title = std::to_string(all.articles.size()) + " articles";
  for (const Rejected& rejected : all.rejected)
    none.title += "; " + rejected.place + ": " + rejected.reason;
  return none;
}

// Paragraphs in one line, parted by " / ".
inline std::string in_one_line(const std::vector<std::string>& parts) {
  std::string line;
  for (const std::string& part : parts) {
    if (!line.empty()) line += " / ";
    line += part;
  }
  for (char& c : line) {
    if (c == '\n') c = '|';
  }
  return line;
}

}  // namespace backfile
