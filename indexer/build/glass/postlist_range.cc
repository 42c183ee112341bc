// Terms as keys, and what is demanded of them.
#include "indexer/build/glass/postlist_range.h"

#include "indexer/build/glass/fault.h"
#include "indexer/files/limits.h"

namespace backfile {
namespace {

using namespace std::string_literals;

// A NUL ends the term in front of a docid; those inside it are told from it by what follows.
std::string escaped(std::string_view term) {
  std::string key;
  for (const char byte : term) {
    key += byte;
    if (byte == '\0') key += '\xFF';
  }
  return key;
}

// Every byte to be seen, since the term is what is wrong.
std::string shown(std::string_view term) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string text;
  for (const char c : term.substr(0, 40)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F) {
      text += c;
    } else {
      text += {'%', digits[byte >> 4], digits[byte & 15]};
    }
  }
  return "\"" + text + (term.size() > 40 ? "...\"" : "\"");
}

}  // namespace

void PostlistRange::begin_term(std::string_view term, std::uint32_t documents,
                               std::uint64_t occurrences) {
  finish();
  const std::string key = escaped(term);
  if (term.empty()) refuse("a term is empty");
  if (key.size() > longest_term) refuse("the term " + shown(term) + " is too long");
  if (documents == 0) refuse("the term " + shown(term) + " is in no document");
  if (term <= term_) refuse("the term " + shown(term) + " comes after " + shown(term_));
  hold_to(std::numeric_limits<std::uint32_t>::max(), occurrences, "occurrences of one word");
  term_ = term;
  is_open_ = true;
  documents_ = documents;
  occurrences_ = occurrences;
  found_ = 0;
  last_docid_ = 0;
  chunks_.begin(key, "\0"s, documents, occurrences);
}

void PostlistRange::finish() {
  if (!is_open_) return;
  is_open_ = false;
  if (documents_ != 0) {
    refuse("the term " + shown(term_) + " lacks " + std::to_string(documents_) +
           " of its documents");
  }
  if (found_ != occurrences_) {
    refuse("the term " + shown(term_) + " occurs " + std::to_string(found_) + " times, not " +
           std::to_string(occurrences_));
  }
  chunks_.end(entries_);
  totals_.occurrences += found_;
  totals_.largest_docid = std::max(totals_.largest_docid, last_docid_);
}

void PostlistRange::refuse_posting(std::uint32_t docid) const {
  if (!is_open_) refuse("a document comes before the first term");
  if (documents_ == 0) refuse("the term " + shown(term_) + " has more documents than it should");
  refuse("document " + std::to_string(docid) + " of the term " + shown(term_) + " comes after " +
         std::to_string(last_docid_));
}

void PostlistRange::refuse(const std::string& what) const {
  throw glass_fault(file_, what);
}

}  // namespace backfile
