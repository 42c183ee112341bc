// Tables of words, folded once when the first date is read.
#include "indexer/article/date_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Each month in full and short, in the forms that stand in dates. '_' joins two words of one name.
// Croatian is left out: its "listopad" is October where Polish and Czech mean November.
constexpr std::array<std::string_view, 12> month_names = {
    // English, German (Austria), French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish,
    // Norwegian, Polish, Czech, Russian, Ukrainian, Turkish, Greek, Arabic (East, Levant, Maghreb),
    // Persian, Hindi, Finnish, Hungarian, Romanian, Catalan, Slovak, Bulgarian, Indonesian, Hebrew
    "january jan januar jänner jän jaenner janvier janv enero ene janeiro gennaio genn gen januari "
    "stycznia "
    "styczeń sty ledna leden led января январь янв січня січень січ ocak oca ιανουαρίου ιανουάριος "
    "ιαν يناير كانون_الثاني جانفي ژانویه ژانویهٔ जनवरी जन tammikuuta tammikuu tammi január ianuarie "
    "ian "
    "gener januára януари яну ינואר",
    "february feb febr febbr februar feber février févr fév febrero fevereiro fev febbraio "
    "februari "
    "lutego luty lut února únor úno февраля февраль февр фев февр лютого лютий лют şubat şub "
    "φεβρουαρίου "
    "φεβρουάριος φεβ فبراير شباط فيفري فوریه فوریهٔ फ़रवरी फरवरी फ़र helmikuuta helmikuu helmi "
    "február "
    "februarie febrer februára февруари פברואר",
    "march mar märz mrz maerz mars marzo março marco maart mrt marts marca marzec března březen "
    "bře "
    "марта март мар березня березень бер mart μαρτίου μάρτιος μαρ مارس آذار मार्च maaliskuuta "
    "maaliskuu maalis március márc martie març marec maret מרץ מרס",
    "april apr avril avr abril abr aprile kwietnia kwiecień kwi dubna duben dub апреля апрель апр "
    "квітня квітень квіт кві nisan nis απριλίου απρίλιος απρ أبريل إبريل نيسان أفريل آوریل अप्रैल "
    "huhtikuuta huhtikuu huhti április ápr aprilie apríla април אפריל",
    "may mai mayo maio maggio mag mei maj maja května květen kvě мая май травня травень трав тра "
    "mayıs μαΐου μάιος μαϊ مايو أيار ماي مه مهٔ मई toukokuuta toukokuu touko május máj maig мај מאי",
    "june jun juni juin junio junho giugno giu czerwca czerwiec cze června červen čvn червня "
    "червень "
    "черв чер июня июнь июн haziran haz ιουνίου ιούνιος ιουν يونيو يونيه حزيران جوان ژوئن जून "
    "kesäkuuta "
    "kesäkuu kesä június jún iunie iun juny júna юни יוני",
    "july jul juli juillet juill juil julio julho luglio lug lipca lipiec lip července červenec "
    "čvc июля "
    "июль июл липня липень лип temmuz tem ιουλίου ιούλιος ιουλ يوليو يوليه تموز جويلية ژوئیه ژوئیهٔ "
    "جولای जुलाई जुल heinäkuuta heinäkuu heinä július júl iulie iul juliol júla юли יולי",
    "august aug août agosto ago augustus augusti sierpnia sierpień sie srpna srpen srp августа "
    "август "
    "авг серпня серпень серп сер ağustos ağu αυγούστου αύγουστος αυγ أغسطس آب أوت اوت آگوست अगस्त "
    "elokuuta elokuu elo augusztus agost augusta agustus agu אוגוסט",
    "september sep sept septembre septiembre setiembre setembro set settembre sett września "
    "wrzesień "
    "wrz "
    "září zář сентября сентябрь сен сент вересня вересень вер eylül eyl σεπτεμβρίου σεπτέμβριος "
    "σεπ "
    "σεπτ سبتمبر أيلول سپتامبر सितंबर सितम्बर सित syyskuuta syyskuu syys szeptember szept septembrie "
    "setembre septembra септември септ ספטמבר",
    "october oct oktober okt octobre octubre outubro out ottobre ott października październik paź "
    "října "
    "říjen říj октября октябрь окт жовтня жовтень жовт жов ekim eki οκτωβρίου οκτώβριος οκτ أكتوبر "
    "اکتبر تشرين_الأول अक्टूबर अक्तूबर अक्टू अक्तू lokakuuta lokakuu loka október octombrie októbra "
    "октомври אוקטובר",
    "november nov novembre noviembre novembro listopada listopad lis listopadu ноября ноябрь ноя "
    "нояб "
    "листопада листопад лист kasım kas νοεμβρίου νοέμβριος νοε نوفمبر تشرين_الثاني نوامبر नवंबर "
    "नवम्बर "
    "नव marraskuuta marraskuu marras noiembrie noiem novembra ноември ное נובמבר",
    "december dec dezember dez décembre déc diciembre dic dezembro dicembre desember des grudnia "
    "grudzień gru prosince prosinec pro декабря декабрь дек грудня грудень груд гру aralık ara "
    "δεκεμβρίου δεκέμβριος δεκ ديسمبر كانون_الأول دسامبر दिसंबर दिसम्बर दिस joulukuuta joulukuu "
    "joulu "
    "decembrie desembre decembra декември דצמבר"};

constexpr std::array<std::string_view, 12> persian_month_names = {
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
    "مهر",     "آبان",     "آذر",   "دی",  "بهمن",  "اسفند"};

constexpr std::string_view weekday_names =
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs "
    "fri "
    "sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr "
    "sa "
    "so lundi mardi mercredi jeudi vendredi samedi dimanche lun mar mer jeu ven sam dim lunes "
    "martes "
    "miércoles jueves viernes sábado domingo mié jue vie sáb dom segunda terça quarta quinta sexta "
    "feira seg ter qua qui sex lunedì martedì mercoledì giovedì venerdì sabato domenica gio sab "
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo måndag tisdag "
    "onsdag "
    "torsdag fredag lördag söndag mån tis ons tors tor fre lör sön mandag tirsdag lørdag søndag "
    "man tir lør "
    "søn poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz nd "
    "pondělí úterý středa čtvrtek pátek neděle po út čt pá ne понедельник вторник среда четверг "
    "пятница суббота воскресенье пн вт ср чт пт сб вс понеділок вівторок середа п'ятниця пятниця "
    "субота неділя нд pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum "
    "cmt "
    "paz δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή δευ τρι τετ πεμ παρ σαβ κυρ "
    "الاثنين الإثنين "
    "الثلاثاء الأربعاء الخميس الجمعة السبت الأحد دوشنبه "
    "سه‌شنبه "
    "چهارشنبه "
    "پنجشنبه "
    "پنج‌شنبه "
    "جمعه "
    "شنبه "
    "یکشنبه یک‌شنبه سه چهار پنج सोमवार मंगलवार "
    "बुधवार "
    "गुरुवार "
    "बृहस्पतिवार "
    "शुक्रवार "
    "शनिवार "
    "रविवार "
    "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 월요일 화요일 수요일 목요일 금요일 토요일 "
    "일요일 "
    "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina "
    "keskiviikkona torstaina perjantaina lauantaina sunnuntaina hétfő kedd szerda csütörtök péntek "
    "szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică dilluns dimarts dimecres "
    "dijous "
    "divendres dissabte diumenge";

constexpr std::string_view filler_words =
    "on the of de del le el den at um à a as às om kl klo klokken op il lo d h hr hrs uhr ore ora "
    "alle "
    "alla las la los o ob v ve w dnia dne godz godzina hod в о об г гг год года року р рік ч час r "
    "roku "
    "saat günü στις στη την τις ώρα في الساعة يوم م در ساعت روز को बजे दिनांक din pe l";

constexpr std::string_view ordinal_endings =
    "st nd rd th er ère e o a de ste te го е я η ης ой ème";

struct Halves {
  std::string_view words, half;
};
constexpr std::array halves = {
    Halves{"am a.m 上午 午前 오전 早上 凌晨 ö.ö öö π.μ πμ पूर्वाह्न ص صباحا", "am"},
    Halves{"pm p.m 下午 午後 오후 晚上 ö.s ös μ.μ μμ अपराह्न مساء", "pm"}};

struct Era {
  std::string_view name;
  int year_before;
};
constexpr std::array eras = {Era{"令和", 2018}, Era{"平成", 1988}, Era{"昭和", 1925},
                             Era{"大正", 1911}, Era{"明治", 1867}, Era{"民國", 1911},
                             Era{"民国", 1911}};

template <typename Each>
void for_each_word(std::string_view list, Each each) {
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find(' '));
    list.remove_prefix(std::min(list.size(), word.size() + 1));
    std::string folded = fold(word).term;
    for (char& c : folded) {
      if (c == '_') c = ' ';
    }
    if (!folded.empty()) each(std::move(folded));
  }
}

using Set = std::unordered_set<std::string>;

Set set_of(std::string_view list) {
  Set words;
  for_each_word(list, [&](std::string word) { words.insert(std::move(word)); });
  return words;
}

struct Months {
  std::unordered_map<std::string, MonthWord> named;
  Set first_words;
};

const Months& months() {
  static const Months made = [] {
    Months all;
    const auto add = [&](const auto& lists, Calendar calendar) {
      for (std::size_t i = 0; i < lists.size(); ++i) {
        for_each_word(lists[i], [&](const std::string& word) {
          all.named.emplace(word, MonthWord{static_cast<int>(i) + 1, calendar});
          if (const std::size_t space = word.find(' '); space != word.npos)
            all.first_words.insert(word.substr(0, space));
        });
      }
    };
    add(month_names, Calendar::gregorian);
    add(persian_month_names, Calendar::persian);
    return all;
  }();
  return made;
}

bool holds(const Set& words, std::string_view word) {
  return words.contains(std::string(word));
}

}  // namespace

std::optional<MonthWord> month_named(std::string_view folded) {
  const auto found = months().named.find(std::string(folded));
  return found == months().named.end() ? std::nullopt : std::optional(found->second);
}

bool begins_month(std::string_view folded) {
  return holds(months().first_words, folded);
}

bool is_weekday(std::string_view folded) {
  static const Set words = set_of(weekday_names);
  return holds(words, folded);
}

bool is_date_filler(std::string_view folded) {
  static const Set words = set_of(filler_words);
  return holds(words, folded);
}

bool is_ordinal_ending(std::string_view folded) {
  static const Set words = set_of(ordinal_endings);
  return holds(words, folded);
}

std::string_view half_of_day(std::string_view folded) {
  static const std::array sets = {set_of(halves[0].words), set_of(halves[1].words)};
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (holds(sets[i], folded)) return halves[i].half;
  }
  return {};
}

std::optional<int> year_before_era(std::string_view folded) {
  for (const Era& era : eras) {
    if (era.name == folded) return era.year_before;
  }
  return std::nullopt;
}

}  // namespace backfile
