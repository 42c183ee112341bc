// Reads a page: the articles on it, what it says about each, then the story of each.
#include "indexer/readers/html/html_reader.h"

#include <algorithm>
#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/base/lists.h"
#include "indexer/readers/common/finish.h"
#include "indexer/readers/common/identity.h"
#include "indexer/readers/common/reader.h"
#include "indexer/readers/common/template_calls.h"
#include "indexer/readers/evidence/dating.h"
#include "indexer/readers/html/apart.h"
#include "indexer/readers/html/explain.h"
#include "indexer/readers/html/facts/credits.h"
#include "indexer/readers/html/facts/headline.h"
#include "indexer/readers/html/facts/json_ld.h"
#include "indexer/readers/html/facts/metadata.h"
#include "indexer/readers/html/facts/metas.h"
#include "indexer/readers/html/page/documents.h"
#include "indexer/readers/html/page/page.h"
#include "indexer/readers/html/page/prose.h"
#include "indexer/readers/html/page/title.h"
#include "indexer/readers/html/page/unseen.h"
#include "indexer/readers/html/several/articles.h"
#include "indexer/readers/html/story.h"
#include "indexer/readers/html/text/text.h"
#include "indexer/readers/input/whole_file.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

std::size_t length(const std::vector<std::string>& paragraphs) {
  std::size_t bytes = 0;
  for (const std::string& paragraph : paragraphs) bytes += paragraph.size();
  return bytes;
}

// Notes where title and author come from, by what each source of facts has filled; dates bring
// their own evidence.
class Provenance {
 public:
  explicit Provenance(std::vector<Origin>& origins) : origins_(origins) {}

  void note(const Article& article, std::string_view from) {
    note("title", !article.title.empty(), from);
    note("author", !article.author.empty(), from);
  }

 private:
  void note(std::string_view field, bool filled, std::string_view from) {
    const auto known = [&](const Origin& origin) { return origin.field == field; };
    if (filled && std::ranges::none_of(origins_, known))
      origins_.push_back({std::string(field), std::string(from)});
  }

  std::vector<Origin>& origins_;
};

// A page, or a part of one, with what more than one step asks of it.
struct Studied {
  explicit Studied(const Page& given) : page(given), metas(given), prose(prose_of(given, {})) {}

  const Page& page;
  const Metas metas;
  const std::vector<Prose> prose;
};

class PageReader {
 public:
  // `name`: what the page is called in the archive; not its path where that holds several.
  PageReader(const std::string& path, const std::string& name, const Sink& sink)
      : path_(path), name_(name), sink_(sink) {}

  void read(const Page& page) {
    const Studied whole(page);
    std::vector<Origin> origins;
    Provenance provenance(origins);
    const JsonLd json_ld = read_json_ld(page, whole.metas);
    Article declared = json_ld.article;
    const StoryFacts facts{{}, {}, json_ld.paywalled};
    std::string refused = refused_date(declared);
    fill_dates_from_meta(page, whole.metas, DateOf::story, declared);
    if (refused.empty()) refused = refused_date(declared);
    provenance.note(declared, "JSON-LD");
    fill_from_meta(page, whole.metas, declared);
    append(declared.tags, json_ld.other_sections);
    provenance.note(declared, "<meta>");
    const std::string title = declared.title.empty() ? page_title(page) : declared.title;
    const std::vector<PageArticle> articles = articles_of(page, whole.prose, title);
    const bool is_declared = std::ranges::any_of(articles, &PageArticle::declared);
    Apart apart(json_ld, is_declared, declared, path_, name_ + (name_ == path_ ? '#' : '-'));
    for (const PageArticle& one : articles) {
      Found found;
      found.article = one.declared ? declared : own_facts(one, declared);
      if (one.declared) found.explanation.origins = origins;
      if (!one.declared) add_json_ld(json_ld, one, found.article);
      offer_published(found.article, "the date above it", one.day,
                      day_order_of(found.article.language));
      const bool untitled = !one.declared && one.title.empty();
      if (one.others.empty()) {
        read_story(whole, facts, {one.nodes, one.has_rest, untitled}, found);
      } else {
        const PagePart part = without_nodes(page, one.others, one.nodes);
        read_story(Studied(part.page), facts, {part.nodes, one.has_rest, untitled}, found);
        if (!one.left_out.empty()) add_others(whole, one.left_out, found);
      }
      found.left.articles = one.articles_left_out;
      if (one.declared && name_ != path_) found.article.id = name_;
      if (one.declared) apart.tell(found, sink_.explain);
      if (apart.are_articles() && found.article.body.empty()) continue;
      const auto told = report_refused_date(found.article, one.declared ? refused : std::string());
      if (told) sink_.rejected(Rejected(*told));
      deliver(std::move(found), {path_}, sink_);
    }
    apart.deliver_all(sink_);
  }

 private:
  // What was offered as a date and is none; it may still be dated by another.
  static std::string refused_date(const Article& article) {
    return article.published.empty() ? article.published_by.text : std::string();
  }

  // What the page declares applies to all of its articles, or to none.
  Article own_facts(const PageArticle& one, const Article& declared) const {
    Article article;
    article.title = one.title;
    article.language = declared.language;
    article.license = declared.license;
    article.source = declared.source;
    article.id = name_ + (name_ == path_ ? '#' : '-') + one.anchor;
    if (may_name_article(declared.url)) article.url = declared.url + '#' + one.anchor;
    return article;
  }

  // What JSON-LD says of one among several, if it says it of no other.
  static void add_json_ld(const JsonLd& json_ld, const PageArticle& one, Article& article) {
    const Article* about = nullptr;
    for (const Article& other : json_ld.others) {
      if (one.title.empty() || !same_title(other.title, one.title)) continue;
      if (about != nullptr) return;
      about = &other;
    }
    if (about == nullptr) return;
    article.subtitle = about->subtitle;
    article.author = about->author;
    article.section = about->section;
    article.tags = about->tags;
    article.published = about->published;
    article.modified = about->modified;
    article.published_by = about->published_by;
    article.modified_by = about->modified_by;
  }

  // Of a page without its other articles, the nodes of one among several.
  struct OwnPart {
    NodeRange nodes = {};   // all of the page where the article is the only one
    bool has_rest = true;   // what stands outside is reported with it
    bool untitled = false;  // no headline is its own
  };

  // Whatever the search took for the story of a brief: nothing outside of its nodes is.
  static void keep_within(const Page& page, NodeRange own, Leavings& left) {
    for (std::size_t i = 1; i < page.nodes.size();) {
      if (own.holds(i)) {
        i = own.end;
      } else if (page.nodes[i].end > own.begin && i < own.begin) {
        left[i++] = LeftOut::kept;
      } else {
        if (left[i] == LeftOut::kept) left[i] = LeftOut::outside;
        i = page.nodes[i].end;
      }
    }
  }

  static bool has_text(const Page& page, NodeRange own, const Leavings& left) {
    for (std::size_t i = own.begin; i < own.end;) {
      if (left[i] == LeftOut::kept && page.nodes[i].characters > 0) return true;
      i = left[i] == LeftOut::kept ? i + 1 : page.nodes[i].end;
    }
    return false;
  }

  // Where the search found nothing in a brief, such as a table alone, all of it is the story but
  // what says title, author and date.
  static void keep_all(NodeRange own, Leavings& left) {
    for (std::size_t i = own.begin; i < own.end; ++i) {
      const bool fact = left[i] == LeftOut::heading || left[i] == LeftOut::byline ||
                        left[i] == LeftOut::no_text || left[i] == LeftOut::hidden;
      if (!fact) left[i] = LeftOut::kept;
    }
  }

  void read_facts(const Studied& studied, bool untitled, Found& found) const {
    const Page& page = studied.page;
    Article& article = found.article;
    std::vector<Origin>& origins = found.explanation.origins;
    if (!untitled) {
      Headline headline = choose_headline(page, article.title, article.source);
      if (headline.from != "declared") {
        std::erase_if(origins, [](const Origin& origin) { return origin.field == "title"; });
        origins.push_back({"title", std::string(headline.from)});
      }
      article.title = std::move(headline.text);
    }
    fill_from_page(page, studied.metas, article);
    Provenance(origins).note(article, "the page");
  }

  void read_story(const Studied& studied, const StoryFacts& known, const OwnPart& own,
                  Found& found) const {
    const Page& page = studied.page;
    Article& article = found.article;
    read_facts(studied, own.untitled, found);
    StoryFacts facts = known;
    facts.title = article.title;
    facts.subtitle = article.subtitle;
    PageStory story = find_story(page, studied.prose, facts);
    if (own.nodes.begin > 1) {
      keep_within(page, own.nodes, story.left);
      if (!has_text(page, own.nodes, story.left)) keep_all(own.nodes, story.left);
    }
    take_credits(page, article, story.left);
    Provenance(found.explanation.origins).note(article, "the first lines of the story");
    PageText text = page_text(page, story.left);
    const NodeRange told = own.has_rest ? NodeRange() : own.nodes;
    found.left = count_leftovers(page, story, told);
    if (sink_.explain) found.explanation.blocks = explain_blocks(page, story, told);
    // A page built by scripts has its story in JSON-LD alone.
    if (length(text.paragraphs) >= length(article.body) / 2) {
      article.body = std::move(text.paragraphs);
      article.regions = std::move(text.regions);
    } else {
      tell_replaced(text.paragraphs, found);
      tell_declared(found);
    }
    article.captions = std::move(text.captions);
    article.path = path_;
  }

  // The text that the declared one takes the place of, as far as that does not hold it.
  void tell_replaced(const std::vector<std::string>& shown, Found& found) const {
    std::string declared;
    for (const std::string& paragraph : found.article.body) declared += paragraph + ' ';
    declared = tidy_line(declared);
    const std::string why(reason_text(LeftOut::outside));
    for (const std::string& paragraph : shown) {
      const std::string line = tidy_line(paragraph);
      const std::size_t some = std::min<std::size_t>(line.size(), 30);  // quotes may differ
      if (declared.find(line.substr(0, some)) != std::string::npos ||
          declared.find(line.substr(line.size() - some)) != std::string::npos)
        continue;
      const std::uint32_t words = words_in(line);
      found.left.words[why] += words;
      found.left.prose += words;
      found.left.prose_kept -= std::min<std::uint64_t>(words, found.left.prose_kept);
      for (ExplainedBlock& block : found.explanation.blocks) {
        if (block.why.empty() && block.text == line) block.why = why;
      }
    }
  }

  // The text that a page declares and does not show.
  void tell_declared(Found& found) const {
    for (const std::string& paragraph : found.article.body) {
      std::string line = tidy_line(paragraph);
      const std::uint32_t words = words_in(line);
      found.left.prose_kept += words;
      if (sink_.explain)
        found.explanation.blocks.push_back({"JSON-LD", "", words, std::move(line)});
    }
  }

  // The articles other than the one that the page is about.
  void add_others(const Studied& whole, const std::vector<std::size_t>& others,
                  Found& found) const {
    const Page& page = whole.page;
    PageStory story{Leavings(page.nodes.size(), LeftOut::no_text), whole.prose};
    for (const std::size_t other : others) {
      for (std::size_t around = other; around != 0; around = page.nodes[around].parent)
        story.left[around] = LeftOut::kept;
    }
    for (const std::size_t other : others) story.left[other] = LeftOut::other_article;
    const Leftovers left = count_leftovers(page, story);
    for (const auto& [reason, words] : left.words) found.left.words[reason] += words;
    // Articles so short that none of their blocks counts as prose are reported by all their words.
    const auto words = left.words.find(std::string(reason_text(LeftOut::other_article)));
    found.left.prose += left.prose > 0 || words == left.words.end() ? left.prose : words->second;
    if (!sink_.explain) return;
    for (ExplainedBlock& block : explain_blocks(page, story))
      found.explanation.blocks.push_back(std::move(block));
  }

  const std::string& path_;
  const std::string& name_;
  const Sink& sink_;
};

class HtmlReader final : public Reader {
 public:
  std::string_view name() const override { return "html"; }

  void read(std::istream& in, const std::string& path, const Sink& sink) const override {
    const auto html = read_text(in, path, sink);
    if (!html) return;
    auto pages = parse_documents(without_shortcodes(*html));
    if (!pages) return sink.rejected({path, "", "a page made of tags without end"});
    for (std::size_t n = 0; n < pages->size(); ++n) {
      show_unseen_story((*pages)[n]);
      const std::string name = n == 0 ? path : path + "#page-" + std::to_string(n + 1);
      PageReader(path, name, sink).read((*pages)[n]);
    }
  }
};

}  // namespace

const Reader& html_reader() {
  static const HtmlReader reader;
  return reader;
}

}  // namespace backfile
