// Compares beginnings of sentences with a table of phrases, folded as fold() folds them.
#include "indexer/readers/html/askings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/text/unicode.h"

namespace backfile {
namespace {

// Whole words; at a star the last one may go on. "Subscribers met" asks for nothing.
constexpr auto askings = std::to_array<std::string_view>({
    "subscribe",
    "sign up",
    "sign in",
    "log in",
    "already a subscriber",
    "already a member",
    "already subscribed",
    "already have an account",
    "not a subscriber",
    "become a member",
    "become a subscriber",
    "get unlimited",
    "unlimited access",
    "register to",
    "register now",
    "register for",
    "join our",
    "get our newsletter",
    "to continue reading",
    "to keep reading",
    "continue reading",
    "keep reading",
    "read on with",
    "read the full story with",
    "to read the full",
    "to read the rest",
    "this article is for",
    "this article is only",
    "this article is available",
    "this article is exclusive",
    "this story is for",
    "this story is only",
    "this story is available",
    "this content is for",
    "this content is only",
    "only subscribers can",
    "for subscribers only",
    "subscribers only",
    "you have reached",
    "you've reached",
    "you have read your",
    "you've read your",
    "start your subscription",
    "start your free",
    "start your trial",
    "start a free",
    "try it free",
    "try one month",
    "take out a subscription",
    "take out a trial",
    "create a free account",
    "create an account",
    "choose your subscription",
    "see all offers",
    "see our offers",
    "see my options",
    "support our",
    "support independent",
    "we use cookies",
    "this site uses cookies",
    "this website uses cookies",
    "by continuing to",
    "by clicking",
    "by signing up",
    "by subscribing",
    "enter your email",
    "type your email",
    "this post may contain",
    "this post contains affiliate",
    "this article may contain",
    "this article contains affiliate",
    "this page may contain",
    "this page contains affiliate",
    "we may earn",
    "we may receive a commission",
    "some links on this",
    "as an amazon associate",

    "abonnieren",
    "jetzt abonnieren",
    "jetzt anmelden",
    "jetzt testen",
    "jetzt weiterlesen",
    "weiterlesen mit",
    "bereits abonnent*",
    "sie haben bereits",
    "sie sind bereits abonnent*",
    "schon abonnent*",
    "noch kein abo",
    "dieser artikel ist nur",
    "dieser artikel ist exklusiv",
    "diesen artikel lesen sie",
    "lesen sie weiter mit",
    "einloggen",
    "melden sie sich",
    "registrieren sie",
    "testen sie",
    "wir verwenden cookies",
    "dieser beitrag enthalt",
    "dieser artikel enthalt affiliate*",

    "abonnez-vous",
    "inscrivez-vous",
    "connectez-vous",
    "identifiez-vous",
    "s'abonner",
    "deja abonne*",
    "vous etes deja abonne*",
    "pas encore abonne*",
    "cet article est reserve",
    "contenu reserve",
    "il vous reste",
    "la suite est reservee",
    "la suite de cet article est",
    "pour lire la suite",
    "poursuivez votre lecture",

    "suscribete",
    "suscribase",
    "registrate",
    "inicia sesion",
    "inicie sesion",
    "ya eres suscriptor*",
    "ya es suscriptor*",
    "este contenido es exclusivo",
    "contenido exclusivo",
    "para seguir leyendo",
    "para continuar leyendo",

    "assine",
    "cadastre-se",
    "inscreva-se",
    "faca login",
    "inicie sessao",
    "ja e assinante",
    "conteudo exclusivo",
    "para continuar lendo",
    "para continuar a ler",

    "abbonati",
    "iscriviti",
    "registrati",
    "accedi",
    "sei gia abbonat*",
    "hai gia un abbonamento",
    "contenuto riservato",
    "articolo riservato",
    "per continuare a leggere",

    "abonneer",
    "al abonnee",
    "schrijf je in",
    "meld je aan",
    "log nu in",
    "dit artikel is alleen",
    "dit artikel is exclusief",
    "lees verder met",
    "wij en onze",

    "prenumerera",
    "redan prenumerant",
    "logga in",
    "abonner",
    "allerede abonnent",
    "tegn abonnement",
    "log ind",
    "logg inn",
    "tilmeld dig",
    "meld deg på",

    "zaprenumeruj",
    "zapisz się",
    "zaloguj się",
    "masz już konto",
    "masz już prenumeratę",
    "ten artykuł jest dostępny",
    "předplaťte",
    "přihlaste se",
    "už máte předplatné",
    "tento článek je jen",
    "tento článek je pouze",

    "подпишитесь",
    "подписывайтесь",
    "оформите подписку",
    "войдите",
    "уже подписаны",
    "підпишіться",
    "підписуйтесь",
    "оформіть передплату",
    "увійдіть",
    "abone ol*",
    "üye ol*",
    "giriş yap*",
    "zaten abone*",
    "εγγραφείτε",
    "συνδεθείτε",
    "είστε ήδη συνδρομητής",
    "اشترك",
    "سجل الدخول",
    "هل أنت مشترك",
    "مشترک شوید",
    "وارد شوید",
    "सब्सक्राइब करें",
    "लॉग इन करें",
    "订阅",
    "登录",
    "已是会员",
    "已有账号",
    "登録",
    "購読",
    "ログイン",
    "会員限定",
    "続きを読むには",
    "구독",
    "로그인",
    "이미 구독",
});

struct Beginning {
  std::string phrase;
  bool goes_on;  // in the middle of a word
};

// Both sides are folded the same way, so that the table can be written naturally.
const std::vector<Beginning>& beginnings() {
  static const std::vector<Beginning> all = [] {
    std::vector<Beginning> list;
    for (std::string_view row : askings) {
      const bool goes_on = row.ends_with('*');
      if (goes_on) row.remove_suffix(1);
      // Scripts without spaces, and those of many endings, go on as they like.
      const bool latin = static_cast<std::uint8_t>(row.front()) < 0x80;
      list.push_back({fold(row).term, goes_on || !latin});
    }
    return list;
  }();
  return all;
}

bool begins_so(std::string_view sentence) {
  return std::ranges::any_of(beginnings(), [&](const Beginning& one) {
    if (!sentence.starts_with(one.phrase)) return false;
    if (one.goes_on || sentence.size() == one.phrase.size()) return true;
    const char next = sentence[one.phrase.size()];
    return !(next >= 'a' && next <= 'z') && (next & 0x80) == 0;
  });
}

std::string folded_start(std::string_view text, std::size_t most) {
  return fold(text.substr(0, code_point_floor(text, std::min(text.size(), most)))).term;
}

}  // namespace

bool asks(std::string_view text) {
  constexpr std::size_t longest = 2000;
  const std::string plain = folded_start(text, longest);
  for (std::size_t at = 0; at < plain.size();) {
    if (begins_so(std::string_view(plain).substr(at))) return true;
    const std::size_t end = plain.find_first_of(".!?:\n", at);
    if (end == std::string::npos) return false;
    at = std::min(plain.find_first_not_of(" .!?:\n", end), plain.size());
  }
  return false;
}

bool begins_asking(std::string_view text) {
  constexpr std::size_t longest_phrase = 100;
  return begins_so(folded_start(text, longest_phrase));
}

}  // namespace backfile
