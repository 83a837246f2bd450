package pannier.domain.gs1;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pannier.domain.gs1.ElementString.Element;

/**
 * Web addresses with application identifiers in them (GS1 Digital Link Standard: URI Syntax,
 * uncompressed): {@code https://any.host/any/path/01/GTIN/10/LOT?3103=000520&15=270131}.
 */
final class DigitalLink {
  private static final Pattern ADDRESS =
      Pattern.compile("[Hh][Tt][Tt][Pp][Ss]?://[^/?#]+(/[^?#]*)?(?:\\?([^#]*))?(?:#.*)?");

  private static final Pattern ESCAPED = Pattern.compile("%([0-9A-Fa-f]{2})");

  /** What tells one item from another of the same GTIN stands in the path behind it. */
  private static final Set<String> QUALIFIERS = Set.of("10", "21", "22", "235");

  private static final int GTIN_DIGITS = 14;

  private DigitalLink() {}

  /** Empty for all other addresses, and where a key or its data is malformed. */
  static Optional<ElementString> parse(String address) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      return Optional.empty();
    }
    List<String> path = List.of(part(parts, 1).split("/", -1));
    for (int i = path.size() - 2; i >= 0; i--) {
      if (path.get(i).equals("01") || path.get(i).equals("gtin")) {
        return elements(path.subList(i, path.size()), part(parts, 2));
      }
    }
    return Optional.empty();
  }

  private static Optional<ElementString> elements(List<String> path, String query) {
    List<Element> elements = new ArrayList<>();
    String gtin = unescaped(path.get(1));
    String padded = "0".repeat(Math.max(0, GTIN_DIGITS - gtin.length())) + gtin;
    elements.add(new Element("01", padded));
    for (int i = 2; i + 1 < path.size(); i += 2) {
      if (!QUALIFIERS.contains(path.get(i))) {
        return Optional.empty();
      }
      elements.add(new Element(path.get(i), unescaped(path.get(i + 1))));
    }
    for (String pair : query.split("[&;]", -1)) {
      String[] sides = pair.split("=", 2);
      // Other parameters of an address mean nothing to us.
      if (sides.length == 2 && ElementString.isIdentifier(sides[0])) {
        elements.add(new Element(sides[0], unescaped(sides[1])));
      }
    }
    boolean wellFormed = gtin.length() >= 8 && elements.stream().allMatch(Element::isWellFormed);
    return wellFormed ? Optional.of(new ElementString(elements)) : Optional.empty();
  }

  private static String part(Matcher parts, int group) {
    String part = parts.group(group);
    return part == null ? "" : part;
  }

  /** GS1 data is ASCII, so that each escape is a character. */
  private static String unescaped(String text) {
    return ESCAPED
        .matcher(text)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
  }
}
