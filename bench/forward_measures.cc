// See forward_measures.h.
#include "bench/forward_measures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <map>
#include <string>
#include <vector>

#include "indexer/forward/rare_forms.h"
#include "indexer/forward/scan.h"
#include "indexer/forward/word_sets.h"

namespace backfile::bench {
namespace {

constexpr int repetitions = 5;

double seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

double ratio(auto part, auto whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// The articles of a language.
struct Shelf {
  std::string language;
  std::vector<std::uint32_t> docids;
  std::uint64_t words = 0, openings = 0, rare = 0, separator_bytes = 0;
};

// Most words first.
std::vector<Shelf> shelves_of(const ForwardIndex& index) {
  std::map<std::uint16_t, Shelf> by_language;
  for (std::uint32_t docid = 1; docid <= index.size(); ++docid) {
    const Record record = index.record(docid);
    Shelf& shelf = by_language[index.facts(docid).language];
    const auto openings = std::ranges::count_if(record.codes, is_opening);
    shelf.docids.push_back(docid);
    shelf.openings += static_cast<std::uint64_t>(openings);
    shelf.words += record.codes.size() - static_cast<std::uint64_t>(openings);
    shelf.rare += count_rare(record.codes);
    shelf.separator_bytes += record.separators.size();
  }
  std::vector<Shelf> shelves;
  for (auto& [number, shelf] : by_language) {
    shelf.language = index.lexicon().language_called(number);
    shelves.push_back(std::move(shelf));
  }
  std::ranges::sort(shelves, std::greater(), &Shelf::words);
  return shelves;
}

std::uint64_t words_of(const std::vector<Shelf>& shelves) {
  std::uint64_t words = 0;
  for (const Shelf& shelf : shelves) words += shelf.words;
  return words;
}

using Sets = std::vector<std::vector<FormId>>;

// The family of the form of that language that is in about this share of its articles.
std::vector<FormId> family_in(const ForwardIndex& index, const Shelf& shelf, double share) {
  const Lexicon& lexicon = index.lexicon();
  const double wanted = share * static_cast<double>(shelf.docids.size());
  FormId best = first_form;
  double least = INFINITY;
  for (FormId form = first_form; form < lexicon.end_form(); ++form) {
    if (lexicon.language(form) != shelf.language) continue;
    const FormRow& row = lexicon.row(form);
    if (row.documents < wanted / 4) break;  // they are in the order of their occurrences
    const double distance = std::abs(row.documents - wanted);
    if (distance < least) least = distance, best = form;
  }
  const auto family = lexicon.family_of(best);
  return family.empty() ? std::vector<FormId>{best}
                        : std::vector<FormId>(family.begin(), family.end());
}

Sets most_frequent(const ForwardIndex& index, const Shelf& shelf) {
  Sets sets;
  for (FormId form = first_form; form < index.lexicon().end_form() && sets.size() < 3; ++form) {
    if (index.lexicon().language(form) == shelf.language) sets.push_back({form});
  }
  return sets;
}

Sets prefixes(const ForwardIndex& index) {
  Sets sets;
  for (const char* prefix : {"s", "p", "c"}) {
    const auto forms = index.lexicon().with_prefix(prefix);
    sets.emplace_back(forms.begin(), forms.end());
  }
  return sets;
}

struct Scanned {
  double nanoseconds = INFINITY;  // a word
  std::uint64_t hits = 0;
};

// Hits of the sets with everything that a caller needs: position and sets.
Scanned scan_sets(const ForwardIndex& index, const Shelf& shelf, const Sets& sets) {
  const WordSets wanted(std::vector<std::span<const FormId>>(sets.begin(), sets.end()));
  Scanned best;
  for (int i = 0; i < repetitions; ++i) {
    std::uint64_t hits = 0, mixed = 0;
    const double begun = seconds();
    for (const std::uint32_t docid : shelf.docids) {
      wanted.for_each_hit(index, index.record(docid),
                          [&](std::uint32_t position, std::uint64_t in) {
                            ++hits;
                            mixed += position ^ in;
                          });
    }
    const double taken = seconds() - begun;
    best.nanoseconds = std::min(best.nanoseconds, 1e9 * taken / static_cast<double>(shelf.words));
    best.hits = hits + (mixed == 1 ? 1 : 0);
  }
  return best;
}

// The scan alone, with one kind of instructions.
double scan_codes(const ForwardIndex& index, const Shelf& shelf, const Sets& sets,
                  Instructions instructions) {
  const WordSets wanted(std::vector<std::span<const FormId>>(sets.begin(), sets.end()));
  double best = INFINITY;
  std::vector<std::uint64_t> hits;
  for (int i = 0; i < repetitions; ++i) {
    const double begun = seconds();
    for (const std::uint32_t docid : shelf.docids) {
      const Record record = index.record(docid);
      hits.resize(mask_words(record.codes.size()));
      find_codes(record.codes, wanted.codes(), hits.data(), instructions);
    }
    best = std::min(best, 1e9 * (seconds() - begun) / static_cast<double>(shelf.words));
  }
  return best;
}

void print_scan(const ForwardIndex& index, const Shelf& shelf, const char* what, const Sets& sets) {
  std::size_t forms = 0;
  for (const auto& set : sets) forms += set.size();
  const Scanned whole = scan_sets(index, shelf, sets);
  std::printf("| %s | %s | %zu | %.3f |", shelf.language.c_str(), what, forms,
              ratio(whole.hits, shelf.words));
  std::printf(" %.2f |", whole.nanoseconds);
  for (const Instructions instructions :
       {Instructions::avx2, Instructions::sse2, Instructions::plain}) {
    const bool can = instructions <= best_instructions();
    if (can) std::printf(" %.2f |", scan_codes(index, shelf, sets, instructions));
    if (!can) std::printf(" - |");
  }
  std::printf("\n");
  std::fflush(stdout);
}

}  // namespace

void print_files(const ForwardIndex& index, std::uint64_t text_bytes) {
  const std::vector<Shelf> shelves = shelves_of(index);
  const std::uint64_t words = words_of(shelves);
  std::printf(
      "%llu words, %.2f bytes of text a word.\n\n| file | MB | bytes a word | of text |\n"
      "|---|--:|--:|--:|\n",
      static_cast<unsigned long long>(words), ratio(text_bytes, words));
  std::uint64_t all = 0;
  for (const FileKind kind : {FileKind::codes, FileKind::rare, FileKind::separators,
                              FileKind::offsets, FileKind::facts, FileKind::lexicon}) {
    const std::uint64_t bytes = index.bytes(kind);
    all += bytes;
    std::printf("| %s | %.2f | %.3f | %.3f |\n", std::string(name_of(kind)).c_str(),
                static_cast<double>(bytes) / 1e6, ratio(bytes, words), ratio(bytes, text_bytes));
  }
  std::printf("| all | %.2f | %.3f | %.3f |\n\n", static_cast<double>(all) / 1e6, ratio(all, words),
              ratio(all, text_bytes));
}

void print_languages(const ForwardIndex& index) {
  const Lexicon& lexicon = index.lexicon();
  std::map<std::string, std::size_t> forms, short_forms;
  for (FormId form = first_form; form < lexicon.end_form(); ++form) {
    const std::string language(lexicon.language(form));
    ++forms[language];
    short_forms[language] += form < first_rare_code;
  }
  const std::vector<Shelf> shelves = shelves_of(index);
  const std::uint64_t words = words_of(shelves);
  std::printf(
      "| language | articles | words | share | forms | with short codes | rare words |"
      " codes and rare, bytes a word | separators |\n"
      "|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
  for (const Shelf& shelf : shelves) {
    const double coded = 2.0 * static_cast<double>(shelf.words + shelf.openings) +
                         4.0 * static_cast<double>(shelf.rare);
    std::printf("| %s | %zu | %llu | %.3f | %zu | %zu | %.2f %% | %.3f | %.3f |\n",
                shelf.language.c_str(), shelf.docids.size(),
                static_cast<unsigned long long>(shelf.words), ratio(shelf.words, words),
                forms[shelf.language], short_forms[shelf.language],
                100 * ratio(shelf.rare, shelf.words), coded / static_cast<double>(shelf.words),
                ratio(shelf.separator_bytes, shelf.words));
  }
  std::printf("\n");
}

void print_lexicon(const ForwardIndex& index) {
  constexpr const char* sections[] = {
      "folded strings",  "their blocks",   "their firsts",  "their members", "families",
      "their blocks",    "their firsts",   "their members", "rows",          "text begins",
      "texts",           "number values",  "number forms",  "languages",     "separator begins",
      "separator flags", "separator texts"};
  const Lexicon& lexicon = index.lexicon();
  std::printf(
      "| lexicon, %zu forms, %u folded, %zu separators | MB | bytes a form |\n"
      "|---|--:|--:|\n",
      lexicon.size(), lexicon.folded_strings().size(), lexicon.separator_count());
  for (std::size_t section = 0; section < std::size(sections); ++section) {
    const std::size_t bytes = lexicon.file().bytes(section).size();
    std::printf("| %s | %.2f | %.2f |\n", sections[section], static_cast<double>(bytes) / 1e6,
                ratio(bytes, lexicon.size()));
  }
  std::printf("| all | %.2f | %.2f |\n\n", static_cast<double>(lexicon.file().size()) / 1e6,
              ratio(lexicon.file().size(), lexicon.size()));
}

void print_scans(const ForwardIndex& index) {
  std::printf(
      "| language | three sets | forms | hits a word | hits, ns a word | scan alone: AVX2 |"
      " SSE2 | plain |\n|---|---|--:|--:|--:|--:|--:|--:|\n");
  const std::vector<Shelf> shelves = shelves_of(index);
  for (const Shelf& shelf : shelves) {
    if (shelf.docids.size() < 20) continue;
    const Sets families = {family_in(index, shelf, 0.20), family_in(index, shelf, 0.10),
                           family_in(index, shelf, 0.05)};
    print_scan(index, shelf, "families of 20, 10, 5 %", families);
    print_scan(index, shelf, "most frequent", most_frequent(index, shelf));
    if (&shelf == &shelves.front()) print_scan(index, shelf, "s* p* c*", prefixes(index));
  }
  std::printf("\n");
}

void print_rebuilding(const ForwardIndex& index) {
  std::uint64_t bytes = 0;
  Article article;
  const double begun = seconds();
  for (std::uint32_t docid = 1; docid <= index.size(); ++docid) {
    index.read_text(docid, article);
    for (const std::string& paragraph : article.body) bytes += paragraph.size();
  }
  const double taken = seconds() - begun;
  std::printf("Text put together again: %.0f MB/s, %.1f us an article.\n",
              static_cast<double>(bytes) / 1e6 / taken, 1e6 * taken / index.size());
}

}  // namespace backfile::bench
