// Reads the words before a date from right to left, as far as a table knows them.
#include "indexer/readers/evidence/date_labels.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "indexer/readers/evidence/byline_words.h"
#include "indexer/text/unicode.h"

namespace backfile {
namespace {

enum class Says : std::uint8_t { nothing, date, published, modified, by };

// A word of published or modified decides; of both, modified ("date of publication of the update").
constexpr std::string_view published_words =
    "published posted released issued filed submitted created written uploaded aired appeared "
    "publication publish dated veröffentlicht erschienen erstellt publiziert eingestellt verfasst "
    "geschrieben gepostet vom veröffentlichung erscheinungsdatum veröffentlichungsdatum "
    "erstveröffentlichung erstellungsdatum publié publiée posté postée paru parue rédigé rédigée "
    "créé "
    "parution ligne écrit publicado publicada creado creada escrito escrita publicación postado "
    "postada "
    "criado publicação divulgado pubblicato pubblicata scritto creato pubblicazione inserito "
    "postato "
    "gepubliceerd geplaatst geschreven verschenen aangemaakt publicatiedatum publicatie publicerad "
    "publicerat publicerades skapad skapat inlagd skriven publiceringsdatum offentliggjort udgivet "
    "publiceret oprettet skrevet bragt publisert opprettet lagt publiseringsdato opublikowano "
    "opublikowany "
    "opublikowana dodano dodany utworzono napisano publikacji publikacja wydano wysłano "
    "publikováno zveřejněno "
    "vydáno vytvořeno vloženo napsáno vydání publikování zveřejnění přidáno опубликовано "
    "опубликована "
    "опубликован публикации публикация размещено добавлено создано выложено опубліковано "
    "опублікована "
    "публікації публікація розміщено додано створено yayınlanma yayınlandı yayımlandı yayımlanma "
    "yayın "
    "yayınlanmış giriş eklenme eklendi oluşturulma oluşturuldu paylaşıldı δημοσιεύτηκε "
    "δημοσιεύθηκε "
    "δημοσίευση δημοσίευσης αναρτήθηκε ανάρτηση ανάρτησης δημοσιευμένο نشر نُشر نشرت النشر صدر أضيف "
    "كتب كتبت أضيفت "
    "منتشر انتشار درج ارسال प्रकाशित प्रकाशन पोस्ट julkaistu luotu kirjoitettu megjelent közzétéve "
    "létrehozva feltöltve publikálva publicat postat 发布 发表 发稿 發布 發表 發佈 刊登 刊发 公開 "
    "掲載 投稿 "
    "配信 発行 発表 作成 登録 初出 上传 创建 見報 입력 기사입력 등록 승인 작성 게시 발행 송고 "
    "등록일 작성일 게시일 "
    "입력일 발행일 승인일 기사등록 최초입력 게재 "
    "eingereicht gespeichert soumis soumise enviado enviada submetido submetida inviato inviata "
    "ingediend ingezonden inskickat inskickad indsendt innsendt wysłane przesłane vložil vložila "
    "отправлено надіслано gönderildi υποβλήθηκε lähetetty beküldve";

constexpr std::string_view modified_words =
    "updated update modified revised edited corrected changed amended change modification revision "
    "reviewed aktualisiert geändert stand überarbeitet bearbeitet aktualisierung änderung "
    "änderungsdatum "
    "jour màj modifié modifiée actualisé actualisée révisé corrigé actualizado actualizada "
    "modificado modificada "
    "actualización modificación editado atualizado atualizada atualização modificação alterado "
    "aggiornato "
    "aggiornata aggiornamento modificato modifica bijgewerkt gewijzigd geüpdatet aangepast "
    "wijziging "
    "geactualiseerd uppdaterad uppdaterat uppdaterades ändrad ändrat redigerad uppdatering "
    "opdateret ændret redigeret "
    "opdatering revideret oppdatert endret oppdatering redigert zaktualizowano zaktualizowany "
    "aktualizacja "
    "aktualizowano zmodyfikowano zmieniono aktualizacji modyfikacji modyfikacja edytowano "
    "aktualizováno "
    "upraveno změněno aktualizace změna úpravy обновлено обновлена обновлен изменено изменен "
    "обновления обновление "
    "отредактировано изменения дополнено оновлено змінено оновлення відредаговано зміни güncelleme "
    "güncellendi "
    "güncellenme değiştirilme değiştirildi düzenlendi düzenleme ενημέρωση ενημερώθηκε ενημέρωσης "
    "τροποποιήθηκε τροποποίηση ανανεώθηκε επικαιροποίηση تحديث التحديث تعديل التعديل حدث "
    "به‌روزرسانی بروزرسانی روزرسانی ویرایش به‌روز "
    "بروز "
    "اصلاح "
    "अपडेट "
    "अद्यतन "
    "संशोधित "
    "päivitetty "
    "muokattu frissítve módosítva actualizat modificat actualitzat 更新 修改 修正 改定 编辑于 改訂 "
    "수정 최종수정 "
    "업데이트 갱신 수정일 기사수정 보강";

// A noun that stands for the day of publication where nothing else is said.
constexpr std::string_view date_nouns =
    "date dateline datum fecha data dato дата tarih tarihi ημερομηνία تاريخ بتاريخ التاريخ تاریخ "
    "तारीख दिनांक "
    "日期 时间 時間 日時 日付 날짜 일시 일자";

constexpr std::string_view neutral_words =
    "first originally initially last latest most recently this article story page post report item "
    "web "
    "online the was has been is of and time here entry at on a an zuletzt zuerst erstmals artikel "
    "beitrag der die das den wurde seit letzte letzter uhrzeit am um dieser online le la à mis "
    "mise en "
    "dernière dernier initialement article cet a été el las los última último día hora artículo "
    "nota por primera "
    "vez originalmente em no às de primeira originalmente il ultimo ultima alle del articolo per "
    "op "
    "laatst laatste de het om voor eerst senast den kl sist sidst senest d først første ut "
    "ostatnia ostatnio dnia r o "
    "poslední naposledy dne последнее последний последняя раз статья время в останнє востаннє о "
    "son "
    "tarihinde saat ilk τελευταία στις την άρθρο آخر تم في يوم شده شد در آخرین زمان روز است अंतिम "
    "को पर "
    "किया गया हुआ viimeksi utoljára la în 最后 最後 最終 最新 于 於 首次 记事 記事 本文 日 時 分 는 "
    "최종 최초 기사 "
    "at: lúc";

// What goes on behind "Posted": by whom, where.
constexpr std::string_view by_words =
    "by in under from to von unter in par dans sous por en bajo da em di su door in onder av i af "
    "under "
    "przez w od v v od в под от у від tarafından από από ";

// What somebody did with a page that was there before.
constexpr std::string_view visit_words =
    "retrieved accessed consulted viewed visited archived printed downloaded captured saved "
    "checked "
    "fetched cached access retrieval abgerufen aufgerufen abruf zugriff gesehen gedruckt "
    "archiviert "
    "consulté consultée consultés visité téléchargé imprimé archivé consultado consultada consulta "
    "accedido descargado impreso archivado visitado acessado acesso acedido baixado arquivado "
    "consultato consultata visitato scaricato stampato archiviato geraadpleegd bezocht bekeken "
    "gearchiveerd opgehaald hämtad hämtat läst besökt hentet hentede lest besøgt besøkt arkivert "
    "arkiveret arkiverad dostęp pobrano odczytano zarchiwizowano citováno navštíveno staženo "
    "обращения обращение просмотрено проверено архивировано процитовано перевірено erişim "
    "erişildi arşivlendi ανακτήθηκε ανάκτηση πρόσβαση";

using Words = std::unordered_map<std::string, Says>;

const Words& words() {
  static const Words all = [] {
    Words made;
    const auto add = [&](std::string_view list, Says says) {
      while (!list.empty()) {
        const std::string_view word = list.substr(0, list.find(' '));
        list.remove_prefix(std::min(list.size(), word.size() + 1));
        if (!word.empty()) made.emplace(fold(word).term, says);
      }
    };
    add(modified_words, Says::modified);
    add(published_words, Says::published);
    add(date_nouns, Says::date);
    add(neutral_words, Says::nothing);
    return made;
  }();
  return all;
}

bool may_follow_posted(const std::string& word) {
  static const Words all = [] {
    Words made;
    std::string_view list = by_words;
    while (!list.empty()) {
      const std::string_view one = list.substr(0, list.find(' '));
      list.remove_prefix(std::min(list.size(), one.size() + 1));
      if (!one.empty()) made.emplace(fold(one).term, Says::by);
    }
    return made;
  }();
  return all.contains(word);
}

std::optional<Says> meaning_of(const std::string& word) {
  const auto found = words().find(word);
  return found == words().end() ? std::nullopt : std::optional(found->second);
}

bool is_wordless(const DateToken& token) {
  return token.kind == DateToken::Kind::sign;
}

// The known word that ends before `end`: one token, or several characters of Han that make one.
struct Known {
  Says says;
  std::size_t begin;
};
std::optional<Known> known_word_before(const std::vector<DateToken>& tokens, std::size_t begin,
                                       std::size_t end) {
  constexpr std::size_t longest = 4;
  std::string word;
  std::optional<Known> best;
  for (std::size_t i = end; i > begin && end - i < longest; --i) {
    const DateToken& token = tokens[i - 1];
    if (token.kind != DateToken::Kind::word || (i < end && !tokens[i].joined)) break;
    word.insert(0, token.text);
    if (const std::optional<Says> says = meaning_of(word)) best = Known{*says, i - 1};
  }
  if (!best && tokens[end - 1].filler) best = Known{Says::nothing, end - 1};
  return best;
}

// What the words read so far say together.
DateLabel sum_of(bool published, bool modified, bool date) {
  if (modified) return DateLabel::modified;
  return published || date ? DateLabel::published : DateLabel::none;
}

// "Posted in Harbour News on", "Submitted by orla on": the verb stands first.
std::optional<DateLabel> label_with_place(const std::vector<DateToken>& tokens, std::size_t begin,
                                          std::size_t end) {
  constexpr std::size_t most_tokens = 10;
  std::size_t verb = begin;
  std::optional<Says> says;
  for (; verb < end && verb < begin + 3; ++verb) {
    says =
        tokens[verb].kind == DateToken::Kind::word ? meaning_of(tokens[verb].text) : std::nullopt;
    if (!says || *says == Says::published || *says == Says::modified) break;
  }
  if (!says || verb + 2 >= end || end - verb > most_tokens) return std::nullopt;
  if (*says != Says::published && *says != Says::modified) return std::nullopt;
  if (!may_follow_posted(tokens[verb + 1].text)) return std::nullopt;
  return *says == Says::modified ? DateLabel::modified : DateLabel::published;
}

// What stands between a verb and its date says who did it.
bool names_writer(const DateToken& token) {
  return token.kind == DateToken::Kind::word && is_byline_word(BylineWord::by, token.text);
}

}  // namespace

ReadLabel label_before(const std::vector<DateToken>& tokens, std::size_t begin, std::size_t end) {
  bool published = false, modified = false, date = false;
  std::size_t at = end, label_begin = end;
  while (at > begin) {
    if (is_wordless(tokens[at - 1])) {
      --at;
      continue;
    }
    const std::optional<Known> known = known_word_before(tokens, begin, at);
    if (!known) break;
    published |= known->says == Says::published;
    modified |= known->says == Says::modified;
    date |= known->says == Says::date;
    at = known->begin;
    label_begin = at;
  }
  const bool all = at == begin;
  const DateLabel label = sum_of(published, modified, date);
  // A noun alone behind words of something else: "Event date:".
  const bool sure = published || modified || all;
  if (label != DateLabel::none && sure) return {label, label_begin, label_begin};
  if (const auto placed = label_with_place(tokens, begin, end)) {
    const bool by = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                                tokens.begin() + static_cast<std::ptrdiff_t>(end), names_writer);
    return {*placed, begin, by ? end : begin};
  }
  const std::size_t first = all ? begin : end;
  return {all ? DateLabel::none : DateLabel::unknown, first, first};
}

bool is_visit(const std::string& word) {
  static const auto all = [] {
    std::unordered_set<std::string> made;
    std::string_view list = visit_words;
    while (!list.empty()) {
      const std::string_view one = list.substr(0, list.find(' '));
      list.remove_prefix(std::min(list.size(), one.size() + 1));
      made.insert(fold(one).term);
    }
    return made;
  }();
  return all.contains(word);
}

DateLabel label_behind(const std::vector<DateToken>& tokens, std::size_t begin, std::size_t end) {
  const ReadLabel read = label_before(tokens, begin, end);
  const bool all =
      std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                  tokens.begin() + static_cast<std::ptrdiff_t>(read.begin), is_wordless);
  return all ? read.label : DateLabel::unknown;
}

}  // namespace backfile
