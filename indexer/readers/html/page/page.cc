// Parses a page with libxml2 and lays it out as one list of nodes.
#include "indexer/readers/html/page/page.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <cstring>
#include <memory>

#include "indexer/readers/html/page/guard.h"
#include "indexer/readers/html/page/hints.h"
#include "indexer/readers/html/page/measure.h"
#include "indexer/readers/html/page/names.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// libxml2 looks through all open elements for an end tag that fits none. No real page comes near.
constexpr std::size_t most_steps_of_misfits = 30'000'000;

// Turns the parser's events into the list.
class PageBuilder {
 public:
  PageBuilder() {
    page_.nodes.emplace_back();
    open_.push_back(0);
  }

  // Reserves room for about as many nodes as a page of so many bytes has.
  void reserve(std::size_t bytes) {
    constexpr std::size_t bytes_of_a_node = 64, most = 1 << 16;
    page_.nodes.reserve(std::min(bytes / bytes_of_a_node, most));
  }

  void start(const xmlChar* name, const xmlChar** attributes) {
    PageNode& node = add();
    node.tag = text(name);
    node.attributes.reserve(count(attributes));
    for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
      node.attributes.emplace_back(text(attributes[0]), text(attributes[1]));
    }
    if (!node.attributes.empty()) read_names(node);
    open_.push_back(page_.nodes.size() - 1);
  }

  void end() {
    if (open_.size() == 1) return;
    page_.nodes[open_.back()].end = page_.nodes.size();
    open_.pop_back();
  }

  void characters(std::string_view piece) {
    const bool goes_on = page_.nodes.back().tag.empty() && page_.nodes.size() - 1 != open_.back() &&
                         page_.nodes.back().parent == open_.back();
    (goes_on ? page_.nodes.back() : add()).text += piece;
  }

  // Each unmatched end tag costs the parser a walk over the open elements. False once that is too
  // much.
  bool misfit() {
    misfit_steps_ += open_.size();
    return misfit_steps_ <= most_steps_of_misfits;
  }

  std::optional<Page> finish() {
    if (misfit_steps_ > most_steps_of_misfits) return std::nullopt;
    while (open_.size() > 1) end();
    page_.nodes[0].end = page_.nodes.size();
    for (PageNode& node : page_.nodes) {
      read_hints(node);
      read_measure(node);
    }
    return std::move(page_);
  }

 private:
  static std::string text(const xmlChar* bytes) {
    return bytes == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(bytes));
  }

  static std::size_t count(const xmlChar** attributes) {
    std::size_t names_and_values = 0;
    while (attributes != nullptr && attributes[names_and_values] != nullptr) names_and_values += 2;
    return names_and_values / 2;
  }

  PageNode& add() {
    PageNode& node = page_.nodes.emplace_back();
    node.parent = open_.back();
    node.end = page_.nodes.size();
    return node;
  }

  Page page_;
  std::vector<std::size_t> open_;
  std::size_t misfit_steps_ = 0;
};

struct Parser {
  PageBuilder builder;
  htmlParserCtxtPtr context = nullptr;
};

Parser& parser(void* user) {
  return *static_cast<Parser*>(user);
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  parser(user).builder.start(name, attributes);
}

void on_end(void* user, const xmlChar*) {
  parser(user).builder.end();
}

void on_characters(void* user, const xmlChar* bytes, int length) {
  parser(user).builder.characters(
      {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)});
}

void on_error(void* user, xmlErrorPtr) {
  if (!parser(user).builder.misfit()) xmlStopParser(parser(user).context);
}

xmlSAXHandler events() {
  xmlSAXHandler handler;
  std::memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_characters;
  handler.serror = on_error;
  return handler;
}

}  // namespace

std::string Page::text_of(std::size_t node) const {
  std::string text;
  for (std::size_t i = node; i < nodes[node].end; ++i) text += nodes[i].text;
  return text;
}

std::string Page::line_of(std::size_t node, std::size_t most) const {
  constexpr std::size_t most_nodes = 500;
  constexpr std::size_t longest_indent = 4000;  // sources are indented
  if (nodes[node].end - node > most_nodes) return {};
  std::string text;
  for (std::size_t i = node; i < nodes[node].end; ++i) {
    text += nodes[i].text;
    if (text.size() > longest_indent + most) return {};
  }
  std::string line = tidy_line(text);
  return line.size() > most ? std::string() : line;
}

std::optional<Page> parse_page(std::string_view html) {
  const auto guarded = guard_page(html);
  return guarded ? parse_guarded(guarded->html) : std::nullopt;
}

std::optional<Page> parse_guarded(std::string_view html) {
  static const bool initialized = (xmlInitParser(), true);
  if (!initialized) return std::nullopt;
  Parser parser;
  const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)> context(htmlNewParserCtxt(),
                                                                             htmlFreeParserCtxt);
  if (context == nullptr) throw std::bad_alloc();
  parser.context = context.get();
  parser.builder.reserve(html.size());
  *context->sax = events();
  context->userData = &parser;
  htmlCtxtReadMemory(context.get(), html.data(), static_cast<int>(html.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  return parser.builder.finish();
}

}  // namespace backfile
