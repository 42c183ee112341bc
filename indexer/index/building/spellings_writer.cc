// A walk over the lexicon, then one over the forms found, in their order.
#include "indexer/index/building/spellings_writer.h"

#include <set>
#include <string_view>
#include <utility>

#include "indexer/text/unicode.h"
#include "indexer/text/units.h"

namespace backfile {
namespace {

constexpr std::uint32_t most_forms = 1'000'000;
constexpr std::uint32_t forms_per_step = 4096;

// The letters that languages fold differently: two that agree on these agree on all others.
constexpr std::string_view telling_letters = "å ä ö æ ø ñ ü ß й ё ї";

// One language for each way of folding.
std::vector<std::string> ways_of_folding(const std::vector<std::string>& languages) {
  std::vector<std::string> ways{""};
  std::set<std::string> seen{fold(telling_letters).term};
  for (const std::string& language : languages) {
    if (seen.insert(fold(telling_letters, language).term).second) ways.push_back(language);
  }
  return ways;
}

}  // namespace

SpellingsWriter::SpellingsWriter(const Lexicon& lexicon, const std::function<void()>& progress) {
  gather(lexicon, progress);
  fold_all(ways_of_folding(lexicon.languages()), progress);
}

void SpellingsWriter::gather(const Lexicon& lexicon, const std::function<void()>& progress) {
  UnitReader reader;
  for (FormId form = first_form; form < lexicon.end_form(); ++form) {
    if (form % forms_per_step == 0) progress();
    if ((lexicon.row(form).flags & form_has_accents) == 0) continue;
    if (accented_.size() == most_forms) break;
    accented_.number_of(reader.forms(lexicon.text(form), lexicon.language(form)).accented);
  }
}

void SpellingsWriter::fold_all(const std::vector<std::string>& languages,
                               const std::function<void()>& progress) {
  KeyTable folded;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // folded form, accented form
  std::uint32_t place = 0;
  for (const std::uint32_t number : accented_.sorted()) {
    const std::string_view accented = accented_.key(number);
    strings_.add(accented);
    for (const std::string& language : languages) {
      pairs.emplace_back(folded.number_of(fold(accented, language).term), place);
    }
    if (++place % forms_per_step == 0) progress();
  }
  sets_.add_all(folded, std::move(pairs));
}

void SpellingsWriter::write(SectionFileWriter& out) const {
  strings_.write(out);
  sets_.write(out);
}

}  // namespace backfile
