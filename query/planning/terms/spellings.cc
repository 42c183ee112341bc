// A walk over those terms of a field that share an initial, on demand.
#include "query/planning/terms/spellings.h"

#include <algorithm>
#include <functional>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Bounds of one walk and of one family. A field of a large archive has some 10,000 words of one
// initial; a family with more forms than this is not a real one.
constexpr int most_terms_walked = 100'000;
constexpr std::size_t most_forms = 64;
// When the memo has more entries than this, it is cleared.
constexpr std::size_t most_remembered = 10'000;

// Snowball removes endings and leaves the beginning of a word alone, except in these languages.
bool stems_keep_initial(std::string_view language) {
  return language != "ar" && language != "id" && language != "ga" && language != "ta";
}

std::string initial_of(const std::string& word) {
  std::size_t end = 1;
  while (end < word.size() && code_point_floor(word, end) != end) ++end;
  return word.substr(0, end);
}

}  // namespace

const std::vector<FieldForm>& FieldForms::of(const Field& field, const std::string& typed,
                                             const std::string& stem, const std::string& language) {
  std::string key(field.words->prefix);
  for (const std::string& costed : {language, typed, stem}) key += ' ' + costed;
  if (memo_.size() > most_remembered) memo_.clear();
  const auto [found, added] = memo_.try_emplace(key);
  if (added) found->second = gather(field, typed, stem, language);
  return found->second;
}

std::vector<FieldForm> FieldForms::gather(const Field& field, const std::string& typed,
                                          const std::string& stem, const std::string& language) {
  std::vector<FieldForm> forms;
  const std::string prefix(field.words->prefix);
  const std::string start = stems_keep_initial(language) ? prefix + initial_of(typed) : prefix;
  const auto end = database_.allterms_end(start);
  int walked = 0;
  for (auto term = database_.allterms_begin(start); term != end; ++term) {
    if (++walked > most_terms_walked || forms.size() >= most_forms) break;
    const std::string form = (*term).substr(prefix.size());
    const bool plain = has_stem(form, "", stem, language);
    const bool accents_tell =
        std::ranges::any_of(spellings_.of(form), [&](const std::string& accented) {
          return has_stem(form, accented, stem, language) != plain;
        });
    if (plain || accents_tell) forms.push_back({*term, accents_tell});
  }
  return forms;
}

bool FieldForms::has_stem(const std::string& form, const std::string& accented,
                          const std::string& stem, const std::string& language) {
  Token token;
  token.term = form;
  token.accented = accented;
  return analyzer_.stem(token, language) == stem;
}

std::vector<std::string> FieldForms::bigrams_of(const Field& field, const std::string& character) {
  const std::string start = word_term(field, character);
  const std::size_t begin = start.size() - character.size();
  const auto end = database_.allterms_end(start);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  int walked = 0;
  for (auto term = database_.allterms_begin(start); term != end; ++term) {
    if (++walked > most_terms_walked) break;
    std::string form = *term;
    if (character_end(form, begin) == start.size()) {
      found.emplace_back(term.get_termfreq(), std::move(form));
    }
  }
  std::sort(found.begin(), found.end(), std::greater<>());
  if (found.size() > most_bigrams) found.resize(most_bigrams);
  std::vector<std::string> terms;
  for (const auto& [frequency, term] : found) terms.push_back(term);
  return terms;
}

}  // namespace backfile
