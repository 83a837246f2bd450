package pannier.simulator.browser;

import java.io.IOException;
import java.util.List;
import pannier.gate.StaffDesk;

/** Somebody of the staff at their console, in a browser. */
final class StaffAtConsole {
  private final Browser browser;

  private StaffAtConsole(Browser browser) {
    this.browser = browser;
  }

  /** Opens the console and signs in as who may do everything. */
  static StaffAtConsole signIn(Browser browser, SimulatedShop shop) {
    browser.go(shop.url("/staff"));
    StaffAtConsole staff = new StaffAtConsole(browser);
    staff.enter(shop.staffPassword());
    browser.await("return !!document.querySelector('[data-key=page-carts]')");
    browser.forgetComplaints();
    return staff;
  }

  /** Who stands before the page that asks who it is. */
  static StaffAtConsole before(Browser browser) {
    browser.await("return !!document.getElementById('enter')");
    return new StaffAtConsole(browser);
  }

  void enter(String password) {
    browser.await("return !!document.getElementById('enter')");
    browser.run(
        "document.getElementById('name').value = arguments[0];"
            + " document.getElementById('password').value = arguments[1];",
        StaffDesk.FIRST,
        password);
    browser.touch("#enter");
  }

  void speak(String language) {
    browser.run(
        "const it = document.querySelector('.languages'); it.value = arguments[0];"
            + " it.dispatchEvent(new Event('change'))",
        language);
    browser.await("return document.documentElement.lang === arguments[0]", language);
  }

  /** Turns to a page and waits for these words on it. */
  void visit(String page, String text) {
    browser.touch("[data-key='page-" + page + "']");
    browser.await("return document.querySelector('main').textContent.includes(arguments[0])", text);
  }

  /** Types why something is done into the sheet that asks for it. */
  void writeReason(String reason) {
    browser.await("return !!document.getElementById('reason')");
    browser.run("document.getElementById('reason').value = arguments[0]", reason);
  }

  /** Does what the sheet is about, for this reason. */
  void doIt(String reason) {
    writeReason(reason);
    browser.touch("[data-key='do']");
  }

  /** Looks at a sheet in each language: it is opened anew each time, and open in English then. */
  void lookAtSheet(String name, Runnable opening, String css) throws IOException {
    for (String language : List.of("de", "fr", "es", "en")) {
      browser.run("document.getElementById('sheet').close()");
      speak(language);
      opening.run();
      browser.await("return !!document.querySelector('#sheet[open] ' + arguments[0])", css);
      browser.look(name + "-" + language);
    }
  }

  /** Looks at a page in each language, once it shows such an element again; then in English. */
  void lookInEachLanguage(String name, String css) throws IOException {
    for (String language : Browser.LANGUAGES) {
      speak(language);
      browser.await("return !!document.querySelector(arguments[0])", css);
      browser.look(name + "-" + language);
    }
    speak("en");
    browser.await("return !!document.querySelector(arguments[0])", css);
  }
}
