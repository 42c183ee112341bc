// Markdown to the tags that the HTML readers know, through md4c.
#include "indexer/readers/markdown/text.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/readers/common/template_calls.h"
#include "indexer/readers/markdown/dialect.h"
#include "indexer/readers/markdown/unclosed.h"
#include "indexer/readers/scraped/lines.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Writes what md4c finds as the plainest HTML.
class HtmlWriter {
 public:
  void enter(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML || type == MD_BLOCK_DOC) return;
    html_ += '<' + tag(type) + '>';
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_HTML || type == MD_BLOCK_DOC) return;
    html_ += type == MD_BLOCK_HR ? "" : "</" + tag(type) + '>';
  }

  // Of all spans only pictures matter: their text is an attribute.
  void enter_picture() {
    if (pictures_++ == 0) html_ += "<img alt=\"";
  }
  void leave_picture() {
    if (--pictures_ == 0) html_ += "\">";
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
      case MD_TEXT_BR:
        html_ += pictures_ > 0 ? " " : "<br>";
        break;
      case MD_TEXT_SOFTBR:
        html_ += '\n';
        break;
      case MD_TEXT_NULLCHAR:
        break;
      case MD_TEXT_ENTITY:
        html_ += text;
        break;
      case MD_TEXT_HTML:
        if (pictures_ == 0) html_ += text;
        break;
      default:
        escape(text);
    }
  }

  const std::string& html() const { return html_; }

 private:
  static std::string tag(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        return "blockquote";
      case MD_BLOCK_UL:
        return "ul";
      case MD_BLOCK_OL:
        return "ol";
      case MD_BLOCK_LI:
        return "li";
      case MD_BLOCK_HR:
        return "hr";
      case MD_BLOCK_H:
        return "h2";
      case MD_BLOCK_CODE:
        return "pre";
      case MD_BLOCK_TABLE:
        return "table";
      case MD_BLOCK_THEAD:
        return "thead";
      case MD_BLOCK_TBODY:
        return "tbody";
      case MD_BLOCK_TR:
        return "tr";
      case MD_BLOCK_TH:
        return "th";
      case MD_BLOCK_TD:
        return "td";
      default:
        return "p";
    }
  }

  void escape(std::string_view text) {
    for (const char c : text) {
      if (c == '<')
        html_ += "&lt;";
      else if (c == '&')
        html_ += "&amp;";
      else if (c == '"')
        html_ += "&quot;";
      else
        html_ += c;
    }
  }

  std::string html_;
  int pictures_ = 0;
};

HtmlWriter& writer(void* user) {
  return *static_cast<HtmlWriter*>(user);
}

std::string to_html(std::string_view markdown) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEATXHEADERS;
  parser.enter_block = [](MD_BLOCKTYPE type, void*, void* user) {
    return writer(user).enter(type), 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    return writer(user).leave(type), 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void*, void* user) {
    if (type == MD_SPAN_IMG) writer(user).enter_picture();
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    if (type == MD_SPAN_IMG) writer(user).leave_picture();
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    return writer(user).text(type, {text, size}), 0;
  };
  HtmlWriter html;
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &html);
  return html.html();
}

// What is left for md4c: everything that it would take for words is gone.
std::string plain_markdown(std::string_view text) {
  std::string plain = without_marks(without_modules(with_unclosed_as_text(without_data(text))));
  plain = without_shortcodes(without_components(without_template_tags(plain)));
  return with_whole_figures(with_plain_footnotes(plain));
}

bool is_heading(std::string_view tag) {
  return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

// The first heading, if no text comes before it. A paragraph with a rule below it is none.
std::size_t opening_heading(const Page& page) {
  constexpr std::size_t longest_sentence = 200;
  for (std::size_t i = 1; i < page.nodes.size(); ++i) {
    if (is_heading(page.nodes[i].tag)) {
      const std::string line = tidy_line(page.text_of(i));
      return line.size() > longest_sentence && ends_sentence(line) ? 0 : i;
    }
    if (page.nodes[i].text.find_first_not_of(" \t\r\n") != std::string::npos) return 0;
  }
  return 0;
}

void add_picture_texts(const Page& page, std::vector<std::string>& captions) {
  for (const PageNode& node : page.nodes) {
    if (node.tag != "img") continue;
    std::string text = tidy_line(node.attribute("alt"));
    const bool known = std::ranges::find(captions, text) != captions.end();
    if (!text.empty() && !known) captions.push_back(std::move(text));
  }
}

}  // namespace

MarkdownText markdown_text(std::string_view markdown, bool take_heading) {
  const auto page = parse_page(to_html(plain_markdown(markdown)));
  MarkdownText result;
  if (!page) {
    result.text.paragraphs.emplace_back(markdown);
    return result;
  }
  Leavings left(page->nodes.size());
  if (const std::size_t heading = take_heading ? opening_heading(*page) : 0; heading != 0) {
    result.heading = tidy_line(page->text_of(heading));
    left[heading] = LeftOut::heading;
  }
  result.text = page_text(*page, left);
  add_picture_texts(*page, result.text.captions);
  return result;
}

}  // namespace backfile
