// Sentence boundaries: UAX #29's rules, which read only the neighbourhood of full stops, then the
// abbreviations after which a sentence goes on.
#include "indexer/text/boundaries.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>

#include "indexer/text/ascii.h"
#include "indexer/text/properties.h"

namespace backfile {
namespace {

using Class = std::uint8_t;  // ICU's USentenceBreak

Class look_up_class(char32_t c) {
  return static_cast<Class>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK));
}

Class class_of(UChar32 c) {
  return remembered<look_up_class>(static_cast<char32_t>(c));
}

bool ends_paragraph(Class c) {
  return c == U_SB_SEP || c == U_SB_CR || c == U_SB_LF;
}
bool is_terminator(Class c) {
  return c == U_SB_ATERM || c == U_SB_STERM;
}
bool is_ignored(Class c) {
  return c == U_SB_EXTEND || c == U_SB_FORMAT;
}

UChar32 code_point_at(std::string_view text, std::size_t& offset) {
  UChar32 c = 0;
  U8_NEXT_UNSAFE(text.data(), offset, c);
  return c;
}

UChar32 code_point_before(std::string_view text, std::size_t& offset) {
  do --offset;
  while (offset > 0 && U8_IS_TRAIL(text[offset]));
  std::size_t start = offset;
  return code_point_at(text, start);
}

// The class at `offset`, which moves behind it and behind what rule SB5 lets go with it.
Class take(std::string_view text, std::size_t& offset) {
  const Class type = class_of(code_point_at(text, offset));
  if (ends_paragraph(type)) return type;
  while (offset < text.size()) {
    std::size_t next = offset;
    if (!is_ignored(class_of(code_point_at(text, next)))) break;
    offset = next;
  }
  return type;
}

Class peek(std::string_view text, std::size_t offset) {
  return offset < text.size() ? take(text, offset) : static_cast<Class>(U_SB_OTHER);
}

void skip_all(std::string_view text, std::size_t& offset, Class wanted) {
  for (std::size_t next = offset; next < text.size() && take(text, next) == wanted;) offset = next;
}

// Rule SB7: does a letter with case stand before `offset`?
bool letter_before(std::string_view text, std::size_t begin, std::size_t offset) {
  Class type = U_SB_EXTEND;
  while (offset > begin && is_ignored(type)) type = class_of(code_point_before(text, offset));
  return type == U_SB_UPPER || type == U_SB_LOWER;
}

// Rule SB8: behind a full stop, does a lower-case letter follow before any other letter?
bool lower_case_follows(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const Class type = take(text, offset);
    if (type == U_SB_LOWER) return true;
    if (type == U_SB_UPPER || type == U_SB_OLETTER || ends_paragraph(type) || is_terminator(type)) {
      return false;
    }
  }
  return false;
}

// Bytes of characters that neither end a sentence nor matter to what follows them: of ASCII but for
// five, of Latin, Greek and Cyrillic letters, of Han; and all bytes but the first of any character.
constexpr auto dull_bytes = [] {
  std::array<bool, 256> dull{};
  for (std::size_t byte = 0; byte < 0xC0; ++byte) dull[byte] = true;
  for (std::size_t byte = 0xC3; byte <= 0xD5; ++byte) dull[byte] = true;  // U+00C0 to U+057F
  for (std::size_t byte = 0xE4; byte <= 0xE9; ++byte) dull[byte] = true;  // U+4000 to U+9FFF
  for (const char c : {'.', '!', '?', '\n', '\r'}) dull[static_cast<unsigned char>(c)] = false;
  return dull;
}();

bool is_dull(char c) {
  return dull_bytes[static_cast<unsigned char>(c)];
}

// What a word says of the full stop behind it, or before it.
enum Role : std::uint16_t {
  // Abbreviations, with which a sentence goes on
  inner = 1,      // whatever follows,
  title = 2,      // unless an opener follows: these are other words as well,
  trailing = 4,   // unless a quotation, an opener or an article follows,
  numbered = 8,   // with a number only,
  hour = 16,      // with a day or a zone of time only,
  last = 32,      // with small letters only.
  opener = 64,    // begins sentences, and hardly any name
  article = 128,  // begins both: Le Pen, El Greco, De Niro
  label = 256,    // a single capital behind it is no initial: Plan B
  day = 512,      // what `hour` goes on with
  counted = 1024  // what German counts in ordinals, which have a full stop: 3. Oktober
};
constexpr unsigned abbreviation = inner | title | trailing | numbered | hour | last;

struct List {
  Role role;
  std::string_view words;
};

constexpr std::array lists = {
    List{inner,
         "Adm Brig Capt Cmdr Cpl Dr Insp Lt Maj Messrs Mr Mrs Ms Msgr Prof Sgt Supt D.h E.g I.e "
         "P.ej V.a Z.B Z.T Т.е a.k.a approx cf e.g ca i.e incl viz vs Dipl Frl Hr Hrn Vgl bzw d.h "
         "d.R d.i evtl ggf i.d.R inkl m.E o.g sog u.U v.a vgl z.B z.Hd z.T z.Z zzgl MM Mgr Mlle "
         "Mlles Mme Mmes Avv Dn Dott Dra Dña Sig Sra Sras Sres Srta p.ej bijv bl.a dhr dr drs "
         "f.eks mevr mgr mr prof t.ex tzw Αγ Δρ κ κα акад доц напр пл просп проф т.е т.к т.н т.ч "
         "ул"},
    List{title,
         "Atty Bp Ch Chas Chr Col Fr Ft Gen Geo Gov Hon Ing Mt Ph Pres Pvt Rep Reps Rev Sen Sens "
         "Sr St Sta Ste Th Wm г гг ген гр им пр см ст тов"},
    List{trailing,
         "Ave Blvd Bros Cie Co Corp Dept Dist Inc Jr Ltd Mio Mrd Plc Rd Str Tsd Univ dept n.Chr "
         "d.J i.A i.V o.Ä o.ä u.a u.Ä u.ä v.Chr EE.UU в вв н.э млн млрд руб тыс Ala Ariz Calif "
         "Colo Conn Fla Ill Ky Md Mich Minn Neb Nev Okla Penn Tenn Tex Va Wis Wyo"},
    List{numbered,
         "Abb Abs Art Bd Bl Est Fig Kap No Nos Nr Tel Vol abs art bl ch est fig kap max min no nos "
         "nr núm op p pp pág tel vol д кв п стр Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec "
         "Okt Dez août avr déc févr janv juil"},
    List{hour, "A.M P.M a.m p.m"},
    List{last, "a.s.o u.s.w u.v.m т.д т.п"},
    List{opener,
         "A After All Also Although An And Another As At Because Before Both But By During Each "
         "Even Every For From He Her Here His How However I If In Instead It Its Many Meanwhile "
         "Most My Neither No Nobody Nor Not Nothing Now On Once One Only Or Other Others Our "
         "Perhaps She Since So Some Such That The Their Then There These They This Those Though "
         "Three Through Thus To Today Two Under Until We What When Where Whether Which While Who "
         "Why With Yes Yesterday Yet You Your Aber Als Am Auch Auf Aus Bei Beim Bis Dabei Damit "
         "Danach Dann Das Dass Dem Der Die Dies Diese Dieser Dieses Doch Dort Durch Ein Eine Einem "
         "Einen Einer Er Es Für Heute Hier Ich Ihr Ihre Im Jetzt Mit Nach Nicht Noch Nun Nur Ob "
         "Seine Seit Sie Um Und Uns Unter Viele Vom Von Vor Weil Wenn Wer Wie Wir Wo Zu Zum Zur "
         "Zwar Après Au Aussi Avec Ce Ces Cet Cette Comme Dans Depuis Elle Elles En Et Il Ils Je "
         "Mais Nous Où Par Pour Quand Selon Ses Sur Un Une Vous Así Aunque Como Con Cuando Desde "
         "Después Ella Ellos Entre Era Esta Este Esto Hay Para Pero Por Según Su Sus También Una Y "
         "Ya Não Che Gli Nel Nella Non Per Questo Sono Det Hon Men Och Og Het Hij Ik Maar Niet А "
         "Без Был Была Были Было В Во Все Всё Вы Где Для До Его Её Если Ещё За И Из Их К Как Когда "
         "Кто Мы На Но О Об Он Она Они Оно От По Под Поэтому После Потом При С Сегодня Со Там Так "
         "Также Теперь То Тогда Только Тот У Что Эта Эти Это Этот Я"},
    List{article, "De Den Des El La Las Le Les Lo Los"},
    List{label,
         "appendix block category class exhibit figure gate grade group hepatitis influenza level "
         "line option part pier plan schedule section team terminal type vitamin zone gruppe "
         "klasse teil typ catégorie groupe hépatite vitamine grupo vitamina Группа Группе группа "
         "группе группы витамин класс план"},
    List{day,
         "Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Wed Thu Fri Sat Sun "
         "January February March April May June July August September October November December "
         "Jan Feb Aug Sept Oct Nov Dec Central Eastern Greenwich Mountain Pacific"},
    List{counted,
         "Januar Jänner Februar März April Mai Juni Juli August September Oktober November "
         "Dezember Armee Arrondissement Auflage Bezirk Bundesliga Etage FC Geburtstag Jahrestag "
         "Jahrhundert Jahrhunderte Jahrhunderten Jahrhunderts Klasse Lebensjahr Liga Mal Minute "
         "Platz Runde Spieltag Stock Weltkrieg Weltkriege Weltkrieges Weltkriegs"},
};

// The roles of `word`, added up; 0 for nearly every word.
unsigned roles_of(std::string_view word) {
  static const std::unordered_map<std::string_view, unsigned> roles = [] {
    std::unordered_map<std::string_view, unsigned> made;
    for (const List& list : lists) {
      for (std::size_t begin = 0; begin < list.words.size();) {
        const std::size_t end = std::min(list.words.find(' ', begin), list.words.size());
        made[list.words.substr(begin, end - begin)] |= list.role;
        begin = end + 1;
      }
    }
    return made;
  }();
  const auto found = roles.find(word);
  return found == roles.end() ? 0 : found->second;
}

// Quotation marks, of which each is an opening one in some language.
bool is_quote(UChar32 c) {
  constexpr std::uint32_t quotes = U_GC_PI_MASK | U_GC_PF_MASK;
  return c == '"' || c == '\'' || c == 0x201A || c == 0x201E || (U_GET_GC_MASK(c) & quotes) != 0;
}

// Stands before a word without being part of it; the hyphen is part of it.
bool is_before_word(UChar32 c) {
  constexpr std::uint32_t mask = U_GC_PS_MASK | U_GC_PD_MASK;
  if (c == '-' || c == 0x2010 || c == 0x2011) return false;
  return u_isUWhiteSpace(c) || is_quote(c) || c == 0xA1 || c == 0xBF ||
         (U_GET_GC_MASK(c) & mask) != 0;
}

std::size_t without_spaces(std::string_view text, std::size_t begin, std::size_t end) {
  for (std::size_t before = end; before > begin; end = before) {
    if (class_of(code_point_before(text, before)) != U_SB_SP) break;
  }
  return end;
}

// The word that ends at `end`, not all of it where it is longer than any abbreviation.
std::string_view word_before(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::size_t longest = 24;
  std::size_t start = end;
  for (std::size_t before = end; before > begin && end - start < longest; start = before) {
    if (is_before_word(code_point_before(text, before))) break;
  }
  const std::string_view word = text.substr(start, end - start);
  const std::size_t hyphen = word.rfind(".-");  // J.-P. Sartre
  return hyphen == std::string_view::npos ? word : word.substr(hyphen + 2);
}

struct Next {
  std::string_view word;  // letters and digits
  bool quoted = false;    // behind a quotation mark
  bool enclosed = false;  // behind a bracket
  bool stopped = false;   // before a full stop or a hyphen
};

Next next_word(std::string_view text, std::size_t offset) {
  Next next;
  for (std::size_t after = offset; after < text.size(); offset = after) {
    const UChar32 c = code_point_at(text, after);
    if (ends_paragraph(class_of(c)) || !is_before_word(c)) break;
    next.quoted = next.quoted || is_quote(c);
    next.enclosed = next.enclosed || u_charType(c) == U_START_PUNCTUATION;
  }
  std::size_t end = offset;
  for (std::size_t after = offset; after < text.size(); end = after) {
    const Class type = take(text, after);
    if (type != U_SB_UPPER && type != U_SB_LOWER && type != U_SB_OLETTER && type != U_SB_NUMERIC) {
      break;
    }
  }
  next.word = text.substr(offset, end - offset);
  next.stopped = end < text.size() && (text[end] == '.' || text[end] == '-');
  return next;
}

bool is_one_capital(std::string_view word) {
  std::size_t end = 0;
  return !word.empty() && take(word, end) == U_SB_UPPER && end == word.size();
}

bool is_in_capitals(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    if (take(word, at) == U_SB_LOWER) return false;
  }
  return word.size() > 1;
}

bool is_number(std::string_view word) {
  if (word.empty() || word == "I") return false;
  return is_ascii_digit(word[0]) || word.find_first_not_of("IVXLC") == std::string_view::npos;
}

// Not "A.", which is an initial, nor "After-tax".
bool opens_sentence(const Next& next) {
  return !next.stopped && (roles_of(next.word) & opener) != 0;
}

// "MR" as "Mr", "Plan" as "plan".
std::string with_small_letters(std::string_view word, std::size_t from) {
  std::string small(word);
  for (std::size_t i = from; i < small.size(); ++i) {
    if (small[i] >= 'A' && small[i] <= 'Z') small[i] = static_cast<char>(small[i] - 'A' + 'a');
  }
  return small;
}

// Of the word itself, of "z. B." as of "z.B.", and where all is in capitals of "MR" as of "Mr".
unsigned abbreviation_roles(std::string_view previous, std::string_view word, const Next& next) {
  constexpr std::size_t longest_part = 6;
  unsigned roles = 0;
  if (previous.ends_with('.') && word.size() <= longest_part) {
    roles = roles_of(std::string(previous) += word) & abbreviation;
  }
  if (roles == 0) roles = roles_of(word) & abbreviation;
  const bool in_capitals =
      is_in_capitals(word) && (is_number(next.word) || is_in_capitals(next.word));
  return roles == 0 && in_capitals ? roles_of(with_small_letters(word, 1)) & abbreviation : roles;
}

bool goes_on_behind(unsigned roles, const Next& next) {
  const unsigned next_roles = roles_of(next.word);
  if ((roles & inner) != 0) return true;
  if ((roles & numbered) != 0) return is_number(next.word);
  if ((roles & title) != 0) return !opens_sentence(next);
  if ((roles & last) != 0 || next.quoted) return false;
  if ((roles & hour) != 0) return (next_roles & day) != 0 || is_in_capitals(next.word);
  return !opens_sentence(next) && (next_roles & article) == 0;
}

bool goes_on_behind_initial(std::string_view previous, std::string_view word, const Next& next) {
  const Class type = peek(next.word, 0);
  const bool of_year = type == U_SB_NUMERIC && next.enclosed;  // Darwin, C. (1859)
  if ((type != U_SB_UPPER && !of_year) || opens_sentence(next)) return false;
  if (previous.empty() || previous.ends_with('.')) return true;
  const bool by_compass = std::string_view("NSEW").find(word) != std::string_view::npos;
  if (word == "I" || (is_ascii_digit(previous.back()) && !by_compass)) return false;  // 20 C.
  return ((roles_of(previous) | roles_of(with_small_letters(previous, 0))) & label) == 0;
}

// "U.S", "z.B": its last letter stands alone.
bool is_dotted(std::string_view word) {
  const std::size_t dot = word.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || word[dot - 1] == '.') return false;
  std::size_t end = dot + 1;
  if (end == word.size()) return false;
  const Class type = take(word, end);
  return (type == U_SB_UPPER || type == U_SB_LOWER) && end == word.size();
}

// "3. Oktober", "19./20. Jahrhundert".
bool is_ordinal(std::string_view word) {
  const std::size_t digits = word.size() - (word.find_last_of("/.") + 1);
  return word.find_first_not_of("0123456789./") == std::string_view::npos && digits <= 2;
}

// Whether the text from `begin` to `end` stops at an abbreviation rather than at its own end.
bool ends_in_abbreviation(std::string_view text, std::size_t begin, std::size_t end) {
  const std::size_t stop = without_spaces(text, begin, end);
  if (stop == begin || end == text.size() || text[stop - 1] != '.') return false;
  if (stop == end) return text[end] == '/';  // Mr./Mrs. Smith
  const std::string_view word = word_before(text, begin, stop - 1);
  if (word.empty()) return false;
  const std::size_t start = stop - 1 - word.size();
  const std::string_view previous = word_before(text, begin, without_spaces(text, begin, start));
  const Next next = next_word(text, end);
  const unsigned roles = abbreviation_roles(previous, word, next);
  if (roles != 0) return goes_on_behind(roles, next);
  if (is_one_capital(word)) return goes_on_behind_initial(previous, word, next);
  if (is_dotted(word)) return goes_on_behind(trailing, next);
  if (is_ordinal(word)) return (roles_of(next.word) & counted) != 0;
  // The first half of "z. B."
  return next.stopped && (roles_of((std::string(word) += '.') += next.word) & abbreviation) != 0;
}

}  // namespace

std::size_t sentence_end_by_rules(std::string_view text, std::size_t begin) {
  for (std::size_t offset = begin; offset < text.size();) {
    if (is_dull(text[offset])) {
      ++offset;
      continue;
    }
    const std::size_t start = offset;
    const Class type = take(text, offset);
    if (ends_paragraph(type)) {  // rules SB3 and SB4
      if (type == U_SB_CR && offset < text.size() && text[offset] == '\n') ++offset;
      return offset;
    }
    if (!is_terminator(type)) continue;
    if (type == U_SB_ATERM) {
      const Class next = peek(text, offset);
      if (next == U_SB_NUMERIC) continue;                                     // rule SB6
      if (next == U_SB_UPPER && letter_before(text, begin, start)) continue;  // rule SB7
    }
    skip_all(text, offset, U_SB_CLOSE);
    skip_all(text, offset, U_SB_SP);
    if (offset == text.size()) break;
    const Class next = peek(text, offset);
    if (type == U_SB_ATERM && lower_case_follows(text, offset)) continue;  // rule SB8
    if (next == U_SB_SCONTINUE || is_terminator(next)) continue;           // rule SB8a
    if (!ends_paragraph(next)) return offset;                              // rules SB9 to SB11
  }
  return text.size();
}

std::size_t sentence_end(std::string_view text, std::size_t begin) {
  std::size_t end = sentence_end_by_rules(text, begin);
  while (end < text.size() && ends_in_abbreviation(text, begin, end)) {
    end = sentence_end_by_rules(text, end);
  }
  return end;
}

}  // namespace backfile
