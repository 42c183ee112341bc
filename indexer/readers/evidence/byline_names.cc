// Takes jobs, places, agencies and titles off a list of names.
#include "indexer/readers/evidence/byline_names.h"

#include <algorithm>
#include <array>

#include "indexer/article/date_words.h"
#include "indexer/base/lists.h"
#include "indexer/readers/evidence/scraped_names.h"
#include "indexer/text/ascii.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

bool is(BylineWord kind, std::string_view folded) {
  return is_byline_word(kind, folded);
}

// "Reuters Staff", "Kellby Post Newsroom": all who work there.
bool ends_with_staff(const BylineWords& words) {
  static constexpr std::array staffs = {
      "staff",   "newsroom",  "newsdesk", "desk",     "redaktion", "redaction", "redaccion",
      "redacao", "redazione", "redactie", "redakcja", "redakce",   "редакция",  "редакція"};
  return words.size() > 1 && std::ranges::find(staffs, byline_key(words.back())) != staffs.end();
}

// The initials that a piece begins with, in words.
std::size_t initials_at_begin(const BylineWords& words) {
  return static_cast<std::size_t>(std::ranges::find_if_not(words, are_initials) - words.begin());
}

// Reads the names of one writer's part.
class Names {
 public:
  explicit Names(std::vector<std::string>& names) : names_(names) {}

  void read(const BylineWords& part) {
    const BylineWords pieces = with_initials(split_at(joined(part, " "), ","));
    if (is_inverted(pieces)) return add(join_with_commas(pieces));
    bool behind_job = false;
    for (const std::string& piece : pieces) {
      if (piece.find(',') != std::string::npos) {
        add(piece);
        continue;
      }
      const std::string first = byline_key(piece.substr(0, piece.find(' ')));
      if (found_ && tells_of_person(piece)) continue;
      if (!found_ || !is(BylineWord::suffix, byline_key(piece))) {
        if (behind_job && found_ && !is(BylineWord::conjunction, first)) continue;
        behind_job |= !read_piece(piece) && has_job(piece);
      } else {
        names_.back() += ", " + piece;
      }
    }
  }

 private:
  // "Smith, K.J. and Hamrick, J.T.", as bibliographies have it: the pieces between commas, with each
  // surname and its initials in one. Such a list begins with a surname.
  static BylineWords with_initials(const BylineWords& pieces) {
    if (pieces.size() < 2 || has_job(pieces[0]) || names_nobody({pieces[0]})) return pieces;
    if (!is_surname(pieces[0])) return pieces;
    if (initials_at_begin(split_at(pieces[1], " ")) == 0) return pieces;
    BylineWords names;
    for (const std::string& piece : pieces) {
      BylineWords words = split_at(piece, " ");
      const auto initials = static_cast<std::ptrdiff_t>(initials_at_begin(words));
      const bool belong = initials > 0 && !names.empty() && is_surname(names.back());
      if (belong) {
        const auto end = words.begin() + initials;
        names.back() += ", " + joined(BylineWords(words.begin(), end), " ");
        words.erase(words.begin(), end);
      }
      if (words.size() > 1 && is(BylineWord::conjunction, byline_key(words.front())))
        words.erase(words.begin());
      if (!words.empty()) names.push_back(joined(words, " "));
    }
    return names;
  }

  // One word, behind any number of particles: "Tarn", "van Driest", "de la Cruz".
  static bool is_surname(const std::string& piece) {
    if (piece.find_first_of(",.") != std::string::npos) return false;
    const BylineWords words = split_at(piece, " ");
    return std::all_of(words.begin(), words.end() - 1,
                       [](const std::string& word) { return is_particle(ascii_lowered(word)); });
  }

  // "Doe, Jane", "Jong, Michiel de": one word before the only comma.
  static bool is_inverted(const BylineWords& pieces) {
    if (pieces.size() != 2 || pieces.front().find(' ') != std::string::npos) return false;
    if (is_without_case(pieces.front()) || !is_capitalized(pieces[1]) || has_job(pieces[0]))
      return false;
    const bool suffix = is(BylineWord::suffix, byline_key(pieces[1]));
    return suffix || (!names_nobody(split_at(pieces[0], " ")) && !has_job(pieces[1]));
  }

  // Behind a name: "nurse in Velmouth", "a mother of three", "Krankenschwester in Velmouth".
  bool tells_of_person(const std::string& piece) const {
    BylineWords words = split_at(piece, " ");
    if (!words.empty() && is(BylineWord::conjunction, byline_key(words.front())))
      words.erase(words.begin());  // "and Hob Tarn"; or "a nurse"
    if (words.empty()) return false;
    if (is_without_case(words.front()) || !is_capitalized(names_.back())) return false;
    if (!is_capitalized(words.front())) return !is_particle(words.front());
    return words.size() > 2 && !is_capitalized(words[1]) && !is_particle(words[1]) &&
           is(BylineWord::before_place, byline_key(words[1]));
  }

  // "van", "de": in names.
  static bool is_particle(const std::string& word) { return is_name("X " + word + " X"); }

  static std::string join_with_commas(const BylineWords& pieces) {
    return pieces[0] + ", " + pieces[1];
  }

  static bool has_job(std::string_view piece) {
    return std::ranges::any_of(split_at(piece, " "), [](const std::string& word) {
      return is(BylineWord::job, byline_key(word));
    });
  }

  // Whether names were found between commas: each side of a conjunction is read on its own if all
  // are full names.
  bool read_piece(const std::string& piece) {
    BylineWords words = split_at(piece, " ");
    if (!words.empty() && words.size() > 1 &&
        is(BylineWord::conjunction, byline_key(words.front())) && found_) {
      words.erase(words.begin());
    }
    std::vector<std::string> sides;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < words.size(); ++i) {
      if (!is(BylineWord::conjunction, byline_key(words[i]))) continue;
      const std::string left = name_in(words, begin, i),
                        right = name_in(words, i + 1, words.size());
      const bool both = is_full(left) && is_full(right);
      const bool photographer = has_other_role(words, i + 1, words.size()) && is_full(left);
      if (!both && !photographer) continue;
      sides.push_back(left);
      begin = i + 1;
    }
    sides.push_back(name_in(words, begin, words.size()));
    bool any = false;
    for (const std::string& side : sides) {
      // Behind a full name, one word is a place or a paper.
      if (side.empty() || (found_ && !is_full(side))) continue;
      if (found_ && is_place(side)) continue;
      add(side);
      any = true;
    }
    return any;
  }

  static bool is_full(const std::string& name) {
    return name.find(' ') != std::string::npos || is_without_case(name);
  }

  static bool is_place(const std::string& name) {
    return is(BylineWord::place, byline_key(name.substr(0, name.find(' ')))) ||
           (is_organization(split_at(name, " ")));
  }

  static bool is_organization(const BylineWords& words) {
    return std::ranges::any_of(words,
                               [](const std::string& word) {
                                 return is(BylineWord::organization, byline_key(word));
                               }) ||
           (!words.empty() && byline_key(words.front()) == "the");
  }

  static bool has_other_role(const BylineWords& words, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      if (words[i].starts_with('(') && is(BylineWord::other_role, byline_key(words[i])))
        return true;
    }
    return false;
  }

  static bool is_capitalized(std::string_view word) {
    if (word.empty()) return false;
    const auto lead = static_cast<unsigned char>(word.front());
    if (lead < 0x80) return lead >= 'A' && lead <= 'Z';
    if (is_without_case(word)) return true;
    const std::string_view first = word.substr(0, code_point_floor(word, lead < 0xE0 ? 2 : 3));
    const Folded folded = fold(first);
    return (folded.accented.empty() ? folded.term : folded.accented) != first ||
           (lead >= 0xD7 && lead <= 0xE0);  // Hebrew, Arabic, the scripts of India: no case
  }

  static bool is_idle(const std::string& word) {
    const std::string key = byline_key(word);
    return key.empty() || is(BylineWord::before_place, key) || is(BylineWord::conjunction, key) ||
           is_weekday(key);
  }

  // What the words say of a person: the name in them, or nothing.
  static std::string name_in(const BylineWords& all, std::size_t begin, std::size_t end) {
    BylineWords words(all.begin() + static_cast<std::ptrdiff_t>(begin),
                      all.begin() + static_cast<std::ptrdiff_t>(end));
    if (has_other_role(words, 0, words.size())) return {};
    cut_brackets(words);
    cut_date(words);
    cut_behind(words);
    cut_jobs(words);
    while (!words.empty() && is(BylineWord::title, byline_key(words.front())) && words.size() > 1)
      words.erase(words.begin());
    while (words.size() > 1 && is(BylineWord::degree, byline_key(words.back()))) words.pop_back();
    if (words.empty() || names_nobody(words) || ends_with_staff(words)) return {};
    if (words.size() == 1 && is(BylineWord::degree, byline_key(words.front()))) return {};
    std::string name = joined(words, " ");
    while (name.ends_with(':') || name.ends_with(',') || (name.ends_with('.') && !ends_short(name)))
      name.pop_back();
    return name;
  }

  // "Jr.", "J."
  static bool ends_short(const std::string& name) {
    const std::string last = name.substr(name.rfind(' ') == name.npos ? 0 : name.rfind(' ') + 1);
    return is(BylineWord::suffix, byline_key(last)) || last.size() <= 2 ||
           last.find('.') < last.size() - 1;
  }

  // "(Lowmark Wire)", "(Text)" at the end; a name may have brackets inside.
  static void cut_brackets(BylineWords& words) {
    if (words.empty() || !words.back().ends_with(')')) return;
    std::size_t at = words.size();
    while (at > 0 && !words[at - 1].starts_with('(')) --at;
    if (at > 1) words.erase(words.begin() + static_cast<std::ptrdiff_t>(at) - 1, words.end());
  }

  // A figure ends the name, and the month or the preposition before it.
  static void cut_date(BylineWords& words) {
    const auto number = std::ranges::find_if(words, [](const std::string& word) {
      return word.find_first_of("0123456789") != std::string::npos;
    });
    if (number == words.end() || number == words.begin()) return;
    // "Lucas Nolan22 Dec 2016": what stood in elements of its own.
    const std::string letters = number->substr(0, number->find_first_of("0123456789"));
    words.erase(number, words.end());
    if (letters.size() > 2 && letters.front() != '(') words.push_back(letters);
    const bool cut = letters.size() <= 2;
    while (cut && words.size() > 1 &&
           (is_idle(words.back()) || month_named(byline_key(words.back())).has_value() ||
            is_date_filler(byline_key(words.back()))))
      words.pop_back();
  }

  // "... is a writer in Dunsk", "... of the Library", "... in Kellby", behind a name.
  static void cut_behind(BylineWords& words) {
    for (std::size_t i = 1; i < words.size(); ++i) {
      const std::string key = byline_key(words[i]);
      const bool small = !is_capitalized(words[i]) && !is_without_case(words[i]);
      const bool named = i >= 2 || is_without_case(words.front());
      const bool ends = is(BylineWord::is, key) ||
                        (is(BylineWord::before_place, key) && leads_to_place(words, i));
      if (small && named && ends && !has_job(joined(std::span(words).first(i), " "))) {
        words.resize(i);
        return;
      }
    }
  }

  // One capitalized word, or an article, behind a preposition; two may be a surname's ("de la
  // Vallada").
  static bool leads_to_place(const BylineWords& words, std::size_t i) {
    const std::string key = byline_key(words[i]);
    static constexpr std::array particles = {"da", "de", "z", "a", "na", "no", "i", "v"};
    const bool particle = std::ranges::find(particles, key) != particles.end();
    return i + 1 < words.size() && !particle;
  }

  // "Our correspondent Jane Doe", "记者李晓岚", "박도윤 기자".
  static void cut_jobs(BylineWords& words) {
    for (std::string& word : words) word = without_joined_job(word);
    std::erase(words, "");
    std::size_t last = words.size();
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (is(BylineWord::job, byline_key(words[i]))) last = i;
    }
    if (last == words.size()) {
      while (words.size() > 2 && is(BylineWord::article, byline_key(words.front())) &&
             !is_capitalized(words.front()))
        words.erase(words.begin());
      return;
    }
    const std::size_t behind = words.size() - last - 1;
    const bool cased = behind > 0 && !is_without_case(words[last + 1]);
    if (behind > (cased ? 1u : 0u) && is_capitalized(words[last + 1])) {
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(last) + 1);
    } else if (last > 0 && behind == 0 && is_without_case(words.front())) {
      words.pop_back();
    } else {
      words.clear();
    }
  }

  static std::string without_joined_job(const std::string& word) {
    if (!is_without_case(word)) return word;
    for (const std::string_view opening : {"本报", "本報"}) {
      if (word.starts_with(opening) && word.size() > opening.size())
        return without_joined_job(word.substr(opening.size()));
    }
    for (const std::string_view job : {"特约记者", "实习记者", "通讯员", "记者", "記者"}) {
      if (word.starts_with(job) && word.size() > job.size()) return word.substr(job.size());
      if (word.ends_with(job) && word.size() > job.size())
        return word.substr(0, word.size() - job.size());
    }
    for (const std::string_view verb : {"报道", "報道", "综合报道", "摄"}) {
      if (word == verb) return {};
    }
    const std::size_t equals = word.find('=');
    return equals == word.npos ? word : word.substr(equals + 1);
  }

  void add(const std::string& name) {
    found_ = true;
    if (std::ranges::find(names_, name) == names_.end()) names_.push_back(name);
  }

  std::vector<std::string>& names_;
  bool found_ = false;
};

}  // namespace

void read_names(const BylineWords& part, std::vector<std::string>& names) {
  Names(names).read(part);
}

bool names_job_alone(const BylineWords& given) {
  static constexpr std::array before_town = {"in", "at", "à", "en", "aus", "a", "w", "в"};
  BylineWords words = given;
  const auto town = std::ranges::find_first_of(words, before_town);
  if (town != words.begin()) words.erase(town, words.end());
  const std::string last = words.empty() ? std::string() : byline_key(words.back());
  return is(BylineWord::job, last) && !is(BylineWord::writer, last);
}

bool names_nobody(const BylineWords& words) {
  return std::ranges::all_of(words, [](const std::string& word) {
    const std::string key = byline_key(word);
    return is(BylineWord::nobody, key) || is(BylineWord::article, key) ||
           is(BylineWord::job, key) || is(BylineWord::writer, key) || is(BylineWord::by, key) ||
           is(BylineWord::conjunction, key) ||
           key.find_first_not_of("0123456789") == std::string::npos;
  });
}

}  // namespace backfile
