// The words of written dates, in the eight languages of the archive, and the forms they come in.
//
// Tables for date.cc alone. Words stand as fold() leaves them: lower case, without accents.
#pragma once

#include <array>
#include <string_view>

namespace backfile::date_words {

// Twelve lists, each with a space on both sides of every word: English, German, French, Spanish,
// Italian, Portuguese, Dutch, Russian, in full and short.
constexpr std::array<std::string_view, 12> kMonths = {
    " january jan januar janner janvier janv enero ene gennaio janeiro januari января январь янв ",
    " february feb februar fevrier fevr febrero febbraio fevereiro februari февраля февраль фев ",
    " march mar marz maerz mars marzo marco maart mrt марта март мар ",
    " april apr avril avr abril abr aprile апреля апрель апр ",
    " may mai mayo maggio maio mei мая май ",
    " june jun juni juin junio giugno junho июня июнь июн ",
    " july jul juli juillet juil julio luglio julho июля июль июл ",
    " august aug aout agosto augustus августа август авг ",
    " september sep sept septembre septiembre settembre setembro сентября сентябрь сен сент ",
    " october oct oktober okt octobre octubre ottobre outubro октября октябрь окт ",
    " november nov novembre noviembre novembro ноября ноябрь ноя нояб ",
    " december dec dezember dez decembre diciembre dicembre dezembro декабря декабрь дек "};

// Words that stand in a date and add nothing: days of the week, "the 12th of", "at 10:30 hrs".
constexpr std::string_view kFillers =
    " monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri "
    "sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr "
    "sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves "
    "viernes sabado domingo понедельник вторник среда четверг пятница суббота воскресенье "
    "on the of de del le el den at um t a om kl в г год года uhr hrs ч ";

// What may follow the number of a day, without a space.
constexpr std::string_view kOrdinals = " st nd rd th er o a ";

// Signs that end a number in East Asian dates: year, month, day, in Chinese or Japanese and Korean.
constexpr std::array<std::string_view, 6> kMarks = {"年", "月", "日", "년", "월", "일"};

// Forms of the day. A word in capitals is a number (NAME: a month's name), all else stands for
// itself; commas, fillers and ordinals are gone. EITHER is a day or a month, as yet unknown; SHORT
// a year of two digits, COMPACT a day of eight.
constexpr std::array<std::string_view, 27> kDayForms = {
    "YEAR - MONTH - DAY", "YEAR / MONTH / DAY", "YEAR . MONTH . DAY", "YEAR - MONTH", "YEAR",
    "COMPACT", "YEAR 年 MONTH 月 DAY 日", "YEAR 年 MONTH 月", "YEAR 年", "YEAR 년 MONTH 월 DAY 일",
    "YEAR 년 MONTH 월", "YEAR 년", "DAY . MONTH . YEAR", "EITHER / EITHER / YEAR",
    "EITHER - EITHER - YEAR", "DAY NAME YEAR", "DAY - NAME - YEAR", "DAY / NAME / YEAR",
    "NAME DAY YEAR", "NAME - DAY - YEAR", "NAME YEAR", "YEAR NAME DAY", "YEAR - NAME - DAY",
    "YEAR NAME",
    // RFC 822 with its short years, which RFC 2822, 4.3 reads: only with a time beside them.
    "DAY NAME SHORT", "DAY - NAME - SHORT",
    // A time before the year, as ctime() prints it.
    "NAME DAY HOUR : MINUTE : SECOND YEAR"};

constexpr std::array<std::string_view, 11> kClockForms = {"HOUR : MINUTE : SECOND . FRACTION",
                                                          "HOUR : MINUTE : SECOND HALF",
                                                          "HOUR : MINUTE : SECOND",
                                                          "HOUR : MINUTE HALF",
                                                          "HOUR : MINUTE h",
                                                          "HOUR : MINUTE",
                                                          "HOUR . MINUTE HALF",
                                                          "HOUR . MINUTE",
                                                          "HOUR h MINUTE",
                                                          "HOUR h",
                                                          "HOUR HALF"};

struct Zone {
  std::string_view name;
  int minutes;  // east of Greenwich
};
// RFC 822's zones and two more that mean one thing only. BST and IST mean several: left aside.
constexpr std::array<Zone, 14> kZones = {{{"z", 0},
                                          {"ut", 0},
                                          {"utc", 0},
                                          {"gmt", 0},
                                          {"est", -300},
                                          {"edt", -240},
                                          {"cst", -360},
                                          {"cdt", -300},
                                          {"mst", -420},
                                          {"mdt", -360},
                                          {"pst", -480},
                                          {"pdt", -420},
                                          {"cet", 60},
                                          {"cest", 120}}};

}  // namespace backfile::date_words
