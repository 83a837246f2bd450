package pannier.domain.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Data with GS1 application identifiers (GS1 General Specifications, section 3), as GS1-128,
 * DataBar Expanded and Digital Links carry it.
 *
 * @param elements in the order of the symbol, at least one
 */
public record ElementString(List<Element> elements) {
  /**
   * One identifier with its data.
   *
   * @param identifier two to four digits
   * @param data of the form that the identifier asks for
   */
  public record Element(String identifier, String data) {
    boolean isWellFormed() {
      return ApplicationIdentifier.at(identifier, 0)
          .filter(known -> known.digits() == identifier.length())
          .filter(known -> known.accepts(data))
          .isPresent();
    }
  }

  /** Ends data of variable length where more follows. */
  private static final char SEPARATOR = 29;

  private static final Pattern BRACKETED = Pattern.compile("\\((\\d{2,4})\\)([^(]+)");

  public ElementString {
    elements = List.copyOf(elements);
    if (elements.isEmpty()) {
      throw new IllegalArgumentException("an element string without elements");
    }
  }

  /** The data of that identifier; the first where it is repeated. */
  public Optional<String> find(String identifier) {
    return elements.stream()
        .filter(element -> element.identifier().equals(identifier))
        .map(Element::data)
        .findFirst();
  }

  static boolean isIdentifier(String text) {
    return ApplicationIdentifier.at(text, 0)
        .filter(known -> known.digits() == text.length())
        .isPresent();
  }

  /**
   * From a web address that is a GS1 Digital Link with a GTIN; empty for any other, and where its
   * data is malformed.
   */
  public static Optional<ElementString> parseLink(String address) {
    return DigitalLink.parse(address);
  }

  /** As read from a symbol; empty when an identifier is unknown or its data malformed. */
  public static Optional<ElementString> parse(String raw) {
    List<Element> elements = new ArrayList<>();
    int at = 0;
    while (at < raw.length()) {
      if (raw.charAt(at) == SEPARATOR) {
        at++;
        continue;
      }
      Optional<ApplicationIdentifier> known = ApplicationIdentifier.at(raw, at);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      int from = at + known.get().digits();
      int to = end(raw, from, known.get());
      String data = raw.substring(from, to);
      if (!known.get().accepts(data)) {
        return Optional.empty();
      }
      elements.add(new Element(raw.substring(at, from), data));
      at = to;
    }
    return elements.isEmpty() ? Optional.empty() : Optional.of(new ElementString(elements));
  }

  private static int end(String raw, int from, ApplicationIdentifier identifier) {
    int separator = raw.indexOf(SEPARATOR, from);
    int end = separator < 0 ? raw.length() : separator;
    return Math.min(end, from + identifier.mostCharacters());
  }

  /** As written for people, {@code (01)…(3103)…}; empty as in {@link #parse}. */
  public static Optional<ElementString> parseBracketed(String text) {
    List<Element> elements = new ArrayList<>();
    Matcher matcher = BRACKETED.matcher(text);
    int at = 0;
    while (matcher.find() && matcher.start() == at) {
      Element element = new Element(matcher.group(1), matcher.group(2));
      if (!element.isWellFormed()) {
        return Optional.empty();
      }
      elements.add(element);
      at = matcher.end();
    }
    return at == text.length() && at > 0
        ? Optional.of(new ElementString(elements))
        : Optional.empty();
  }

  /** As written for people: {@code (01)09501101530003(3103)000520}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    elements.forEach(
        element ->
            text.append('(').append(element.identifier()).append(')').append(element.data()));
    return text.toString();
  }
}
