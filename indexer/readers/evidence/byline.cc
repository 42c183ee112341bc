// Finds the names in a byline.
//
// The line is cut into parts, each with a role: "Text: A. Foto: B" has two. A part of a writer is a
// list of names, of which everything that is no name is taken off.
#include "indexer/readers/evidence/byline.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "indexer/article/date_words.h"
#include "indexer/base/lists.h"
#include "indexer/readers/evidence/byline_asides.h"
#include "indexer/readers/evidence/byline_names.h"
#include "indexer/readers/evidence/byline_text.h"
#include "indexer/readers/evidence/byline_words.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::size_t longest_line = 1000;  // bytes

bool is(BylineWord kind, std::string_view folded) {
  return is_byline_word(kind, folded);
}

// A part of the line that somebody had a role in.
struct Part {
  BylineWords words;
  bool writer = true;
  bool marked = false;  // the line says so
  bool listed = false;  // behind ';' or '/': perhaps one more name
};

// Signs of East Asian lines as those of others; colons parted from what they stand behind.
std::string plain_signs(std::string_view line) {
  std::string text(line);
  for (const auto& [from, to] :
       {std::pair{"：", ": "}, {"＝", ": "}, {"、", ", "},   {"，", ", "},   {"；", "; "},
        {"／", " / "},         {"（", " ("}, {"）", ") "},   {"【", " "},    {"】", " "},
        {"［", " "},           {"］", " "},  {"[", " "},     {"]", " "},     {"　", " "},
        {" :", ":"},           {"•", " | "}, {" · ", " | "}, {" ∙ ", " | "}, {" ⋅ ", " | "},
        {"»", " | "}}) {
    replace_all(text, from, to);
  }
  // "김하늘·박도윤 기자"
  for (std::size_t at = text.find("·"); at != text.npos; at = text.find("·", at + 1)) {
    if (at + 2 < text.size() && is_without_case(std::string_view(text).substr(at + 2)))
      text.replace(at, 2, ", ");
  }
  // "(avec Jane Doe)"
  for (std::size_t at = text.find('('); at != text.npos; at = text.find('(', at + 1)) {
    const std::size_t space = text.find(' ', at), end = text.find(')', at);
    if (end == text.npos || space > end) continue;
    if (!is(BylineWord::conjunction,
            byline_key(std::string_view(text).substr(at + 1, space - at - 1))))
      continue;
    text.erase(end, 1);
    text.erase(at, 1);
  }
  return tidy_line(text);
}

// Addresses, accounts and handles are no part of a name. "jane@doe.example (Jane Doe)" is Jane.
std::string without_addresses(const std::string& line) {
  BylineWords kept;
  for (std::string& word : split_at(line, " ")) {
    const bool address = word.find('@') != word.npos || word.starts_with("http") ||
                         word.starts_with("(http") || word.starts_with("mailto:") ||
                         word.starts_with("www.");
    if (!address) {
      kept.push_back(std::move(word));
    } else if (word.ends_with(',') && !kept.empty()) {
      kept.back() += ',';
    }
  }
  std::string text = joined(kept, " ");
  if (text.starts_with('(') && text.find(')') == text.size() - 1)
    text = text.substr(1, text.size() - 2);
  return text;
}

// "smith,k.j." as "smith, k.j.".
std::string with_spaces_behind_commas(std::string text) {
  for (std::size_t at = text.find(','); at != text.npos; at = text.find(',', at + 1)) {
    const char next = at + 1 < text.size() ? static_cast<char>(text[at + 1] | 0x20) : ' ';
    if (next >= 'a' && next <= 'z') text.insert(at + 1, " ");
  }
  return text;
}

// What names are looked for in.
std::string plain_byline(std::string_view line) {
  return without_asides(without_addresses(with_spaces_behind_commas(plain_signs(tidy_line(line)))));
}

// "Enviado por", "Inviato da": submitted by, where the verb alone may be a correspondent.
bool is_sent_by(const BylineWords& words, std::size_t at) {
  static constexpr std::array verbs = {"enviado", "enviada", "inviato", "inviata"};
  if (at + 2 >= words.size() || std::ranges::find(verbs, byline_key(words[at])) == verbs.end())
    return false;
  const std::string next = byline_key(words[at + 1]);
  return next == "por" || next == "da";
}

bool opens_name(const std::string& word) {
  return !word.empty() && !(word.front() >= 'a' && word.front() <= 'z');
}

// "Opracowała Anna Bell", "Fot. Jan Bell": in Slavic papers a role stands right before a name.
bool stands_before_name(const BylineWords& words, std::size_t at) {
  static constexpr std::array roles = {
      "opracował",  "opracowała",  "opracowali",  "opracowały",  "oprac",        "opracowanie",
      "napisał",    "napisała",    "napisali",    "przygotował", "przygotowała", "przygotowali",
      "rozmawiał",  "rozmawiała",  "rozmawiali",  "zebrał",      "zebrała",      "fot",
      "zdj",        "připravil",   "připravila",  "připravili",  "napsal",       "napsala",
      "подготовил", "подготовила", "подготовили", "написал",     "написала",     "беседовал",
      "беседовала", "підготував",  "підготувала", "підготували"};
  static const std::vector<std::string> folded = [] {
    std::vector<std::string> made;
    for (const std::string_view role : roles) made.push_back(fold(role).term);
    return made;
  }();
  return at + 1 < words.size() && opens_name(words[at + 1]) &&
         std::ranges::find(folded, byline_key(words[at])) != folded.end();
}

// "Van Driest, E. R.", "de la Cruz, M.": no preposition but the beginning of a surname.
bool leads_to_surname(const BylineWords& words, std::size_t at) {
  const std::size_t last = std::min(at + 4, words.size());
  std::size_t name = at + 1;
  while (name < last && !opens_name(words[name]) && !words[name].ends_with(',')) ++name;
  return name + 1 < words.size() && words[name].ends_with(',') && are_initials(words[name + 1]);
}

// "Photo credit:", "Credit:": of a picture.
bool is_credit(std::string_view key) {
  return key == "credit" || key == "credits";
}

// A role and how many words it takes, from `at` on: "Words and pictures by", "Text:", "By".
struct Role {
  std::size_t words = 0;
  bool writer = true;
};
std::optional<Role> role_at(const BylineWords& words, std::size_t at, bool opens) {
  if (opens && is_sent_by(words, at)) return Role{2, true};
  if (opens && stands_before_name(words, at))
    return Role{1, !is(BylineWord::other_role, byline_key(words[at]))};
  bool writer = false, other = false;
  std::size_t end = at;
  constexpr std::size_t longest = 6;
  for (; end < words.size() && end < at + longest; ++end) {
    const std::string key = byline_key(words[end]);
    bool known = false;
    // 取材・文, 글·사진: several in one word.
    std::string rest = words[end];
    replace_all(rest, "・", " ");
    replace_all(rest, "·", " ");
    replace_all(rest, "/", " ");
    for (const std::string& one : split_at(rest, " ")) {
      const std::string name = byline_key(one);
      if (is_credit(name)) other = known = true;
      if (is(BylineWord::writer, name)) writer = known = true;
      if (is(BylineWord::other_role, name)) other = known = true;
    }
    const bool colon = words[end].ends_with(':');
    if (known && colon) return Role{end + 1 - at, writer};
    if (known) continue;
    const bool by = is(BylineWord::by, key);
    const bool plain_by = by && end == at && (opens || key == "by") && !words[end].ends_with(',') &&
                          !leads_to_surname(words, end);
    if (plain_by) return Role{1, true};
    if (by && (writer || other)) return Role{end + 1 - at, writer};
    const bool joins = is(BylineWord::conjunction, key) && (writer || other);
    // "Ein Gastbeitrag von", "Medically reviewed by", "Additional reporting by"
    const bool leads =
        opens && end < at + 2 && !writer && !other && !colon && words.size() > end + 2;
    if (!joins && !leads) break;
  }
  return std::nullopt;
}

// "J." and "Dr." end no sentence.
bool ends_sentence(const std::string& word) {
  constexpr std::size_t shortest = 4;
  return word.ends_with('.') && word.size() > shortest &&
         !is(BylineWord::title, byline_key(word)) && !is(BylineWord::degree, byline_key(word)) &&
         !is(BylineWord::suffix, byline_key(word)) && word.find('.') == word.size() - 1;
}

std::vector<Part> parts_of(const BylineWords& words) {
  std::vector<Part> parts(1);
  bool opens = true;
  for (std::size_t at = 0; at < words.size();) {
    const std::string& word = words[at];
    const bool bar = word == "|" || word == "-" || word == "–" || word == "—" || word == "/";
    if (bar) {
      parts.push_back({{}, true, false, word == "/"});
      opens = true;
      ++at;
      continue;
    }
    if (const std::optional<Role> role = role_at(words, at, opens)) {
      if (!parts.back().words.empty() || parts.back().marked) parts.emplace_back();
      parts.back().writer = role->writer;
      parts.back().marked = true;
      at += role->words;
      opens = false;
      continue;
    }
    parts.back().words.push_back(word);
    opens = word.ends_with(';') || ends_sentence(word);
    if (opens) {
      parts.back().words.back().pop_back();
      parts.push_back({{}, true, false, word.ends_with(';')});
    }
    ++at;
  }
  return parts;
}

// One word with figures in it: "CC7567", "5f1e0d2c".
bool is_account(const std::string& name) {
  return name.find(' ') == name.npos && name.find_first_of("0123456789") != name.npos &&
         !is_without_case(name);
}

// "DUNSK (Lowmark Wire) -" begins a story and names nobody.
bool is_dateline(const std::string& line) {
  return line.ends_with(") -") || line.ends_with(") –") || line.ends_with(") —");
}

}  // namespace

std::vector<std::string> split_byline(std::string_view line) {
  std::vector<std::string> names;
  if (line.size() > longest_line) return names;
  const std::string text = plain_byline(line);
  if (text.empty() || is_dateline(text)) return names;
  BylineWords words = split_at(text, " ");
  // 本报记者 李晓岚 王晨雨: a job, then names parted by spaces.
  const bool reporters = is_without_case(words.front()) &&
                         (words.front().ends_with("记者") || words.front().ends_with("通讯员"));
  if (reporters) {
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (!words[i].ends_with(',')) words[i] += ',';
    }
  }
  bool first = true;
  for (const Part& part : parts_of(words)) {
    if (part.words.empty()) continue;
    if (part.writer && (first || part.marked || part.listed)) read_names(part.words, names);
    if (part.writer) first = false;
  }
  return names;
}

bool says_who_wrote(std::string_view line) {
  if (line.size() > longest_line) return false;
  const std::string text = plain_byline(line);
  if (text.empty() || is_dateline(text)) return false;
  const BylineWords words = split_at(text, " ");
  const auto is_reporter = [](const std::string& word) {
    return is_without_case(word) && is(BylineWord::job, byline_key(word));
  };
  if (words.size() > 1 && (is_reporter(words.back()) || is_reporter(words.front()))) return true;
  return std::ranges::any_of(parts_of(words), [](const Part& part) {
    return part.marked && part.writer && !part.words.empty();
  });
}

// "Agent 47": a small number behind what is declared is part of the name, unless it is of a date.
static bool has_number_in_name(const BylineWords& words) {
  constexpr std::size_t most_words = 4, most_digits = 3;
  if (words.size() < 2 || words.size() > most_words || names_nobody(words)) return false;
  const auto has_digit = [](const std::string& word) {
    return word.find_first_of("0123456789") != word.npos;
  };
  const std::string& number = words.back();
  if (number.size() > most_digits || number.find_first_not_of("0123456789") != number.npos)
    return false;
  if (std::any_of(words.begin(), words.end() - 1, has_digit)) return false;
  return std::none_of(words.begin(), words.end() - 1, [](const std::string& word) {
    const std::string key = byline_key(word);
    return word.ends_with(',') || month_named(key) || is_weekday(key) || is_date_filler(key) ||
           is(BylineWord::by, key) || is(BylineWord::job, key) || is(BylineWord::writer, key);
  });
}

// "Ferrier, Maud, 1880-1944", "Ferrier, Maud, 1880-": how catalogues tell people of one name apart.
// Empty for any other line.
static std::string name_in_catalogue(const std::string& line) {
  const std::size_t given = line.find(", "), years = line.rfind(", ");
  if (given == line.npos || years <= given || line.find(", ", given + 2) != years) return {};
  std::string_view life = std::string_view(line).substr(years + 2);
  if (life.ends_with('.')) life.remove_suffix(1);
  const auto is_year = [](std::string_view year) {
    return year.size() == 4 && year.find_first_not_of("0123456789") == year.npos;
  };
  const std::size_t dash = life.find('-');
  if (dash == life.npos || !is_year(life.substr(0, dash))) return {};
  if (dash + 1 < life.size() && !is_year(life.substr(dash + 1))) return {};
  return line.substr(given + 2, years - given - 2) + ' ' + line.substr(0, given);
}

std::vector<std::string> declared_authors(std::string_view value) {
  if (value.size() <= longest_line) {
    const std::string line = tidy_line(value);
    if (std::string name = name_in_catalogue(line); !name.empty()) return {std::move(name)};
    if (has_number_in_name(split_at(line, " "))) return {line};
  }
  std::vector<std::string> names = split_byline(value);
  std::erase_if(names, is_account);
  if (!names.empty() || is_account(tidy_line(value)) || value.size() > longest_line) return names;
  const std::string text = plain_byline(value);
  BylineWords words = split_at(text, " ");
  if (words.size() > 1 && byline_key(words.front()) == "by") words.erase(words.begin());
  if (names_job_alone(words)) return names;
  const bool other = std::ranges::any_of(words, [](const std::string& word) {
    return is(BylineWord::other_role, byline_key(word)) || is_credit(byline_key(word));
  });
  if (!words.empty() && !other && !is_dateline(text) && !names_nobody(words))
    names = {joined(words, " ")};
  return names;
}

}  // namespace backfile
