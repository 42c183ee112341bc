// One table of words for each of their kinds, folded when the first byline is read.
#include "indexer/readers/evidence/byline_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

struct Row {
  BylineWord kind;
  std::string_view words;
};

constexpr std::array rows = {
    Row{BylineWord::by,
        "by von vom par por de do da di dal dalla door van av af przez od от від tarafından από "
        "του της "
        "durch mukaan"},
    Row{BylineWord::writer,
        "words word text texts story stories written writing posted submitted reported reporting "
        "report "
        "eingereicht gespeichert soumis soumise submetido submetida ingediend ingezonden inskickat "
        "inskickad indsendt innsendt wysłane przesłane vložil vložila отправлено надіслано "
        "gönderen "
        "υποβλήθηκε lähettänyt beküldte "
        "article "
        "author authors byline analysis interview interviewed opinion comment commentary column "
        "essay "
        "review guest post compiled contributed contribution researched author(s) texte "
        "textes tekst "
        "autor autorin autoren autorinnen beitrag gastbeitrag gastkommentar kommentar bericht "
        "reportage analyse "
        "geschrieben aufgezeichnet verfasst veröffentlicht propos recueillis recueilli écrit "
        "rédigé "
        "publié auteur auteure auteurs tribune signé texto textos escrito escrita redactado "
        "publicado entrevista "
        "reportaje crónica autora autores análisis reportagem artigo análise testo testi scritto "
        "articolo "
        "intervista cura autore autrice geschreven verslag auteur tekst skriven skrivet skrevet "
        "reportage "
        "författare forfatter artikel intervju interview napisał napisała opracował opracowała "
        "opracowali opracowanie oprac tekst rozmawiał rozmawiała autorka "
        "autorzy wywiad napsal napsala připravil autoři rozhovor автор авторы текст материал "
        "подготовил подготовила "
        "беседовал беседовала интервью автори матеріал підготував підготувала yazan yazar yazı "
        "haber metin röportaj hazırlayan "
        "κείμενο κείμενα συντάκτης γράφει επιμέλεια ρεπορτάζ συνέντευξη بقلم كتب كتبت كتابة تقرير "
        "حوار الكاتب المؤلف إعداد "
        "نویسنده نوشته گزارش گفتگو گزارشگر خبرنگار लेखक लेखिका रिपोर्ट द्वारा teksti kirjoittaja "
        "toimittaja "
        "szöveg írta szerző text scris 文 作者 撰文 采写 採寫 撰稿 取材 執筆 筆者 著者 聞き手 構成 "
        "글 취재 작성 문"},
    Row{BylineWord::other_role,
        "photo photos photograph photographs photography photographed photographer pictures "
        "picture images image "
        "illustration illustrations illustrated illustrator art artwork graphic graphics design "
        "drawing drawings "
        "video videos audio edited editing translated translation translator produced production "
        "reviewed "
        "checked narrated additional foto fotos fotografie fotografien bild bilder grafik grafiken "
        "übersetzung "
        "übersetzt übersetzer redigiert illustrationen zeichnung photographies photographie dessin "
        "dessins traduction traduit "
        "montage infographie fotografía fotografías imagen imágenes ilustración ilustraciones "
        "traducción "
        "edición vídeo fotografia fotografias imagem imagens ilustração ilustrações tradução "
        "edição immagini "
        "immagine illustrazioni illustrazione traduzione montaggio foto's beeld illustratie "
        "illustraties vertaling "
        "fotografi fotografier bilder illustrationer illustrasjon illustrasjoner översättning "
        "oversættelse oversettelse zdjęcia "
        "zdjęcie fot zdj ilustracje ilustracja tłumaczenie tłumaczył snímky ilustrace překlad фото "
        "фотографии "
        "фотография иллюстрации иллюстрация перевод редактор світлини світлина переклад ілюстрації "
        "fotoğraf "
        "fotoğraflar çeviri çeviren editör φωτογραφίες φωτογραφία φωτο μετάφραση تصوير صور ترجمة "
        "تحرير عکس عکاس ترجمه "
        "مترجم छायाचित्र फोटो अनुवाद kuvat kuva valokuvat kuvitus käännös képek kép fotó fordította "
        "摄影 攝影 图 圖 图片 编辑 編輯 责任编辑 責任編輯 责编 责任編輯 校对 翻译 翻譯 写真 撮影 "
        "編集 翻訳 訳 イラスト 사진 편집 번역 그림 영상 일러스트"},
    Row{BylineWord::job,
        "writer writers correspondent correspondents editor editors reporter reporters columnist "
        "columnists "
        "journalist journalists critic critics contributor contributors producer chief senior "
        "freelance "
        "intern author director professor lecturer blogger anchor redakteur redakteurin redakteure "
        "redakteurinnen korrespondent korrespondentin korrespondenten reporterin reportern "
        "journalistin "
        "journalisten autorin chefredakteur chefredakteurin mitarbeiter mitarbeiterin volontär "
        "volontärin "
        "berichtet berichten journaliste journalistes correspondant correspondante correspondants "
        "envoyé "
        "envoyée envoyés envoyées rédacteur rédactrice chroniqueur chroniqueuse corresponsal "
        "corresponsales enviado enviada periodista periodistas redactor redactora redactores "
        "columnista colaborador "
        "colaboradora correspondente correspondentes repórter jornalista jornalistas editora "
        "colunista inviato inviata "
        "inviati corrispondente corrispondenti giornalista redattore redattrice verslaggever "
        "verslaggeefster "
        "verslaggevers correspondenten redacteur redacteuren columniste reportrar korrespondenter "
        "journalister redaktör redaktøren redaktør medarbejder medarbeider dziennikarz "
        "dziennikarka korespondent "
        "korespondentka reporterka redaktorka redaktor redaktorka zpravodaj zpravodajka novinář "
        "novinářka "
        "корреспондент корреспонденты корреспондента журналист журналистка журналисты обозреватель "
        "колумнист репортёр репортер кореспондент кореспонденти кореспондентка журналістка оглядач "
        "muhabir muhabiri "
        "gazeteci temsilcisi yazarı δημοσιογράφος ανταποκριτής ανταποκρίτρια απεσταλμένος مراسل "
        "مراسلة صحفي صحفية "
        "محرر خبرنگار संवाददाता पत्रकार toimittaja kirjeenvaihtaja újságíró tudósító jurnalist 记者 "
        "記者 通讯员 "
        "特约记者 实习记者 特派員 編集委員 論説委員 기자 특파원 논설위원 선임기자 인턴기자"},
    Row{BylineWord::nobody,
        "staff newsroom newsdesk editorial board desk team admin administrator webmaster user "
        "super "
        "guest anonymous "
        "unknown none null redaktion redaktionsteam rédaction redacción redacao redação redazione "
        "redactie "
        "redaktionen redaksjonen redaktionen redakcja redakce редакция редакції редакція "
        "yazıişleri συντακτική "
        "التحرير تحریریه root author editor reporter reporters wire service services agencies"},
    Row{BylineWord::title,
        "dr prof professor mr mrs ms dipl ing sir rev dott dott.ssa dottor ingeniero mgr phdr mudr "
        "judr hon д-р проф "
        "доктор профессор docteur doctor"},
    Row{BylineWord::degree,
        "phd ph.d md m.d ma m.a msc mba esq bsc rn dds llb lld frcp mp jd j.d dphil csc ph.d. "
        "facs"},
    Row{BylineWord::suffix, "jr sr ii iii iv v junior"},
    Row{BylineWord::conjunction,
        "and & + with und mit et avec y e con com en met och med og i a oraz и й і та ve και और व "
        "एवं و "
        "ja és și si plus"},
    Row{BylineWord::before_place,
        "in at from for of on à au en aus bei em no na a ad da w we z v ve ze в из із у з i fra "
        "från te uit "
        "für på para pour til του"},
    Row{BylineWord::is,
        "is was are ist war sind est était es är er jest je works writes covers arbeitet"},
    Row{BylineWord::article,
        "the our own a an der die das den dem des unser unserem unserer unseren unsere le la les l "
        "notre nos el los "
        "nuestro nuestra nuestros o os as nosso nossa il lo i gli nostro nostra nostri de het onze "
        "vår våra "
        "vores vår nasz nasza náš naše наш наша special specially ein eine einem einer un une una "
        "uno do da de "
        "本报 本報 本社 本刊"},
    Row{BylineWord::organization,
        "wire news press agency agencies post times herald tribune gazette journal chronicle "
        "magazine media radio "
        "tv television university college school institute infirmary hospital library museum "
        "council society "
        "association foundation company group ltd inc llc gmbh ag ministry department office "
        "bureau church club "
        "union centre center service services network board committee universität verlag agentur "
        "nachrichten zeitung "
        "université agence presse universidad agencia prensa periódico agenzia stampa università "
        "universiteit "
        "universitetet agentur byrå uniwersytet agencja агентство университет институт газета "
        "ajansı haber "
        "通讯社 通信社 新聞社 新闻社 대학교 신문"},
    Row{BylineWord::place,
        "new san santa são sao puerto port st saint sainte bad los las north south east west mount "
        "fort cape "
        "lake villa monte nizhny nowy nova nueva nuova"},
};

using Set = std::unordered_set<std::string>;

}  // namespace

bool is_byline_word(BylineWord kind, std::string_view folded) {
  static const std::array<Set, rows.size()> sets = [] {
    std::array<Set, rows.size()> made;
    for (const Row& row : rows) {
      std::string_view list = row.words;
      while (!list.empty()) {
        const std::string_view word = list.substr(0, list.find(' '));
        list.remove_prefix(std::min(list.size(), word.size() + 1));
        if (!word.empty()) made[static_cast<std::size_t>(row.kind)].insert(fold(word).term);
      }
    }
    return made;
  }();
  return sets[static_cast<std::size_t>(kind)].contains(std::string(folded));
}

}  // namespace backfile
