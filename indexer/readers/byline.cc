// Splits bylines into names: connectives, titles and places taken off.
#include "indexer/readers/byline.h"

#include <algorithm>
#include <array>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

constexpr std::array openings = {
    "written by ", "posted by ", "reported by ", "by ",    "by: ",  "author: ", "authors: ", "von ",
    "par ",        "por ",       "texte: ",      "text: ", "door ", "av ",      "автор: ",
};
// Between two names; each side must be a name of two words for the line to be cut there.
constexpr std::array conjunctions = {
    " and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " with ", " и ",
};
// Behind a comma these belong to the name before it.
constexpr std::array suffixes = {"jr", "sr", "ii", "iii", "iv", "phd", "md", "esq", "mp"};

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return result;
}

bool is_full_name(std::string_view name) {
  return name.find(' ') != std::string_view::npos;
}

bool is_suffix(std::string_view part) {
  std::string plain = lower(part);
  std::erase(plain, '.');
  return std::ranges::find(suffixes, plain) != suffixes.end();
}

// Addresses are no part of a name: "Jane Doe (https://...)", "Jane Doe <jane@...>".
std::string without_address(std::string line) {
  for (const std::string_view opening : {" (http", " <", " [mailto"}) {
    line.erase(std::min(line.find(opening), line.size()));
  }
  return line;
}

std::string without_opening(std::string line) {
  const std::string plain = lower(line);
  for (const std::string_view opening : openings) {
    if (plain.starts_with(opening)) return tidy_line(std::string_view(line).substr(opening.size()));
  }
  return line;
}

std::vector<std::string> split_at(std::string_view line, std::string_view separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(separator, at), line.size());
    parts.push_back(tidy_line(line.substr(at, end - at)));
    at = end + separator.size();
  }
  std::erase_if(parts, [](const std::string& part) { return part.empty(); });
  return parts;
}

std::vector<std::string> split_at_conjunctions(std::string name) {
  std::vector<std::string> names{std::move(name)};
  for (const std::string_view conjunction : conjunctions) {
    std::vector<std::string> split;
    for (const std::string& whole : names) {
      std::vector<std::string> parts = split_at(whole, conjunction);
      if (!std::ranges::all_of(parts, is_full_name)) parts = {whole};
      split.insert(split.end(), parts.begin(), parts.end());
    }
    names = std::move(split);
  }
  return names;
}

// "Jane Doe, Reuters" is Jane; "Doe, Jane" and "King, Jr." stay whole.
std::vector<std::string> split_at_commas(const std::string& line) {
  std::vector<std::string> parts = split_at(line, ",");
  if (parts.empty() || !is_full_name(parts.front())) return {line};
  std::vector<std::string> names;
  for (const std::string& part : parts) {
    if (is_suffix(part) && !names.empty()) {
      names.back() += ", " + part;
    } else if (is_full_name(part)) {
      names.push_back(part.starts_with("and ") ? part.substr(4) : part);
    }
  }
  return names;
}

}  // namespace

std::vector<std::string> split_byline(std::string_view line) {
  std::vector<std::string> names;
  const std::string plain = without_opening(without_address(tidy_line(line)));
  for (const std::string& part : split_at(plain, ";")) {
    for (const std::string& name : split_at_commas(part)) {
      for (const std::string& one : split_at_conjunctions(name)) names.push_back(one);
    }
  }
  return names;
}

}  // namespace backfile
