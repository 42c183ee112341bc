// The library's version, the stamp of its files, and documents written both ways.
#include "indexer/build/glass/direct_writing.h"

#include <xapian.h>

#include <exception>
#include <utility>
#include <vector>

#include "indexer/base/disk.h"
#include "indexer/base/failure.h"
#include "indexer/build/glass/both_ways.h"

namespace backfile {
namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

// Of any bytes, none alike, and not to be deflated.
std::string noise(std::size_t size) {
  std::string bytes;
  for (std::uint32_t state = 1; bytes.size() < size; state = state * 1664525 + 1013904223) {
    bytes += static_cast<char>(state >> 24);
  }
  return bytes;
}

// Lists of several chunks and of one posting, tables of several levels, terms with NULs and of the
// greatest length, numbers of all sizes, documents that are empty, data that fills blocks.
std::vector<PlainDocument> awkward_documents() {
  std::vector<PlainDocument> documents;
  for (std::uint32_t i = 0; i < 50; ++i) {
    PlainDocument document{i + 1 + (i > 45 ? 0x40000 * (i - 45) : 0)};
    for (std::uint32_t j = 0; i % 7 != 6 && j < 40; ++j) {
      std::string term(1 + (i * 7 + j * 5) % 240, static_cast<char>('a' + j % 20));
      term += static_cast<char>(i * 5 + j);
      if (j % 4 == 0) term = term.substr(0, 60) + "\0\xFF"s + term.substr(0, j);
      document.terms[term] = j < 30 ? j : 1u << (j - 20);
    }
    if (i % 7 != 6) document.terms["everywhere"] = i;
    if (i % 7 == 5) document.terms[std::string(PostlistRange::longest_term, 'z')] = 1;
    if (i % 5 != 0) document.data = noise(i * i * (i == 49 ? 12 : 1));
    if (i % 5 == 1) document.data = std::string(i * 20, 'x');
    documents.push_back(std::move(document));
  }
  for (std::uint32_t i = 0; i < 1500; ++i) {
    documents.push_back({documents.back().docid + 1, {{"everywhere", 200 + i}}});
  }
  return documents;
}

std::optional<std::string> difference(const fs::path& scratch) {
  const std::string library = "Xapian " + std::string(Xapian::version_string());
  const std::vector<PlainDocument> documents = awkward_documents();
  write_by_api(documents, scratch / "api");
  if (!read_whole(scratch / "api" / version_file_name).starts_with(format_stamp())) {
    return library + " writes files of another format";
  }
  write_directly(documents, scratch / "direct", {.sync = false});
  if (Xapian::Database::check((scratch / "direct").string()) != 0) {
    return library + " finds fault with what is written directly";
  }
  if (auto file = differing_file(scratch / "api", scratch / "direct", scratch / "compacted")) {
    return library + " would write another " + *file;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> direct_writing_fault(const fs::path& scratch) {
  if (Xapian::major_version() != 1 || Xapian::minor_version() != 4) {
    return "Xapian " + std::string(Xapian::version_string()) + " is not of the series 1.4";
  }
  make_directories(scratch);
  std::optional<std::string> fault;
  try {
    fault = difference(scratch);
  } catch (...) {
    fault = "it could not be tried: " + error_text(std::current_exception());
  }
  remove_tree(scratch);
  return fault;
}

}  // namespace backfile
