// See archive_generator.h.
#include "bench/archive_generator.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "bench/made_up_words.h"

namespace backfile::bench {
namespace {

constexpr std::size_t topic_count = 200;
constexpr std::size_t words_of_topic = 250;
constexpr std::size_t author_count = 120;
constexpr double share_of_topic_words = 0.25;
constexpr double share_of_copies = 0.02;
constexpr std::size_t months_between_draws = 240;

const char* const sections[] = {"Politics", "World",   "Business", "Science",
                                "Sport",    "Culture", "City",     "Opinion"};
const char* const sources[] = {"The Herald", "The Courier", "Wire"};

void capitalize(std::string& word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
}

}  // namespace

ArchiveGenerator::ArchiveGenerator(const GeneratorOptions& options)
    : options_(options),
      random_(options.seed),
      vocabulary_(made_up_vocabulary(options.vocabulary, random_)),
      everyday_(zipf_weights(vocabulary_.size(), 1.05, 2.7)),
      typical_(zipf_weights(words_of_topic, 0.8, 1.0)) {
  for (std::size_t i = 0; i < author_count; ++i)
    authors_.push_back(made_up_name(random_) + " " + made_up_name(random_));
  make_topics(topic_count);
}

void ArchiveGenerator::make_topics(std::size_t count) {
  // Topics' words come from the middle of the vocabulary: neither everyday words nor the rarest.
  const std::size_t first = 300, last = std::min<std::size_t>(vocabulary_.size(), 30'000);
  for (std::size_t i = 0; i < count; ++i) {
    Topic topic;
    topic.section = random_.below(std::size(sections));
    topic.rate = 0.2 + random_.fraction();
    for (std::size_t bursts = random_.below(4); bursts > 0; --bursts)
      topic.bursts.push_back(
          {random_.fraction(), 0.002 + 0.02 * random_.fraction(), 5 + 40 * random_.fraction()});
    for (std::size_t w = 0; w < words_of_topic; ++w)
      topic.words.push_back(first + random_.below(last - first));
    for (std::size_t names = random_.between(4, 12); names > 0; --names)
      topic.names.push_back(made_up_name(random_) +
                            (random_.chance(0.6) ? " " + made_up_name(random_) : ""));
    topic.acronym = made_up_acronym(random_);
    topics_.push_back(std::move(topic));
  }
}

void ArchiveGenerator::choose_topics_for(double when) {
  const auto month = static_cast<std::size_t>(when * months_between_draws);
  if (!current_.empty() && month == current_month_) return;
  std::vector<double> rates;
  for (const Topic& topic : topics_) {
    double rate = topic.rate;
    for (const Burst& burst : topic.bursts) {
      const double distance = (when - burst.middle) / burst.width;
      rate += topic.rate * burst.height * std::exp(-distance * distance / 2);
    }
    rates.push_back(rate);
  }
  current_.assign(1, Weighted(rates));
  current_month_ = month;
}

const ArchiveGenerator::Topic& ArchiveGenerator::draw_topic() {
  return topics_[current_.front().draw(random_)];
}

std::string ArchiveGenerator::word(const Topic& topic) {
  const double kind = random_.fraction();
  if (kind < 0.02) return topic.names[random_.below(topic.names.size())];
  if (kind < 0.025) return topic.acronym;
  if (kind < 0.035)
    return std::to_string(random_.chance(0.3) ? random_.between(1950, 2024)
                                              : random_.between(2, 900));
  if (kind < 0.035 + share_of_topic_words) return vocabulary_[topic.words[typical_.draw(random_)]];
  return vocabulary_[everyday_.draw(random_)];
}

std::string ArchiveGenerator::sentence(const Topic& topic) {
  const std::size_t length = random_.between(7, 32);
  const bool quoted = random_.chance(0.12);
  std::string text = quoted ? "“" : "";
  for (std::size_t i = 0; i < length; ++i) {
    std::string next = word(topic);
    if (i == 0)
      capitalize(next);
    else
      text += ' ';
    text += next;
    if (i + 1 < length && random_.chance(0.06)) text += ',';
  }
  if (quoted) return text + ",” " + topic.names[random_.below(topic.names.size())] + " said.";
  return text + (random_.chance(0.02) ? "?" : ".");
}

std::string ArchiveGenerator::headline(const Topic& topic) {
  std::string text;
  for (std::size_t length = random_.between(5, 9); length > 0; --length) {
    std::string next =
        random_.chance(0.6) ? vocabulary_[topic.words[typical_.draw(random_)]] : word(topic);
    if (text.empty())
      capitalize(next);
    else
      text += ' ';
    text += next;
  }
  return text;
}

std::string ArchiveGenerator::date(double when) {
  using namespace std::chrono;
  const sys_days first = year(options_.first_year) / 1 / 1,
                 end = year(options_.last_year + 1) / 1 / 1;
  const auto day = static_cast<int>(when * static_cast<double>((end - first).count()));
  const year_month_day date(first + days(day));
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                unsigned(date.day()));
  return text;
}

// The same story again under another id and source, with one sentence of its own.
void ArchiveGenerator::republish(Article& article) {
  const std::string published = article.published, id = article.id;
  article = recent_[random_.below(recent_.size())];
  article.id = id;
  article.url = "https://" + id + ".example.org/";
  article.published = published;
  article.source = sources[random_.below(std::size(sources))];
  article.body.back() += " " + sentence(draw_topic());
}

bool ArchiveGenerator::next(Article& article) {
  if (made_ == options_.articles) return false;
  const double when = static_cast<double>(made_) / static_cast<double>(options_.articles);
  choose_topics_for(when);
  article = {};
  article.id = "story-" + std::to_string(++made_);
  article.published = date(when);
  article.language = "en";
  if (!recent_.empty() && random_.chance(share_of_copies)) {
    republish(article);
    return true;
  }

  const Topic& topic = draw_topic();
  article.url = "https://archive.example.org/" + article.published.substr(0, 4) + "/" + article.id;
  article.title = headline(topic);
  if (random_.chance(0.6)) article.subtitle = sentence(topic);
  article.author = {authors_[(topic.section * 15 + random_.below(15)) % author_count]};
  article.section = sections[topic.section];
  article.tags = {vocabulary_[topic.words[0]], topic.names[0]};
  article.source = sources[random_.below(std::size(sources))];
  std::size_t words = random_.between(options_.words / 3, options_.words * 5 / 3);
  while (words > 0) {
    std::string paragraph;
    for (std::size_t sentences = random_.between(1, 4); sentences > 0 && words > 0; --sentences) {
      const std::string next = sentence(topic);
      if (!paragraph.empty()) paragraph += ' ';
      paragraph += next;
      words -= std::min<std::size_t>(words, 20);  // the mean of a sentence
    }
    article.body.push_back(std::move(paragraph));
  }

  if (recent_.size() < 50)
    recent_.push_back(article);
  else
    recent_[random_.below(recent_.size())] = article;
  return true;
}

}  // namespace backfile::bench
