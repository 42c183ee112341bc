// Articles are made of small vocabularies, so that words meet often; queries are random trees of
// words and excerpts of the articles.
#include "tests/query/search/oracle_archive.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "indexer/article/date.h"
#include "indexer/text/analyzer.h"
#include "indexer/text/unicode.h"
#include "query/language/tree.h"

namespace backfile {
namespace {

// Words that are inflected, accented, joined, shouted, stopped and cut in all the ways that the
// analyzer knows; few enough to meet again.
struct Tongue {
  std::string_view language;
  std::string_view words;  // separated by spaces
  std::string_view space;  // between words of a text
};

constexpr std::array tongues = {
    Tongue{"en",
           "storm storms stormed harbour harbours the of and to be or not a US us WHO who IT it "
           "AIDS aids S-400 S400 S 400 e-mail email mail wi-fi fi half-brother brother U.S. AT&T "
           "a.m. am A.M. AM u.s. opec OPEC bridge bridges bridging café cafe out-of-harbour A/S "
           "s/he U.S./Britain to-be up-to-storm "
           "résumé resume 1,000 1000 3.5 Britain's don't Qur'an alliance alliances die hard run "
           "running ran example.com C++",
           " "},
    Tongue{"de",
           "die der und Häuser Haus Hauser Straße Strasse Brücke Brücken Sturm Stürme Hafen hart "
           "Hamburg U-Bahn laufen läuft im in",
           " "},
    Tongue{"fr",
           "l'homme hommes homme d'été été ete élève élèves le la les des pont ponts tempête "
           "tempêtes port œuvre oeuvre aujourd'hui",
           " "},
    Tongue{"pt",
           "informação informacao informações ponte pontes tempestade porto portos o a e de não",
           " "},
    Tongue{"es", "canción canciones cancion puente puentes el la los año años tormenta", " "},
    Tongue{"sv", "ålen alen ål bro broar och det en stormen storm idé ide hamnen å ö", " "},
    Tongue{"ru", "буря бури мост моста мосты и в на ёлка елка гавань гавани йод", " "},
    Tongue{"ar", "الجسر جسر الجسور العاصفة عاصفة في من الميناء", " "},
    Tongue{"zh", "北京 大学 北京大学 生命 研究 研究生 经济 增长 的 水 王毅 外长 3 iPhone 手机", ""},
    Tongue{"ja", "東京 大阪 東京都 開会式 の は オリンピック 学生 水 カフェ 橋", ""},
    Tongue{"th", "น้ำท่วม น้ำ นำ คำ น กรุงเทพ สะพาน พายุ ท่าเรือ และ ใน", ""},
    Tongue{"", "storm pont Brücke bridge WHO café 北京 мост", " "},
};

constexpr std::array<std::string_view, 7> people = {
    "Jane Smith", "José Álvarez", "John Smith", "Anna-Lena Groß", "王毅", "Smith Jane", "O'Neill"};
constexpr std::array<std::string_view, 4> sections = {"World", "Sport", "Arts & Books", "Économie"};
constexpr std::array<std::string_view, 4> tags = {"weather", "US politics", "brücken", "水"};
constexpr std::array<std::string_view, 3> papers = {"The Gazette", "example.org", "El País"};
constexpr std::array<std::string_view, 9> dates = {
    "",        "2019",       "2019-03",    "2019-03-31",          "2020-01-01",
    "2020-12", "2021-07-04", "2021-07-05", "1999-12-31T23:59:59Z"};
constexpr std::array<std::string_view, 7> periods = {"2019",       "2019-03", "2019-03-31", "2020",
                                                     "2021-07-04", "1999-12", "2018"};

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    words.emplace_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string sentence(Dice& dice, const Tongue& tongue, std::size_t length) {
  const std::vector<std::string> words = split(tongue.words);
  constexpr std::array<std::string_view, 5> marks = {", ", ". ", " – ", "。", "! "};
  std::string text;
  for (std::size_t i = 0; i < length; ++i) {
    if (i > 0) text += dice.one_in(8) ? dice.pick(marks) : tongue.space;
    text += dice.pick(words);
  }
  return text;
}

Article random_article(Dice& dice, std::size_t number) {
  const Tongue& tongue = dice.pick(tongues);
  Article article;
  article.id = "article-" + std::to_string(number);
  article.language = tongue.language;
  article.title = sentence(dice, tongue, 1 + dice.below(5));
  if (dice.one_in(2)) article.subtitle = sentence(dice, tongue, 1 + dice.below(6));
  for (std::size_t i = dice.below(4); i > 0; --i) {
    article.body.push_back(sentence(dice, tongue, 1 + dice.below(15)));
  }
  if (dice.one_in(3)) article.captions.push_back(sentence(dice, tongue, 1 + dice.below(4)));
  for (std::size_t i = dice.below(3); i > 0; --i) article.author.emplace_back(dice.pick(people));
  if (!dice.one_in(4)) article.section = dice.pick(sections);
  for (std::size_t i = dice.below(3); i > 0; --i) article.tags.emplace_back(dice.pick(tags));
  if (!dice.one_in(3)) article.source = dice.pick(papers);
  article.published = dice.pick(dates);
  return article;
}

std::vector<std::string> texts_of(const Article& article) {
  std::vector<std::string> texts{article.title, article.subtitle};
  texts.insert(texts.end(), article.body.begin(), article.body.end());
  texts.insert(texts.end(), article.captions.begin(), article.captions.end());
  std::erase(texts, "");
  return texts;
}

// Some tokens of an article's text, one after the other, as they stand there.
std::string excerpt(Dice& dice, const std::vector<Article>& articles, std::size_t most_tokens) {
  const Article& article = dice.pick(articles);
  const std::string text = dice.pick(texts_of(article));
  Analyzer analyzer;
  const std::vector<Token> tokens = analyzer.analyze(text, article.language);
  if (tokens.empty()) return "storm";
  const std::size_t first = dice.below(tokens.size());
  const std::size_t last = std::min(first + dice.below(most_tokens), tokens.size() - 1);
  const std::size_t begin = tokens[first].range.begin;
  return text.substr(begin, std::max<std::size_t>(tokens[last].range.end, begin) - begin);
}

// A word as people type it: as it stands, or without its accents and capitals.
std::string typed_word(Dice& dice, const std::vector<Article>& articles) {
  if (dice.one_in(2)) return dice.pick(split(dice.pick(tongues).words));
  const std::string word = excerpt(dice, articles, 1);
  return dice.one_in(4) ? fold(word).term : word;
}

Node random_leaf(Dice& dice, const std::vector<Article>& articles) {
  Node node;
  switch (dice.below(10)) {
    case 0: {
      static constexpr std::array<std::string_view, 5> names = {"author", "section", "tag", "lang",
                                                                "source"};
      node.kind = NodeKind::filter;
      node.field = dice.pick(names);
      if (node.field == "author") node.text = dice.one_in(2) ? "Smith" : dice.pick(people);
      if (node.field == "section") node.text = dice.pick(sections);
      if (node.field == "tag") node.text = dice.pick(tags);
      if (node.field == "lang") node.text = dice.pick(tongues).language;
      if (node.field == "source") node.text = dice.pick(papers);
      if (node.text.empty()) node.text = "nowhere";
      break;
    }
    case 1:
      node.kind = NodeKind::dates;
      node.period = *period_of(dice.pick(periods));
      if (dice.one_in(3)) node.period.last = PackedDay(-1);
      if (dice.one_in(4)) node.period.first = 0;
      break;
    case 2:
    case 3:
    case 4:
      node.kind = NodeKind::phrase;
      node.text = excerpt(dice, articles, 1 + dice.below(5));
      break;
    default:
      node.kind = NodeKind::word;
      node.text = typed_word(dice, articles);
      node.exact = dice.one_in(5);
      if (dice.one_in(8)) node.boost = 2;
  }
  if ((node.kind == NodeKind::word || node.kind == NodeKind::phrase) && dice.one_in(4)) {
    constexpr std::array<std::string_view, 3> names = {"title", "subtitle", "caption"};
    node.field = dice.pick(names);
  }
  return node;
}

Node random_node(Dice& dice, const std::vector<Article>& articles, int depth) {
  if (depth == 0 || dice.one_in(3)) return random_leaf(dice, articles);
  Node node;
  switch (dice.below(5)) {
    case 0:
      node.kind = NodeKind::exclude;
      node.children = {random_node(dice, articles, depth - 1)};
      break;
    case 1:
    case 2:
      node.kind = NodeKind::any;
      break;
    default:
      node.kind = NodeKind::all;
  }
  for (std::size_t i = 2 + dice.below(2); node.kind != NodeKind::exclude && i > 0; --i) {
    node.children.push_back(random_node(dice, articles, depth - 1));
  }
  return node;
}

void shout(std::string& text) {
  icu::UnicodeString characters = icu::UnicodeString::fromUTF8(text);
  text.clear();
  characters.toUpper(icu::Locale::getRoot()).toUTF8String(text);
}

}  // namespace

std::size_t Dice::below(std::size_t bound) {
  state_ += 0x9e3779b97f4a7c15U;  // splitmix64
  std::uint64_t mixed = state_;
  mixed = (mixed ^ mixed >> 30) * 0xbf58476d1ce4e5b9U;
  mixed = (mixed ^ mixed >> 27) * 0x94d049bb133111ebU;
  return static_cast<std::size_t>((mixed ^ mixed >> 31) % bound);
}

std::vector<Article> random_archive(std::uint64_t seed, std::size_t count) {
  Dice dice(seed);
  std::vector<Article> articles;
  while (articles.size() < count) articles.push_back(random_article(dice, articles.size()));
  return articles;
}

std::vector<Article> shouting_archive(std::uint64_t seed, std::size_t count) {
  std::vector<Article> articles = random_archive(seed, count);
  Dice dice(seed + 1);
  for (Article& article : articles) {
    const bool all = dice.one_in(4);
    if (all || dice.one_in(2)) shout(article.title);
    if (all || dice.one_in(4)) shout(article.subtitle);
    for (std::string& paragraph : article.body) {
      if (all || dice.one_in(4)) shout(paragraph);
    }
  }
  return articles;
}

Node random_words(Dice& dice, const std::vector<Article>& articles) {
  static constexpr std::array<std::string_view, 15> compounds = {
      "S-400",        "s400",   "e-mail",       "email",          "wi-fi",
      "half-brother", "U-Bahn", "l'homme",      "d'été",          "of-the-storm",
      "A/S",          "s/he",   "U.S./Britain", "out-of-harbour", "or/not"};
  const std::vector<Article> meant = {dice.pick(articles)};
  const bool means_one = dice.one_in(2);  // else hardly any article would have all of the words
  std::vector<Node> nodes;
  for (std::size_t i = 1 + dice.below(4); i > 0; --i) {
    Node& word = nodes.emplace_back();
    word.kind = NodeKind::word;
    word.text = means_one        ? excerpt(dice, meant, 1)
                : dice.one_in(2) ? std::string(dice.pick(compounds))
                                 : typed_word(dice, articles);
    if (dice.one_in(10)) word.boost = 2;
  }
  if (dice.one_in(4)) nodes.push_back(random_leaf(dice, articles));
  if (dice.one_in(6)) nodes.push_back(exclude(random_leaf(dice, articles), 0));
  return join(NodeKind::all, std::move(nodes));
}

Node random_question(Dice& dice, const std::vector<Article>& articles) {
  return random_node(dice, articles, 3);
}

}  // namespace backfile
