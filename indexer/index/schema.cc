// From articles to terms, as the table in schema.h has it.
#include "indexer/index/schema.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

#include "indexer/text/stem.h"
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

// An article repeats its words, and Xapian's document is slow to look up: counted here first.
using TermCounts = std::unordered_map<std::string, Xapian::termcount>;

void count_words(const Article& article, Analyzer& analyzer, TermCounts& counts) {
  for (const Field& field : fields) {
    if (!field.words) continue;
    for (const std::string& text : values_of(field, article)) {
      for (const Token& token : analyzer.analyze(text, article.language)) {
        for (IndexTerm& term : terms_of(field, token, article.language)) {
          counts[std::move(term.text)] += term.wdf;
        }
      }
    }
  }
}

}  // namespace

std::string filter_term(const Field& field, std::string_view value) {
  return prefixed(field.values->prefix, fold(value).term);
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

std::vector<IndexTerm> terms_of(const Field& field, const Token& token, std::string_view language) {
  std::vector<IndexTerm> terms;
  if (token.term.empty()) return terms;
  const bool ranked = field.words->weight > 0, of_text = field.words->prefix.empty();
  const Field& text = field_of(FieldId::body);
  terms.push_back({word_term(field, token.term), ranked ? 1U : 0U});
  if (!ranked) return terms;
  if (!of_text) terms.push_back({word_term(text, token.term), 1});
  if (token.capitals) terms.push_back({capitals_term(token.term)});
  if (token.shouted && is_stop_word(token.term)) terms.push_back({shouted_term(token.term)});
  if (!token.accented.empty()) terms.push_back({accented_term(token.accented)});
  if (token.pieces > 1) {
    terms.push_back({compound_term(text, token.term, token.pieces)});
    if (!of_text) terms.push_back({compound_term(field, token.term, token.pieces)});
  }
  if (!token.stem.empty()) {
    terms.push_back({stem_term(language, token.stem), field.words->weight});
  }
  return terms;
}

std::vector<std::string> filter_terms(const Article& article) {
  std::vector<std::string> terms;
  const auto add = [&](const Field& field, std::string_view value) {
    std::string term = filter_term(field, value);
    if (term.size() > field.values->prefix.size()) terms.push_back(std::move(term));
  };
  for (const Field& field : fields) {
    if (!field.values) continue;
    for (const std::string& value : values_of(field, article)) add(field, value);
  }
  return terms;
}

Xapian::Document to_document(const Article& article, Analyzer& analyzer) {
  Xapian::Document document;
  TermCounts counts;
  count_words(article, analyzer, counts);
  for (const auto& [term, wdf] : counts) document.add_term(term, wdf);
  for (const std::string& term : filter_terms(article)) document.add_boolean_term(term);
  return document;
}

}  // namespace backfile
