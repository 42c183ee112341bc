// Reads a post: front matter, then Markdown, or HTML where the ending of the file says so.
#include "indexer/readers/markdown/markdown_reader.h"

#include <istream>
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/article/date.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/common/template_calls.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/input/walk.h"
#include "indexer/readers/input/whole_file.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/markdown/front_matter.h"
#include "indexer/readers/markdown/text.h"
#include "indexer/readers/scraped/facts.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') == std::string_view::npos ? 0 : path.rfind('/') + 1);
}

// Jekyll's 2014-03-12-coming-soon.md.
std::string date_in_name(std::string_view path) {
  constexpr std::size_t length = 10;
  const std::string_view name = file_name(path);
  if (name.size() <= length || (name[length] != '-' && name[length] != '_')) return {};
  const std::string_view date = name.substr(0, length);
  return date[4] == '-' && date[7] == '-' ? parse_date(date).value_or(std::string())
                                          : std::string();
}

class MarkdownReader final : public Reader {
 public:
  std::string_view name() const override { return "markdown"; }

  void read(std::istream& in, const std::string& path, const Sink& sink) const override {
    const auto text = read_text(in, path, sink);
    if (!text) return;
    const SplitText split = split_front_matter(*text);
    Article article;
    std::string reason = fill_declared(parse_front_matter(split), article);
    if (!reason.empty()) return sink.rejected({path, "", std::move(reason)});
    if (is_page_ending(unpacked_ending(path))) {
      add(html_text(without_template_tags(split.body)), article);
    } else {
      MarkdownText markdown = markdown_text(split.body, article.title.empty());
      if (article.title.empty()) article.title = std::move(markdown.heading);
      add(std::move(markdown.text), article);
    }
    offer_published(article, "the name of the file", date_in_name(path));
    take_opening_facts(article);
    article.path = path;
    deliver(std::move(article), {path}, sink);
  }

 private:
  static void add(PageText text, Article& article) {
    if (article.body.empty()) article.body = std::move(text.paragraphs);
    for (std::string& caption : text.captions) article.captions.push_back(std::move(caption));
  }
};

}  // namespace

const Reader& markdown_reader() {
  static const MarkdownReader reader;
  return reader;
}

}  // namespace backfile
