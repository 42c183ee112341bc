// Gathers facts of an index and lays them out.
#include "indexer/index/stats.h"

#include <xapian.h>
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/article/date.h"
#include "indexer/base/disk.h"
#include "indexer/base/figures.h"
#include "indexer/forward/forward_index.h"
#include "indexer/index/generation.h"
#include "indexer/index/schema.h"
#include "indexer/index/stored_article.h"
#include "indexer/text/language.h"
#include "indexer/text/stem.h"

namespace backfile {
namespace {

constexpr std::uint64_t small_text = 1'000'000;  // bytes; says nothing of the size of an index

namespace fs = std::filesystem;
using nlohmann::ordered_json;

// What the tables of a Xapian database and the files beside it hold, for people.
std::string_view meaning(std::string_view table) {
  if (table == "postlist") return "which articles have a word";
  if (table == "catalogue") return "what is known of each article";
  if (table == "codes") return "the articles, word by word";
  if (table == "lexicon") return "every word as written";
  if (table == "rare") return "which rare word stands where";
  if (table == "separators") return "what stands between words";
  if (table == "offsets") return "where each article begins";
  if (table == "columns") return "days, sections, authors and other values of each article";
  if (table == "facts") return "what tells whether an article has changed";
  return "";
}

std::string day_text(PackedDay packed) {
  if (packed == 0) return "";
  const std::string digits = std::to_string(packed + 100'000'000);  // keeps leading zeros
  std::string text = digits.substr(1, 4);
  if (digits.substr(5, 2) != "00") text += "-" + digits.substr(5, 2);
  if (digits.substr(7, 2) != "00") text += "-" + digits.substr(7, 2);
  return text;
}

std::string dates_text(const Stats& stats) {
  if (stats.first_day.empty()) return "none of the articles is dated";
  const std::string dates = stats.first_day + " to " + stats.last_day;
  return stats.undated == 0 ? dates : dates + ", " + with_commas(stats.undated) + " undated";
}

Counts forms_by_language(const Lexicon& lexicon) {
  Counts counts;
  for (FormId form = first_form; form < lexicon.end_form(); ++form) {
    ++counts[std::string(lexicon.language(form))];
  }
  return counts;
}

Stats gather(const fs::path& index, const fs::path& generation) {
  Stats stats;
  stats.index = index.string();
  stats.manifest = read_manifest(generation);
  stats.stems_changed = stats.manifest.stems != Stemmer::fingerprint();
  stats.bytes = bytes_below(generation);
  for (const fs::directory_entry& entry : fs::directory_iterator(database_of(generation))) {
    if (entry.path().extension() == ".glass") stats.tables[entry.path().stem()] = entry.file_size();
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(forward_of(generation))) {
    stats.forward[entry.path().filename()] = entry.file_size();
  }
  const ForwardIndex forward = open_forward(generation);
  stats.forms = forms_by_language(forward.lexicon());
  const Xapian::Database database(database_of(generation).string());
  const auto columns = open_columns(generation, database, forward);
  stats.columns = columns->bytes();
  stats.catalogue = open_catalogue(generation, forward)->file().size();
  for (const fs::directory_entry& entry : fs::directory_iterator(index / "generations")) {
    stats.generations += entry.is_directory() ? 1 : 0;
  }
  const ColumnFacts& facts = columns->facts();
  stats.undated = facts.articles - std::min(facts.articles, facts.dated);
  stats.first_day = day_text(facts.first_day);
  stats.last_day = day_text(facts.last_day);
  return stats;
}

}  // namespace

Stats read_stats(const fs::path& index) {
  const fs::path generation = current_generation(index);
  try {
    return gather(index, generation);
  } catch (const Xapian::Error& error) {
    throw unreadable_database(generation, error.get_msg());
  }
}

std::string languages_text(const Counts& by_code) {
  std::string text;
  for (const auto& [code, count] : most_first(by_code)) {
    if (!text.empty()) text += ", ";
    text += (code.empty() ? "unknown" : language_name(code)) + " " + with_commas(count);
  }
  return text;
}

std::string size_of_index(std::uint64_t bytes, std::uint64_t text_bytes) {
  if (text_bytes < small_text) return in_bytes(bytes);
  return in_bytes(bytes) + ", " + times(bytes, text_bytes) + " the text";
}

std::string to_text(const Stats& stats) {
  const Manifest& manifest = stats.manifest;
  LabelledLines lines;
  lines.add("index", stats.index);
  lines.add("generation",
            manifest.generation + ", " + counted(stats.generations, "generation") + " kept");
  lines.add("built", manifest.built_at + " by backfile " + manifest.program);
  for (const std::string& source : manifest.sources) lines.add("source", source);
  lines.add("articles", with_commas(manifest.documents));
  lines.add("rejected", with_commas(manifest.rejected));
  lines.add("dates", dates_text(stats));
  lines.add("languages", languages_text(manifest.languages));
  lines.add("words", languages_text(stats.forms));
  lines.add("text", in_bytes(manifest.text_bytes));
  lines.add("on disk", size_of_index(stats.bytes, manifest.text_bytes) + "; of these");
  Counts files = stats.tables;
  files.insert(stats.forward.begin(), stats.forward.end());
  files["columns"] = stats.columns;
  files["catalogue"] = stats.catalogue;
  for (const auto& [table, bytes] : most_first(files)) {
    std::string line = in_bytes(bytes);
    line.resize(std::max<std::size_t>(line.size(), 9), ' ');
    if (manifest.text_bytes >= small_text) line += " " + times(bytes, manifest.text_bytes) + " ";
    line += " " + table;
    if (!meaning(table).empty()) line += ": " + std::string(meaning(table));
    lines.add("", line);
  }
  if (stats.stems_changed) {
    lines.add("warning", "the stemmer has changed since; run `backfile index` again");
  }
  return lines.text();
}

std::string to_json(const Stats& stats) {
  const Manifest& manifest = stats.manifest;
  const auto or_null = [](const std::string& text) {
    return text.empty() ? ordered_json(nullptr) : ordered_json(text);
  };
  const ordered_json object = {{"index", stats.index},
                               {"generation", manifest.generation},
                               {"generations", stats.generations},
                               {"built_at", manifest.built_at},
                               {"program", manifest.program},
                               {"schema", manifest.schema},
                               {"analyzer", manifest.analyzer},
                               {"stems", manifest.stems},
                               {"stems_changed", stats.stems_changed},
                               {"sources", manifest.sources},
                               {"articles", manifest.documents},
                               {"rejected", manifest.rejected},
                               {"first_day", or_null(stats.first_day)},
                               {"last_day", or_null(stats.last_day)},
                               {"undated", stats.undated},
                               {"languages", manifest.languages},
                               {"text_bytes", manifest.text_bytes},
                               {"index_bytes", stats.bytes},
                               {"tables", stats.tables},
                               {"forward", stats.forward},
                               {"columns", stats.columns},
                               {"catalogue", stats.catalogue},
                               {"forms", stats.forms}};
  return object.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace backfile
