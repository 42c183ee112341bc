// Each step of a test is a WebDriver request to ChromeDriver, or a script run in the page where the
// protocol has no request for it.
#include "tests/browser/browser.h"

#include <httplib.h>
#include <unistd.h>

#include <chrono>
#include <stdexcept>
#include <thread>
#include <utility>

#include "tests/browser/started_driver.h"
#include "tests/temporary_directory.h"

namespace backfile {
namespace {

using Json = nlohmann::json;

constexpr const char* driver_program = "/usr/bin/chromedriver";
constexpr const char* browser_program = "/usr/bin/chromium";
constexpr const char* env_program = "/usr/bin/env";
constexpr int patience_in_seconds = 120;  // everything is slow under a sanitizer

Json session_wishes() {
  return {
      {"capabilities",
       {{"alwaysMatch",
         {{"browserName", "chrome"},
          {"goog:loggingPrefs", {{"browser", "ALL"}}},
          {"goog:chromeOptions",
           {{"binary", browser_program},
            {"args",
             // By a pipe: through a socket the driver does not reach Debian 12's first Chromium.
             {"--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
              "--remote-debugging-pipe", "--hide-scrollbars", "--lang=en"}}}}}}}}};
}

// The body that WebDriver's key actions have.
Json key_actions(const Json& steps) {
  return {{"actions", {{{"type", "key"}, {"id", "keyboard"}, {"actions", steps}}}}};
}

Json key_step(const char* what, std::string_view key) {
  return {{"type", what}, {"value", key}};
}

// The rectangle around the dots in which two images differ.
constexpr const char* difference_of_images = R"js(
  const dots = async (png) => {
    const image = new Image();
    image.src = "data:image/png;base64," + png;
    await image.decode();
    const { width, height } = image;
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    return { width, data: new Uint32Array(context.getImageData(0, 0, width, height).data.buffer) };
  };
  return Promise.all([...arguments].map(dots)).then(([one, other]) => {
    let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
    one.data.forEach((dot, i) => {
      if (dot === other.data[i]) return;
      const x = i % one.width, y = Math.floor(i / one.width);
      left = Math.min(left, x), right = Math.max(right, x + 1);
      top = Math.min(top, y), bottom = Math.max(bottom, y + 1);
    });
    return right ? [left, top, right, bottom] : [0, 0, 0, 0];
  });
)js";

}  // namespace

struct Browser::Driver {
  Driver()
      : program({env_program, "TMPDIR=" + folder.path().string(), driver_program, "--port=0"}),
        client("127.0.0.1", program.port()) {
    client.set_read_timeout(patience_in_seconds);
    client.set_keep_alive(true);
  }

  TemporaryDirectory folder;  // Chromium leaves folders of its own behind wherever it runs
  StartedDriver program;
  httplib::Client client;
  std::string session;
};

std::string Browser::why_not() {
  for (const char* program : {driver_program, browser_program})
    if (::access(program, X_OK) != 0)
      return std::string("there is no ") + program + " here; ./check installs it";
  return {};
}

std::unique_ptr<Browser> Browser::start(std::string& why_not_started) {
  why_not_started = why_not();
  if (!why_not_started.empty()) return nullptr;
  // Chromium wants more of a machine than to be installed: sockets, memory to share, a version that
  // its driver gets on with.
  try {
    return std::unique_ptr<Browser>(new Browser);
  } catch (const std::exception& error) {
    why_not_started = std::string("Chromium does not start here: ") + error.what();
    return nullptr;
  }
}

Browser::Browser() : driver_(std::make_unique<Driver>()) {
  driver_->session =
      "/session/" + ask("POST", "/session", session_wishes()).at("sessionId").get<std::string>();
}

Browser::~Browser() {
  driver_->client.Delete(driver_->session);  // ends Chromium as well
}

Json Browser::ask(const char* method, const std::string& path, const Json& body) {
  const std::string whole = driver_->session + path;
  const bool posts = std::string_view(method) == "POST";
  const bool deletes = std::string_view(method) == "DELETE";
  const auto answer = posts     ? driver_->client.Post(whole, body.dump(), "application/json")
                      : deletes ? driver_->client.Delete(whole)
                                : driver_->client.Get(whole);
  if (!answer) throw std::runtime_error("no answer from ChromeDriver to " + whole);
  const Json value = Json::parse(answer->body).at("value");
  if (answer->status != 200)
    throw std::runtime_error(whole + ": " + value.value("message", answer->body));
  return value;
}

Json Browser::tell_devtools(const std::string& command, const Json& parameters) {
  return ask("POST", "/goog/cdp/execute", {{"cmd", command}, {"params", parameters}});
}

void Browser::size(int width, int height) {
  tell_devtools(
      "Emulation.setDeviceMetricsOverride",
      {{"width", width}, {"height", height}, {"deviceScaleFactor", 1}, {"mobile", false}});
}

void Browser::dark(bool dark) {
  tell_devtools("Emulation.setEmulatedMedia",
                {{"features",
                  {{{"name", "prefers-color-scheme"}, {"value", dark ? "dark" : "light"}},
                   {{"name", "prefers-reduced-motion"}, {"value", "reduce"}}}}});
}

void Browser::script(bool allowed) {
  tell_devtools("Emulation.setScriptExecutionDisabled", {{"value", !allowed}});
}

void Browser::open(const std::string& address) {
  ask("POST", "/url", {{"url", address}});
}

std::string Browser::address() {
  return ask("GET", "/url");
}

void Browser::click(const std::string& selector) {
  const Json element = ask("POST", "/element", {{"using", "css selector"}, {"value", selector}});
  ask("POST", "/element/" + element.begin()->get<std::string>() + "/click");
}

std::string Browser::text(const std::string& selector) {
  const Json found =
      run("const e = document.querySelector(arguments[0]); return e && e.innerText", {selector});
  if (!found.is_string()) throw std::runtime_error("nothing on the page is " + selector);
  return found;
}

std::string Browser::attribute(const std::string& selector, const std::string& name) {
  const Json found = run(
      "const e = document.querySelector(arguments[0]); return e && e.getAttribute(arguments[1])",
      {selector, name});
  if (!found.is_string()) throw std::runtime_error("nothing is " + selector + " with " + name);
  return found;
}

std::vector<std::string> Browser::texts(const std::string& selector) {
  return run("return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)",
             {selector});
}

void Browser::type(const std::string& text) {
  Json steps = Json::array();
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    const std::string_view letter = std::string_view(text).substr(at, end - at);
    steps.push_back(key_step("keyDown", letter));
    steps.push_back(key_step("keyUp", letter));
    at = end;
  }
  ask("POST", "/actions", key_actions(steps));
}

void Browser::press(std::initializer_list<std::string_view> keys) {
  Json steps = Json::array();
  for (const std::string_view key : keys) steps.push_back(key_step("keyDown", key));
  for (auto key = std::rbegin(keys); key != std::rend(keys); ++key)
    steps.push_back(key_step("keyUp", *key));
  ask("POST", "/actions", key_actions(steps));
}

Json Browser::run(const std::string& script, const Json& arguments) {
  return ask("POST", "/execute/sync", {{"script", script}, {"args", arguments}});
}

bool Browser::waits_for(const std::string& script) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(30);
  while (std::chrono::steady_clock::now() < until) {
    const Json value = run("return Boolean((() => { " + script + " })())");
    if (value == true) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

std::string Browser::screenshot() {
  return ask("GET", "/screenshot");
}

Browser::Painted Browser::painted(const std::string& selector) {
  const std::string hide = "document.querySelector(arguments[0]).style.visibility = arguments[1]";
  const std::string with = screenshot();
  run(hide, {selector, "hidden"});
  const std::string without = screenshot();
  run(hide, {selector, ""});
  // Pages let no images in but their own, so that these are compared in a frameless window.
  const Json own = ask("GET", "/window");
  ask("POST", "/window", {{"handle", ask("POST", "/window/new", {{"type", "tab"}}).at("handle")}});
  const Json found = run(difference_of_images, {with, without});
  ask("DELETE", "/window");
  ask("POST", "/window", {{"handle", own}});
  return {found[0], found[1], found[2], found[3]};
}

std::vector<std::string> Browser::complaints() {
  std::vector<std::string> messages;
  for (const Json& entry : ask("POST", "/se/log", {{"type", "browser"}}))
    if (entry.at("level") != "INFO" && entry.at("level") != "DEBUG")
      messages.push_back(entry.at("message"));
  return messages;
}

std::vector<Browser::Spoken> Browser::spoken() {
  tell_devtools("Accessibility.enable", Json::object());
  std::vector<Spoken> all;
  const Json tree = tell_devtools("Accessibility.getFullAXTree", Json::object());
  for (const Json& node : tree.at("nodes")) {
    if (node.value("ignored", false)) continue;
    Spoken spoken;
    spoken.role = node.at("role").at("value");
    if (node.contains("name")) spoken.name = node["name"].value("value", "");
    for (const Json& property : node.value("properties", Json::array()))
      if (property.at("name") == "focusable") spoken.focusable = property["value"]["value"] == true;
    all.push_back(std::move(spoken));
  }
  return all;
}

}  // namespace backfile
