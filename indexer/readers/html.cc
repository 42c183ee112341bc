// Reads a page: what it says about its story, then the story.
#include <istream>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/finish.h"
#include "indexer/readers/html_metadata.h"
#include "indexer/readers/html_page.h"
#include "indexer/readers/html_story.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/template_calls.h"
#include "indexer/readers/whole_file.h"

namespace backfile {
namespace {

std::size_t length(const std::vector<std::string>& paragraphs) {
  std::size_t bytes = 0;
  for (const std::string& paragraph : paragraphs) bytes += paragraph.size();
  return bytes;
}

class HtmlReader final : public Reader {
 public:
  std::string_view name() const override { return "html"; }

  void read(std::istream& in, const std::string& path, const Sink& sink) const override {
    const auto html = read_text(in, path, sink);
    if (!html) return;
    const auto page = parse_page(without_shortcodes(*html));
    if (!page) return sink.rejected({path, "", "a page made of tags without end"});
    Article article;
    std::vector<std::string> paywalled = fill_from_json_ld(*page, article);
    fill_from_meta(*page, article);
    fill_from_page(*page, article);
    PageText story = page_text(
        *page, outside_story(*page, {article.title, article.subtitle, std::move(paywalled)}));
    // A page that is put together by scripts holds its story in JSON-LD alone.
    if (length(story.paragraphs) >= length(article.body) / 2)
      article.body = std::move(story.paragraphs);
    article.captions = std::move(story.captions);
    article.path = path;
    deliver(std::move(article), {path}, sink);
  }
};

}  // namespace

const Reader& html_reader() {
  static const HtmlReader reader;
  return reader;
}

}  // namespace backfile
