// Goes through the words of a byline once for each kind of aside.
#include "indexer/readers/evidence/byline_asides.h"

#include <algorithm>
#include <string_view>

#include "indexer/base/lists.h"
#include "indexer/readers/evidence/byline_text.h"
#include "indexer/readers/evidence/byline_words.h"

namespace backfile {
namespace {

constexpr std::string_view agencies =
    " afp ap reuters dpa upi ansa efe apa sda epd kna sid tass interfax bloomberg xinhua kyodo "
    "yonhap pti ani ians belga anp ritzau ntb lusa ctk pap mti agerpres dapd agencies agency "
    "agenturen agences agence agencias agenzie agentschappen byraer wires ";
constexpr std::string_view materials =
    " material materials materialien agenturmaterial informationen informations information "
    "informacion informacoes informazioni reports files ";
constexpr std::string_view others =
    " other others autres andere anderen weitere weiteren otros otras mas altri outros al ";
constexpr std::string_view writers =
    " authors writers contributors reporters autoren auteurs autores autori people ";
constexpr std::string_view counts =
    " one two three four five six seven eight nine ten several many ";

bool is_one_of(std::string_view list, const std::string& key) {
  return !key.empty() && list.find(' ' + key + ' ') != list.npos;
}

bool is_agency(const std::string& word) {
  const std::string key = byline_key(word);
  return is_one_of(agencies, key) || is_one_of(agencies, key.substr(0, key.find('-')));
}

bool is_material(const std::string& word) {
  const std::string key = byline_key(word);
  return is_one_of(materials, key.substr(key.find('-') + 1));
}

bool is_joint(const std::string& word) {
  return word == "/" || word == "|" || word == "-" || word == "–" ||
         is_byline_word(BylineWord::conjunction, byline_key(word));
}

bool is_idle(const std::string& word) {
  const std::string key = byline_key(word);
  return is_byline_word(BylineWord::article, key) || is_byline_word(BylineWord::by, key) ||
         key == "from";
}

bool opens_name(const std::string& word) {
  return !word.empty() && (static_cast<unsigned char>(word.front()) >= 0x80 ||
                           (word.front() >= 'A' && word.front() <= 'Z'));
}

bool is_bar(const std::string& word) {
  return word == "|" || word.ends_with(',') || word.ends_with(';');
}

class Asides {
 public:
  explicit Asides(const std::string& text) : words_(split_at(text, " ")) {}

  std::string take_off() {
    drop_signs();
    part_slashes();
    drop_told_to();
    drop_material();
    drop_agencies();
    drop_others();
    drop_paper();
    return joined(words_, " ");
  }

 private:
  void drop_signs() {
    for (std::string& word : words_) replace_all(word, "©", "");
    std::erase_if(words_, [](const std::string& word) {
      return word.empty() || word == "(c)" || word == "(C)";
    });
  }

  // "文/张三", "Jane Doe/Reuters", "Jane Doe/Ann Bell"; not "Text/Foto:".
  void part_slashes() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::size_t slash = words_[i].find('/');
      if (slash == std::string::npos || slash == 0 || slash + 1 == words_[i].size()) continue;
      const std::string left = words_[i].substr(0, slash), right = words_[i].substr(slash + 1);
      if (!opens_name(right) || is_role(right) || right.find('/') != std::string::npos) continue;
      if (is_without_case(left) && is_role(left)) {
        words_[i] = left + ':';
      } else if (is_full_name(i) &&
                 (is_agency(right) || is_paper(right, i + 1) || has_surname(i))) {
        words_[i] = left;
        words_.insert(at(i + 1), "/");
        ++i;
      } else {
        continue;
      }
      words_.insert(at(i + 1), right);
    }
  }

  static bool is_role(const std::string& word) {
    const std::string key = byline_key(word);
    return is_byline_word(BylineWord::writer, key) || is_byline_word(BylineWord::other_role, key);
  }

  // "The Lantern", "Kellby Post".
  bool is_paper(const std::string& first, std::size_t next) const {
    if (byline_key(first) == "the") return true;
    return next < words_.size() &&
           is_byline_word(BylineWord::organization, byline_key(words_[next]));
  }

  bool is_full_name(std::size_t i) const {
    return i > 0 && opens_name(words_[i - 1]) && !is_bar(words_[i - 1]) &&
           !is_byline_word(BylineWord::by, byline_key(words_[i - 1]));
  }

  bool has_surname(std::size_t i) const {
    return i + 1 < words_.size() && opens_name(words_[i + 1]);
  }

  // Who tells and who writes it down are both authors.
  void drop_told_to() {
    for (std::size_t i = 0; i + 3 < words_.size(); ++i) {
      const bool told = byline_key(words_[i]) == "as" && byline_key(words_[i + 1]) == "told" &&
                        byline_key(words_[i + 2]) == "to";
      if (!told) continue;
      words_.erase(at(i), at(i + 3));
      if (i > 0 && !is_bar(words_[i - 1])) words_.insert(at(i), "and");
    }
  }

  // "mit Material von dpa", "mit dpa-Material", "with files from": from the joint on.
  void drop_material() {
    for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
      if (!is_byline_word(BylineWord::conjunction, byline_key(words_[i]))) continue;
      if (!is_material(words_[i + 1])) continue;
      const bool from = i + 3 < words_.size() && byline_key(words_[i + 2]) == "from";
      if (from && !is_agency(words_[i + 3]) && opens_name(words_[i + 3])) {
        words_.erase(at(i + 1), at(i + 3));  // somebody, who wrote as well
      } else {
        cut_from(i);
      }
    }
  }

  // Up to the next bar.
  void cut_from(std::size_t begin) {
    std::size_t end = begin;
    while (end < words_.size() && words_[end] != "|") ++end;
    words_.erase(at(begin), at(end));
    if (begin > 0 && words_[begin - 1].ends_with(',')) words_[begin - 1].pop_back();
  }

  // Behind a name and a joint: "Jane Doe avec AFP", "Jane Doe / Reuters", "and the AP".
  void drop_agencies() {
    for (std::size_t i = words_.size(); i-- > 1;) {
      const bool paper =
          words_[i] == "/" && i + 1 < words_.size() && is_paper(words_[i + 1], i + 2);
      if (paper) {
        cut_from(i);
        continue;
      }
      if (!is_agency(words_[i])) continue;
      std::size_t joint = i;
      while (joint > 1 && is_idle(words_[joint - 1])) --joint;
      if (joint < 2 || !is_joint(words_[joint - 1])) continue;
      words_.erase(at(joint - 1), at(i + 1));
      i = joint - 1;
    }
  }

  // "Special to The Lantern", behind the name.
  void drop_paper() {
    for (std::size_t i = 1; i + 2 < words_.size(); ++i) {
      if (byline_key(words_[i]) != "special" || byline_key(words_[i + 1]) != "to") continue;
      cut_from(i);
    }
  }

  // "and 2 others", "and 3 more", "and 12 more authors", "+ two others", "et al."
  void drop_others() {
    for (std::size_t i = 1; i < words_.size(); ++i) {
      const bool more = words_[i] == "more";
      if (!more && !is_one_of(others, byline_key(words_[i]))) continue;
      if (opens_name(words_[i])) continue;
      std::size_t begin = i;
      const std::string before = byline_key(words_[begin - 1]);
      const bool count = is_one_of(counts, before) ||
                         (!before.empty() && before.find_first_not_of("0123456789") == before.npos);
      if (more && !count) continue;
      if (count) --begin;
      const bool joint = begin > 0 && is_joint(words_[begin - 1]) && words_[begin - 1] != "-";
      if (!joint && !(count && begin == 0)) continue;
      const bool authors = i + 1 < words_.size() && !opens_name(words_[i + 1]) &&
                           is_one_of(writers, byline_key(words_[i + 1]));
      words_.erase(at(begin - (joint ? 1 : 0)), at(i + (authors ? 2 : 1)));
      i = 0;
    }
  }

  BylineWords::iterator at(std::size_t i) {
    return words_.begin() + static_cast<std::ptrdiff_t>(i);
  }

  BylineWords words_;
};

}  // namespace

std::string without_asides(const std::string& text) {
  return Asides(text).take_off();
}

}  // namespace backfile
