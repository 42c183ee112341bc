#include "tests/indexer/build/glass/database_dump.h"

#include <algorithm>
#include <sstream>

namespace backfile {
namespace {

namespace fs = std::filesystem;

template <class... Parts>
std::string line(const Parts&... parts) {
  std::ostringstream out;
  ((out << parts << ' '), ...);
  return out.str();
}

void dump_numbers(const Xapian::Database& database, std::vector<std::string>& lines) {
  lines.push_back(line("documents", database.get_doccount(), "last", database.get_lastdocid()));
  lines.push_back(line("lengths", database.get_total_length(), database.get_avlength(),
                       database.get_doclength_lower_bound(), database.get_doclength_upper_bound()));
  lines.push_back(line("positions", database.has_positions()));
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key) {
    lines.push_back(line("metadata", *key, database.get_metadata(*key)));
  }
  for (Xapian::valueno slot = 0; slot < 3; ++slot) {
    lines.push_back(line("values", database.get_value_freq(slot)));
  }
}

void dump_documents(const Xapian::Database& database, std::vector<std::string>& lines) {
  for (auto document = database.postlist_begin(""); document != database.postlist_end("");
       ++document) {
    lines.push_back(line("document", *document, document.get_wdf(),
                         database.get_doclength(*document),
                         database.get_document(*document).get_data()));
  }
}

void dump_terms(const Xapian::Database& database, std::vector<std::string>& lines) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    const std::string text = *term;
    lines.push_back(line("term", text, term.get_termfreq(), database.get_termfreq(text),
                         database.get_collection_freq(text), database.get_wdf_upper_bound(text)));
    for (auto posting = database.postlist_begin(text); posting != database.postlist_end(text);
         ++posting) {
      lines.push_back(line("posting", *posting, posting.get_wdf(), posting.get_doclength()));
    }
  }
}

}  // namespace

std::vector<std::string> dump_of(const Xapian::Database& database) {
  std::vector<std::string> lines;
  dump_numbers(database, lines);
  dump_documents(database, lines);
  dump_terms(database, lines);
  return lines;
}

std::vector<std::string> dump_of(const fs::path& directory) {
  return dump_of(Xapian::Database(directory.string()));
}

std::string first_difference(const std::vector<std::string>& one,
                             const std::vector<std::string>& other) {
  const auto at = std::mismatch(one.begin(), one.end(), other.begin(), other.end());
  if (at.first == one.end() && at.second == other.end()) return {};
  const auto shown = [](auto place, const std::vector<std::string>& lines) {
    return place == lines.end() ? "nothing" : "\"" + place->substr(0, 100) + "\"";
  };
  return shown(at.first, one) + " instead of " + shown(at.second, other);
}

std::string faults_of(const fs::path& directory) {
  std::ostringstream report;
  const std::size_t faults = Xapian::Database::check(directory.string(), 0, &report);
  return faults == 0 ? "" : std::to_string(faults) + " faults: " + report.str();
}

}  // namespace backfile
