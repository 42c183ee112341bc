// From articles to terms, as the table in schema.h has it.
#include "indexer/index/schema.h"

#include <algorithm>
#include <map>
#include <span>
#include <utility>

#include "indexer/forward/article_text.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Xapian's limit with room to spare for the bytes that its tables add.
constexpr std::size_t longest_prefixed_term = 240;

std::string capped(std::string term, std::size_t limit) {
  if (term.size() > limit) term.resize(code_point_floor(term, limit));
  return term;
}

std::string prefixed(std::string_view prefix, std::string_view form) {
  std::string term(prefix);
  term += capped(std::string(form), longest_term);
  std::erase(term, '\0');  // Xapian counts it twice
  return capped(std::move(term), longest_prefixed_term);
}

// Gathers the words of one article into a document.
class Words {
 public:
  Words(Xapian::Document& document, Analyzer& analyzer, const std::string& language)
      : document_(document), analyzer_(analyzer), language_(language) {}

  void add(const Field& field, std::string_view paragraph) {
    for (const Token& token : analyzer_.analyze(paragraph, language_)) add_token(field, token);
  }

  // Stems are gathered first: an article repeats them, and Xapian's document is slow to look up.
  void finish() {
    for (const auto& [term, weight] : stems_) document_.add_term(term, weight);
  }

 private:
  void add_token(const Field& field, const Token& token) {
    if (token.term.empty()) return;
    const bool ranked = field.words->weight > 0;
    document_.add_term(word_term(field, token.term), ranked ? 1 : 0);
    if (!ranked) return;
    if (!field.words->prefix.empty()) {
      document_.add_term(word_term(field_of(FieldId::body), token.term), 1);
    }
    if (token.capitals) document_.add_term(capitals_term(token.term), 0);
    if (token.shouted) document_.add_term(shouted_term(token.term), 0);
    if (!token.accented.empty()) document_.add_term(accented_term(token.accented), 0);
    if (token.pieces > 1) add_compound(field, token);
    if (!token.stem.empty()) stems_[stem_term(language_, token.stem)] += field.words->weight;
  }

  void add_compound(const Field& field, const Token& token) {
    document_.add_term(compound_term(field_of(FieldId::body), token.term, token.pieces), 0);
    if (field.words->prefix.empty()) return;
    document_.add_term(compound_term(field, token.term, token.pieces), 0);
  }

  Xapian::Document& document_;
  Analyzer& analyzer_;
  const std::string& language_;
  std::map<std::string, Xapian::termcount> stems_;
};

void add_filter(Xapian::Document& document, const Field& field, std::string_view value) {
  const std::string term = filter_term(field, value);
  if (term.size() > field.values->prefix.size()) document.add_boolean_term(term);
}

void add_filters(Xapian::Document& document, const Article& article) {
  for (const Field& field : fields) {
    if (!field.values) continue;
    for (const std::string& value : values_of(field, article)) add_filter(document, field, value);
  }
}

// The one that is computed.
void add_key(Xapian::Document& document, const Article& article) {
  add_filter(document, field_of(FieldId::key), article_key(article));
}

void add_words(Words& words, const Article& article) {
  for (const Field& field : fields) {
    if (!field.words) continue;
    for (const std::string& text : values_of(field, article)) words.add(field, text);
  }
}

}  // namespace

std::string filter_term(const Field& field, std::string_view value) {
  return prefixed(field.values->prefix,
                  field.values->exact ? std::string(value) : fold(value).term);
}

std::string word_term(const Field& field, std::string_view folded) {
  return prefixed(field.words->prefix, folded);
}

std::string stem_term(std::string_view language, std::string_view stem) {
  return prefixed("Z" + std::string(language) + ":", stem);
}

std::string capitals_term(std::string_view folded) {
  return prefixed("A", folded);
}

std::string shouted_term(std::string_view folded) {
  return prefixed("AA", folded);
}

std::string accented_term(std::string_view accented) {
  return prefixed("U", accented);
}

std::string compound_term(const Field& field, std::string_view folded, std::size_t pieces) {
  return prefixed(std::string(field.words->prefix) + "J" + std::to_string(pieces), folded);
}

Xapian::Document to_document(const Article& article, Analyzer& analyzer) {
  Xapian::Document document;
  document.set_data(encode_article(without_text(article)));

  Words words(document, analyzer, article.language);
  add_words(words, article);
  words.finish();

  add_filters(document, article);
  add_key(document, article);
  return document;
}

}  // namespace backfile
