// Writes archives, runs the builder on them, and prints documents of the index as text.
#include "tests/indexer/build/built_index.h"

#include <xapian.h>

#include <algorithm>
#include <optional>

#include "indexer/base/checksum.h"
#include "indexer/forward/forward_index.h"
#include "indexer/index/generation.h"
#include "indexer/index/stem_terms.h"
#include "indexer/index/stored_article.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;

std::string positions_text(const Xapian::Database& database, Xapian::docid docid,
                           const std::string& term) {
  std::string text;
  for (auto position = database.positionlist_begin(docid, term);
       position != database.positionlist_end(docid, term); ++position) {
    text += " " + std::to_string(*position);
  }
  return text;
}

std::string sentence(int number) {
  static const char* const words[] = {"storm", "harbour", "council", "résumé",  "NATO",  "bridge",
                                      "vote",  "river",   "Köln",    "the",     "and",   "2019",
                                      "flood", "ferries", "rebuilt", "markets", "3,500", "won't"};
  std::string text;
  for (int i = 0; i < 12; ++i) {
    text += std::string(text.empty() ? "" : " ") +
            words[static_cast<std::size_t>(number * 7 + i * i * 5 + i) % std::size(words)];
  }
  return text + ".";
}

// "dbbz": no two numbers have the same, and it is no number, which boilerplate's would be taken
// for.
std::string name_of(int number) {
  std::string name;
  for (; number > 0; number /= 7) name += static_cast<char>('b' + number % 7);
  return name + "z";
}

// Banner, story and licence as a scraper leaves them.
std::string scraped_page(int number) {
  std::string page =
      "THE LANTERN\nHome News Sport\n\nThe scraped " + name_of(number) + " story\n\n";
  for (int i = 0; i < 6; ++i) {
    page += "In " + name_of(number * 6 + i) + ": " + sentence(number + i) + "\n\n";
  }
  return page + "All rights reserved by The Lantern.\n";
}

std::string postings_text(const Xapian::Database& database, const std::string& term) {
  std::string text;
  for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term);
       ++posting) {
    text += "  " + std::to_string(*posting) + " wdf " + std::to_string(posting.get_wdf()) + " at" +
            positions_text(database, *posting, term) + "\n";
  }
  return text;
}

std::optional<std::string> word_of_stem(const Lexicon& lexicon, const std::string& term) {
  const std::size_t colon = term.find(':');
  if (!term.starts_with('Z') || colon == std::string::npos) return std::nullopt;
  return lone_word_term(lexicon, term.substr(1, colon - 1), term.substr(colon + 1));
}

}  // namespace

BuildReport BuiltIndex::build(BuildOptions options) const {
  if (options.sources.empty()) options.sources = {articles().string()};
  options.index = index().string();
  return backfile::build(options);
}

fs::path BuiltIndex::generation() const {
  return current_generation(index());
}

std::vector<std::string> BuiltIndex::ids() const {
  std::vector<std::string> ids;
  for (const Article& article : stored()) ids.push_back(article.id);
  return ids;
}

std::vector<Article> BuiltIndex::stored() const {
  const ForwardIndex forward(forward_of(generation()));
  const Catalogue catalogue(generation(), forward);
  std::vector<Article> articles;
  for (std::uint32_t docid = 1; docid <= forward.size(); ++docid) {
    articles.push_back(stored_article(catalogue, forward, docid));
  }
  return articles;
}

std::string BuiltIndex::dump() const {
  const Xapian::Database opened(database().string());
  const ForwardIndex forward(forward_of(generation()));
  const Catalogue catalogue(generation(), forward);
  std::string text;
  for (auto term = opened.allterms_begin(); term != opened.allterms_end(); ++term) {
    const std::string postings = postings_text(opened, *term);
    // Whether a stem has postings that are those of its only word is up to the builder.
    const std::optional<std::string> word = word_of_stem(forward.lexicon(), *term);
    if (!word || postings_text(opened, *word) != postings) text += *term + ":\n" + postings;
  }
  for (auto posting = opened.postlist_begin(""); posting != opened.postlist_end(""); ++posting) {
    text += "document " + std::to_string(*posting) + " of length " +
            std::to_string(opened.get_doclength(*posting)) + "\n";
    text += "  " + to_json_line(stored_article(catalogue, forward, *posting)) + "\n";
  }
  return text + "columns " + std::to_string(checksum(contents_of(generation() / "columns"))) + "\n";
}

std::vector<std::string> BuiltIndex::names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename());
  }
  std::sort(names.begin(), names.end());
  return names;
}

void write_mixed_archive(const BuiltIndex& built, int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    const std::string year = std::to_string(2000 + i % 20);
    const std::string body = sentence(i) + " " + sentence(i + 1);
    switch (i % 5) {
      case 0:
        built.write("notes/" + number + ".md", "---\ntitle: Note " + number + "\ndate: " + year +
                                                   "-03-0" + std::to_string(1 + i % 9) +
                                                   "\ntags: [flood, Köln]\n---\n\n" + body + "\n");
        break;
      case 1:
        built.write("pages/" + number + ".html",
                    "<html><head><title>Page " + number +
                        "</title></head><body><article><h1>Page " + number + "</h1><p>" + body +
                        "</p><p>" + sentence(i + 2) + "</p></article></body></html>");
        break;
      case 2:
        built.write("scraped/" + number + ".txt", scraped_page(i));
        break;
      default:
        lines +=
            "{\"id\": \"line-" + std::to_string(i % 40) + "\", \"title\": \"Line " + number +
            "\", \"body\": \"" + body + "\", \"author\": [\"Ada Tew\"], \"section\": \"City\"" +
            (i % 3 == 0 ? "" : ", \"published\": \"" + year + "-1" + std::to_string(i % 3) + "\"") +
            "}\n";
    }
  }
  built.write("lines.jsonl", lines);
}

}  // namespace backfile
