// Reads posts, mostly one a file: front matter, then Markdown, or HTML where the ending of the file
// says so.
#include "indexer/readers/markdown/markdown_reader.h"

#include <istream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/date.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/common/template_calls.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/input/walk.h"
#include "indexer/readers/input/whole_file.h"
#include "indexer/readers/json/declared.h"
#include "indexer/readers/json/declared_body.h"
#include "indexer/readers/json/shapes/members.h"
#include "indexer/readers/markdown/front_matter.h"
#include "indexer/readers/markdown/joined.h"
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

// Old systems end lines with CR alone.
std::string with_line_feeds(std::string text) {
  for (std::size_t at = text.find('\r'); at != text.npos; at = text.find('\r', at + 1)) {
    if (at + 1 == text.size() || text[at + 1] != '\n') text[at] = '\n';
  }
  return text;
}

class MarkdownReader final : public Reader {
 public:
  std::string_view name() const override { return "markdown"; }

  void read(std::istream& in, const std::string& path, const Sink& sink) const override {
    auto read = read_text(in, path, sink);
    if (!read) return;
    const std::string text = with_line_feeds(std::move(*read));
    if (is_page_ending(unpacked_ending(path))) return read_post(text, {path}, sink);
    const std::vector<std::string_view> posts = posts_of(text);
    for (std::size_t n = 0; n < posts.size(); ++n) {
      const std::string number = std::to_string(n + 1);
      const bool first = n == 0;
      read_post(posts[n],
                first ? Place{path} : Place{path, "article " + number, path + '#' + number}, sink);
    }
  }

 private:
  static void read_post(std::string_view text, const Place& place, const Sink& sink) {
    const SplitText split = split_front_matter(text);
    Article article;
    std::size_t faulty_line = 0;
    const nlohmann::json fields = parse_front_matter(split, faulty_line);
    std::string reason = fill_declared_facts(fields, article);
    if (!reason.empty()) return sink.rejected({place.file, place.within, std::move(reason)});
    if (faulty_line > 0) {
      const std::string line = "line " + std::to_string(faulty_line);
      sink.rejected({place.file, place.within.empty() ? line : place.within,
                     std::string(front_matter_broken), "", true});
    }
    if (is_page_ending(unpacked_ending(place.file))) {
      add(html_text(without_template_tags(split.body)), article);
    } else {
      MarkdownText markdown = markdown_text(split.body, article.title.empty());
      if (article.title.empty()) article.title = std::move(markdown.heading);
      add(std::move(markdown.text), article);
    }
    if (article.body.empty()) set_body(members_of(fields), article);
    if (place.within.empty())
      offer_published(article, "the name of the file", date_in_name(place.file));
    take_opening_facts(article);
    article.path = place.file;
    deliver(std::move(article), place, sink);
  }

  static void add(PageText text, Article& article) {
    article.body = std::move(text.paragraphs);
    for (std::string& caption : text.captions) article.captions.push_back(std::move(caption));
  }
};

}  // namespace

const Reader& markdown_reader() {
  static const MarkdownReader reader;
  return reader;
}

}  // namespace backfile
