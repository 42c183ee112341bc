// Stop words: the articles, pronouns, prepositions, conjunctions and auxiliaries of each language.
//
// Declared in stem.h. Our own short lists; a word belongs here if it says nothing about what an
// article is about. Words are written as they are spelled and folded when first asked for.
#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "indexer/text/stem.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

struct List {
  std::string_view language;
  std::string_view words;
};

constexpr std::array lists = {
    List{
        "en",
        "a about above after again against all also am an and any are aren't as at be because been "
        "before being below between both but by can can't cannot could couldn't did didn't do does "
        "doesn't doing don't down during each few for from further had hadn't has hasn't have "
        "haven't having he he'd he'll her here hers herself him himself his how i i'd i'll i'm "
        "i've "
        "if in into is isn't it its itself just let me more most must mustn't my myself no nor not "
        "of off "
        "on once only or other ought our ours ourselves out over own same shan't she she'd she'll "
        "should shouldn't so some such than that the their theirs them themselves then there these "
        "they they'd they'll they're they've this those through to too under until up upon us very "
        "was "
        "wasn't we we'd we'll we're we've were weren't what when where which while who whom whose "
        "why "
        "will with won't would wouldn't you you'd you'll you're you've your yours yourself "
        "yourselves"},
    List{
        "de",
        "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer "
        "anderes "
        "auch auf aus bei beim bin bis bist da damit dann das dass dasselbe dazu daß dein deine "
        "deinem "
        "deinen deiner dem den denn der deren des dessen dich die dies diese dieselbe dieselben "
        "diesem "
        "diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einig einige "
        "einigem einigen einiger einiges einmal er es etwas euch euer eure eurem euren eurer für "
        "gegen "
        "gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem "
        "ihren "
        "ihrer ihres im in indem ins ist jede jedem jeden jeder jedes jene jenem jenen jener jenes "
        "jetzt "
        "kann kein keine keinem keinen keiner keines können könnte machen man manche manchem "
        "manchen "
        "mancher manches mein meine meinem meinen meiner mich mir mit muss musste nach nicht "
        "nichts noch "
        "nun nur ob oder ohne sehr sein seine seinem seinen seiner seines selbst sich sie sind so "
        "solche "
        "solchem solchen solcher sollte sondern sonst soll über um und uns unser unsere unserem "
        "unseren "
        "unter viel vom von vor war waren warst was weg weil weiter welche welchem welchen welcher "
        "welches wenn wer werde werden wie wieder will wir wird wirst wo wollen wollte wurde "
        "wurden "
        "während würde würden zu zum zur zwar zwischen"},
    List{"fr",
         "à ai aie aient ainsi alors as au aucun aura aurait aussi autre aux avaient avait avant "
         "avec "
         "avez avons ayant c car ce cela celle celles celui ces cet cette ceux chez ci comme d "
         "dans de "
         "des donc dont du elle elles en encore entre es est et étaient était étant été êtes être "
         "eu eux "
         "furent fut il ils j je jusqu l la là le les leur leurs lors lorsqu lorsque lui m ma mais "
         "me même "
         "mêmes mes moi mon n ne ni nos notre nous on ont ou où par pas pendant peu peut plus pour "
         "pourquoi "
         "puis qu quand que quel quelle quelles quelqu quels qui quoi s sa sans se sera serait ses "
         "si "
         "soit sommes son sont sous suis sur t ta te tes toi ton tous tout toute toutes très tu un "
         "une "
         "vers vos votre vous y"},
    List{"es",
         "a al algo algunas algunos ante antes aquel aquella aquellas aquellos aquí así aún aunque "
         "cada "
         "como cómo con contra cual cuál cuando cuándo de del desde donde dónde dos durante e el "
         "él ella "
         "ellas ellos en entre era eran es esa esas ese eso esos esta está están estar estas este "
         "esto "
         "estos fue fueron ha había habían han has hasta hay he la las le les lo los más me mi mí "
         "mientras "
         "mis mucho muchos muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra "
         "otras otro "
         "otros para pero poco por porque pues que qué quien quién quienes se sea sean según ser "
         "será si sí "
         "sido sin sino sobre son su sus también tan tanto te tiene tienen todo toda todas todos "
         "tras tu tú "
         "tus u un una unas uno unos vosotros y ya yo"},
    List{"it",
         "a abbia abbiamo agl agli ai al all alla alle allo anche ancora avere aveva avevano c che "
         "chi ci "
         "ciò co col coi come con contro cui d da dagl dagli dai dal dall dalla dalle dallo degl "
         "degli dei "
         "del dell della delle dello di dopo dove due e è ed era erano essere fa fino fra fu "
         "furono già gl gli "
         "ha hai hanno ho i il in io l la le lei li lo loro lui m ma mentre mi mia mie miei mio "
         "molto ne "
         "né negl negli nei nel nell nella nelle nello noi non nostra nostre nostri nostro o ogni "
         "oltre "
         "per perché però più poi prima può quale quali quando quanto quanti quella quelle quelli "
         "quello quest "
         "questa queste questi questo qui s sarà se sé sei si sia siamo sia sono sopra sotto stata "
         "state stati "
         "stato su sua sue sugl sugli sui sul sull sulla sulle sullo suo suoi t ti tra tu tua tue "
         "tuo tuoi "
         "tutta tutte tutti tutto un una uno v vi voi vostra vostre vostri vostro"},
    List{"pt",
         "a à ainda ali ao aos aquela aquelas aquele aqueles aquilo as às até cada com como contra "
         "da das de "
         "dela delas dele deles depois desde dessa desse desta deste disso do dos durante e é ela "
         "elas ele "
         "eles em entre era eram essa essas esse esses esta está estão estar estas estava este "
         "estes eu foi "
         "for foram há isso isto já lhe lhes lo mais mas me mesmo meu meus minha minhas muito "
         "muitos na não "
         "nas nem nessa nesse nesta neste no nos nós nossa nossas nosso nossos num numa o onde os "
         "ou outra "
         "outras outro outros para pela pelas pelo pelos pode podem por porque qual quando que "
         "quem se sem "
         "ser será seu seus si sido sob sobre sua suas só são também te tem têm ter teu teus tinha "
         "toda todas "
         "todo todos tu tua tuas um uma umas uns vocês você vos"},
    List{"nl",
         "aan al alle alles als altijd andere ben bij daar dan dat de deze der die dit doch doen "
         "door dus een "
         "eens en er ge geen geweest haar had hadden heb hebben heeft hem het hier hij hoe hun "
         "iemand iets ik "
         "in is ja je jij jou jullie kan kon kunnen maar me meer men met mij mijn moet moeten na "
         "naar niet "
         "niets nog nu of om omdat ons ook onder onze op over reeds te tegen toch toen tot tussen "
         "u uit uw van "
         "veel voor waar waren was wat we wel werd werden wezen wie wij wil worden wordt zal ze "
         "zei zelf zich "
         "zij zijn zo zoals zonder zou zouden"},
    List{"sv",
         "alla allt alltså andra att av bara blev bli blir då de dem den denna deras dess dessa "
         "det detta dig "
         "din dina ditt du där efter ej eller en er era ert ett från för fram genom ha hade han "
         "hans har hela "
         "henne hennes hon honom hur här i icke in inga ingen inom inte jag ju kan kom kunde man "
         "med mellan men "
         "mer mig min mina mitt mot mycket ni nu när någon något några och också om oss på samma "
         "sedan sig sin "
         "sina sitt själv ska skall skulle som så sådan sådana sådant till under upp ut utan vad "
         "var vara varför "
         "varit varje vars vem vi vid vilka vilken vilket vill vår våra vårt än är åt över"},
    List{"da",
         "ad af alle alt anden at blev blive bliver da de dem den denne der deres det dette dig "
         "din dine disse "
         "dog du efter ej eller en end er et for fra få ham han hans har havde have hende hendes "
         "her hos hun "
         "hvad hvem hver hvilken hvis hvor hvordan hvornår i ikke ind ingen jeg jer jo kan kunne "
         "man mange med "
         "meget men mellem mig min mine mit mod må ned noget nogle nogen nu når og også om op os "
         "over på sammen "
         "selv sig sin sine sit skal skulle som sådan så til ud uden under var ved vi vil ville "
         "vor være været"},
    List{"no",
         "alle alt at av bare ble bli blir blitt både da de deg dei dem den denne der dere deres "
         "det dette di "
         "din disse ditt du eg ei ein eit eller en enn er et etter for fordi fra før få ha hadde "
         "han hans har "
         "hennes her hun hva hvem hver hvilke hvilken hvis hvor hvordan hvorfor i ikke ikkje ingen "
         "inn ja jeg "
         "kan kom kunne man mange med meg mellom men mer mitt min mine mot mye må ned noe noen nå "
         "når og også "
         "om opp oss over på samme seg selv si sin sine sitt skal skulle slik som så til um under "
         "ut uten vart "
         "var ved vi vil ville vår være vært å"},
    List{"fi",
         "ei eivät eli emme en ennen et ette että he heidän heidät heille heitä hän häneen hänelle "
         "hänen hänet "
         "häntä ja jo joiden joita joka joko jolla jonka jos jossa josta jota jotka jotta kaikki "
         "kanssa kautta "
         "kenen kertoo kuin kuinka kuitenkin kun kuten luona me meidän meille mikä mikäli miksi "
         "milloin minkä "
         "minun minut minä missä mistä mitkä mitä mukaan mutta muun muut myös myöten ne niiden "
         "niin niitä noin nuo nyt "
         "näiden näin nämä ole olen olemme olet oli olisi olisivat olivat olla olleet ollut on "
         "ovat poikki saa "
         "se sekä sen siellä siihen siinä siitä silloin sille sinun sinä sitten sitä ta tai te "
         "teidän tuo tämä "
         "tämän tässä tästä tätä tällä vaan vai vaikka vain vielä voi yli"},
    List{"ru",
         "а без более больше бы был была были было быть в вам вас ведь весь во вот впрочем все "
         "всего всех вы "
         "где да даже два для до другой его ее ей ему если есть еще ещё ж же за зачем здесь и из "
         "или им иногда их "
         "к как какая какой когда кто куда ли лучше между меня мне много может можно мой моя мы на "
         "над надо "
         "наконец нас не него нее ней нельзя нет ни нибудь никогда ним них ничего но ну о об один "
         "он она они "
         "оно опять от перед по под после потом потому почти при про раз разве с сам свое своей "
         "свои своих свою "
         "себе себя сейчас со совсем так также такой там тебя тем теперь то тогда того тоже только "
         "том тот три "
         "тут ты у уж уже хорошо хоть чего чем через что чтоб чтобы чуть эта эти этих это этого "
         "этой этом этот "
         "эту я"},
};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view word) const {
    return std::hash<std::string_view>()(word);
  }
};
using Set = std::unordered_set<std::string, Hash, std::equal_to<>>;

Set make_set(const List& list) {
  Set set;
  for (std::size_t begin = 0; begin < list.words.size();) {
    const std::size_t end = std::min(list.words.find(' ', begin), list.words.size());
    set.insert(fold(list.words.substr(begin, end - begin), list.language).term);
    begin = end + 1;
  }
  return set;
}

constexpr std::size_t longest_stop_word = 24;

const std::array<Set, lists.size()>& sets() {
  static const std::array<Set, lists.size()> all = [] {
    std::array<Set, lists.size()> made;
    for (std::size_t i = 0; i < lists.size(); ++i) made[i] = make_set(lists[i]);
    return made;
  }();
  return all;
}

}  // namespace

bool is_stop_word(std::string_view term, std::string_view language) {
  if (term.size() > longest_stop_word) return false;
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (lists[i].language == language) return sets()[i].contains(term);
  }
  return false;
}

bool is_stop_word(std::string_view term) {
  return term.size() <= longest_stop_word &&
         std::ranges::any_of(sets(), [&](const Set& set) { return set.contains(term); });
}

}  // namespace backfile
