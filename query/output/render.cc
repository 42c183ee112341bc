// Escapes for HTML, and writes the lines of values that programs read.
#include "query/output/render.h"

#include <array>
#include <cstdio>

#include "query/output/characters.h"
#include "query/snippet/shown_title.h"

namespace backfile {
namespace {

std::string_view entity_of(char32_t code) {
  switch (code) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return "";
  }
}

constexpr std::string_view ellipsis = "…";

// Whether it ends with an ellipsis, its own or the article's; a second one would add nothing.
bool ends_with_ellipsis(std::string_view text) {
  return text.ends_with(ellipsis) || text.ends_with("...");
}

// A value that neither ends its field nor its line.
std::string one_field(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    at += character.length;
    if (is_line_space(character.code)) {
      out += ' ';
    } else if (is_shown(character.code)) {
      out += character.bytes;
    }
  }
  return out;
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    at += character.length;
    if (const std::string_view entity = entity_of(character.code); !entity.empty()) {
      out += entity;
    } else if (is_shown(character.code) || character.code == '\n' || character.code == '\t') {
      out += character.bytes;
    }
  }
  return out;
}

std::string to_html(const Snippet& snippet) {
  std::string out;
  split_at_marks(
      snippet, [&](std::string_view plain) { out += escape_html(plain); },
      [&](std::string_view marked) { out += "<mark>" + escape_html(marked) + "</mark>"; });
  return out;
}

std::string_view name_of_field(const Snippet& snippet) {
  if (snippet.field == "caption") return "Caption";
  return snippet.field == "subtitle" && !snippet.marks.empty() ? "Subtitle" : "";
}

Snippet shown_behind(const Snippet& before, Snippet passage) {
  if (!ends_with_ellipsis(before.text) || !passage.text.starts_with(ellipsis)) return passage;
  std::size_t length = ellipsis.size();
  if (passage.text.substr(length).starts_with(' ')) ++length;
  if (!passage.marks.empty() && passage.marks.front().begin < length) return passage;
  passage.text.erase(0, length);
  for (Range& mark : passage.marks) {
    mark.begin -= static_cast<std::uint32_t>(length);
    mark.end -= static_cast<std::uint32_t>(length);
  }
  return passage;
}

bool needs_gap(const Snippet& before, const Snippet& passage) {
  return !passage.follows && !ends_with_ellipsis(before.text) &&
         !passage.text.starts_with(ellipsis);
}

std::string to_tsv(const Answer& answer, Header header) {
  std::string out;
  if (header == Header::shown) out = "rank\tscore\tpublished\tkey\ttitle\turl\n";
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    const Hit& hit = answer.hits[i];
    std::array<char, 32> score{};
    std::snprintf(score.data(), score.size(), "%.4f", hit.score);
    out += std::to_string(answer.offset + i + 1) + '\t' + score.data();
    const std::string title = shown_title(hit.article);
    for (const std::string* value : {&hit.article.published, &hit.key, &title, &hit.article.url}) {
      out += '\t' + one_field(*value);
    }
    out += '\n';
  }
  return out;
}

}  // namespace backfile
