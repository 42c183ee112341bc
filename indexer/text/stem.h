// Stems and stop words, by language.
//
// Snowball's stemmers as Xapian ships them, with a memo, for words already folded. Languages
// without a stemmer keep the word. A Stemmer is for one thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace backfile {

class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // `accented` is the case folded word with its accents (unicode.h: Folded), which Snowball's rules
  // need; the stem comes back with accents folded, so that both spellings meet. `language` is an
  // ISO 639-1 code. The view is valid until the next call.
  std::string_view stem(std::string_view accented, std::string_view language);

  // Names the rules: changes when any stem of a built-in sample changes, so that an index made
  // with other rules is noticed. The same on every machine with the same library.
  static std::string fingerprint();

 private:
  struct Memo;
  std::unique_ptr<Memo> memo_;
};

// Words so frequent that they say nothing alone (folded forms). They are indexed all the same.
bool is_stop_word(std::string_view term, std::string_view language);
// In any language.
bool is_stop_word(std::string_view term);

}  // namespace backfile
