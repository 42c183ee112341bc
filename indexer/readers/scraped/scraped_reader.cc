// Plain text as a scraper left it: every line is passed on, for the story to be found among them
// once scraped_boilerplate.h has seen the whole archive. A file of several articles is parted.
#include "indexer/readers/scraped/scraped_reader.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "indexer/readers/common/reader.h"
#include "indexer/readers/html/page/left_out.h"
#include "indexer/readers/input/whole_file.h"
#include "indexer/readers/scraped/exports.h"
#include "indexer/readers/scraped/joined.h"

namespace backfile {
namespace {

// At LF, CR LF or CR.
std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const bool two_signs = text.substr(end).starts_with("\r\n");
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + (two_signs ? 2 : 1), text.size()));
  }
  return lines;
}

class ScrapedReader : public Reader {
 public:
  std::string_view name() const override { return "scraped text"; }

  void read(std::istream& in, const std::string& path, const Sink& sink) const override {
    const std::optional<std::string> text = read_text(in, path, sink);
    if (!text) return;
    if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
      return sink.rejected({path, "", "an empty file"});
    }
    const std::vector<std::string> lines = split_lines(*text);
    if (auto exported = exported_texts(lines); !exported.empty())
      return deliver_exported(std::move(exported), path, sink);
    std::vector<std::size_t> ends = further_articles(lines, Titles::any);
    ends.push_back(lines.size());
    std::size_t begin = 0;
    for (std::size_t n = 0; n < ends.size(); begin = ends[n++]) {
      Found found;
      found.article.path = path;
      if (n > 0) found.article.id = path + '#' + std::to_string(n + 1);
      found.lines.assign(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                         lines.begin() + static_cast<std::ptrdiff_t>(ends[n]));
      sink.found(std::move(found));
    }
  }

 private:
  static void deliver_exported(std::vector<ExportedText> texts, const std::string& path,
                               const Sink& sink) {
    for (std::size_t n = 0; n < texts.size(); ++n) {
      const std::string number = std::to_string(n + 1);
      if (texts[n].draft) {
        sink.rejected({path, "article " + number, "marked as a draft"});
        continue;
      }
      Found found;
      found.article = std::move(texts[n].stated);
      found.article.path = path;
      if (n > 0) found.article.id = path + '#' + number;
      found.lines = std::move(texts[n].lines);
      if (found.lines.empty()) found.lines.emplace_back();
      if (texts[n].comment_words > 0)
        found.left.words[std::string(reason_text(LeftOut::comments))] = texts[n].comment_words;
      sink.found(std::move(found));
    }
  }
};

}  // namespace

const Reader& scraped_reader() {
  static const ScrapedReader reader;
  return reader;
}

}  // namespace backfile
