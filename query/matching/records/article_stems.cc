// Forms are counted by their numbers first, so that a form is looked up once, not once a place.
#include "query/matching/records/article_stems.h"

#include <algorithm>

#include "indexer/article/fields.h"
#include "indexer/text/tokenize.h"

namespace backfile {

ArticleStems::ArticleStems(const ForwardIndex& index, Analyzer& analyzer)
    : lexicon_(index.lexicon()), analyzer_(analyzer), article_(index), frequent_(first_rare_code) {
  for (const Field& field : fields) {
    if (!field.words || field.words->weight == 0) continue;
    weights_.emplace_back(region_called(field.name), field.words->weight);
  }
}

void ArticleStems::read(std::uint32_t docid) {
  for (const FormId form : met_) frequent_[form] = {};
  met_.clear();
  rare_.clear();
  spelled_.clear();
  article_.read(docid);
  Record record = article_.record();
  record.codes = record.codes.first(std::min(record.codes.size(), most_words));
  article_.index().read_ids(record, ids_);
  count_words();
  count_compounds();
  if (has_characters()) count_dictionary_words();
  add_words();
  add_stems();
}

// Calls visit(position, weight) for all positions that count.
template <class Visit>
void ArticleStems::for_each_position(const Visit& visit) const {
  for (const auto& [region, weight] : weights_) {
    for (const Interval& part : article_.regions()[static_cast<std::size_t>(region)]) {
      const std::size_t end = std::min<std::size_t>(part.last + std::size_t{1}, ids_.size());
      for (std::uint32_t position = part.first; position < end; ++position) visit(position, weight);
    }
  }
}

void ArticleStems::count_words() {
  for_each_position([&](std::uint32_t position, unsigned weight) {
    const FormId form = ids_[position];
    if (form <= last_opening) return;
    if (form >= first_rare_code) return rare_[form].add(weight);
    if (frequent_[form].places == 0) met_.push_back(form);
    frequent_[form].add(weight);
  });
}

void ArticleStems::count_compounds() {
  for (const Interval& compound : article_.compounds()) {
    if (compound.last >= ids_.size()) break;
    if (const unsigned weight = weight_at(compound.first)) spelled_[joined(compound)].add(weight);
  }
}

unsigned ArticleStems::weight_at(std::uint32_t position) const {
  for (const auto& [region, weight] : weights_) {
    if (article_.is_in(region, position)) return weight;
  }
  return 0;
}

// As compound.h has it: without hyphens, but with ampersands.
std::string ArticleStems::joined(Interval compound) const {
  std::string text;
  for (std::uint32_t position = compound.first; position <= compound.last; ++position) {
    const FormId form = ids_[position];
    if (position > compound.first && article_.joint(position - 1).starts_with('&')) text += '&';
    text += lexicon_.spelled(form);
  }
  return text;
}

bool ArticleStems::has_characters() const {
  const auto is_character = [&](FormId form) { return lexicon_.form(form).is_character; };
  return std::ranges::any_of(met_, is_character) ||
         std::ranges::any_of(rare_, [&](const auto& rare) { return is_character(rare.first); });
}

// Characters that touch make a run, in which the analyzer finds the words of its dictionaries.
void ArticleStems::count_dictionary_words() {
  const std::vector<std::uint32_t> gaps = article_.gaps();
  std::string run;
  unsigned run_weight = 0;
  std::size_t characters = 0;
  const auto count_run = [&] {
    for (const Range word : analyzer_.words_of_run(run)) {
      spelled_[std::string(slice(run, word))].add(run_weight);
    }
    run.clear();
  };
  for_each_position([&](std::uint32_t position, unsigned weight) {
    const FormId form = ids_[position];
    const WrittenForm written = form > last_opening ? lexicon_.form(form) : WrittenForm{};
    const bool ends = !written.is_character || std::ranges::binary_search(gaps, position - 1);
    if (ends && !run.empty()) count_run();
    if (!written.is_character || characters++ >= most_characters) return;
    run += written.text;
    run_weight = weight;
  });
  if (!run.empty()) count_run();
}

void ArticleStems::add_words() {
  words_.clear();
  const auto add_form = [&](FormId form, Count count) {
    const std::uint32_t family = lexicon_.row(form).family;
    if (family != no_family) words_.push_back({family, form, count});
  };
  for (const FormId form : met_) add_form(form, frequent_[form]);
  for (const auto& [form, count] : rare_) add_form(form, count);

  spellings_.clear();
  const std::string language(article_.language());
  for (const auto& [text, count] : spelled_) {
    const Forms& forms = analyzer_.forms(text, language);
    if (forms.stem.empty()) continue;
    const auto number = static_cast<std::uint32_t>(lexicon_.end_form() + spellings_.size());
    words_.push_back({number_of(language + ':' + forms.stem), number, count});
    spellings_.push_back(forms.term);
  }
  std::ranges::sort(words_, {}, &Word::stem);
}

void ArticleStems::add_stems() {
  stems_.clear();
  for (const Word& word : words_) {
    if (stems_.empty() || stems_.back().number != word.stem) stems_.push_back({word.stem, 0});
    stems_.back().count += word.count.weighted;
  }
}

std::string ArticleStems::spelling(Number stem) const {
  const std::uint32_t forms = lexicon_.end_form();
  std::map<std::string, std::uint32_t> places;
  auto word = std::ranges::lower_bound(words_, stem, {}, &Word::stem);
  for (; word != words_.end() && word->stem == stem; ++word) {
    const bool is_form = word->number < forms;
    places[is_form ? lexicon_.folded(word->number) : spellings_[word->number - forms]] +=
        word->count.places;
  }
  const auto most =
      std::ranges::max_element(places, {}, [](const auto& entry) { return entry.second; });
  return most == places.end() ? std::string() : most->first;
}

std::string ArticleStems::name(Number stem) const {
  const std::uint32_t families = lexicon_.family_strings().size();
  return stem < families ? lexicon_.family_strings().at(stem) : other_names_.at(stem - families);
}

ArticleStems::Number ArticleStems::number_of(const std::string& name) {
  if (const auto family = lexicon_.family_strings().find(name)) return *family;
  const auto next = static_cast<Number>(lexicon_.family_strings().size() + others_.size());
  const auto [other, is_new] = others_.try_emplace(name, next);
  if (is_new) other_names_.push_back(name);
  return other->second;
}

}  // namespace backfile
