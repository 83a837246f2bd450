package pannier.pricing.csv;

import pannier.domain.money.CardNumbers;

/**
 * One thing that is wrong in a table.
 *
 * @param file the file as the user named it
 * @param line counted from 1; of a row that spans several lines, the last one; 0 for the whole file
 * @param column its name in the header; empty for the whole row
 * @param found what stands there, shortened
 * @param wanted what would be right
 */
public record BadCell(String file, long line, String column, String found, String wanted) {
  private static final int LONGEST_QUOTE = 60;

  public BadCell {
    found = oneLine(found);
  }

  /** One line of text: file, place, value found, what would be right. */
  public String message() {
    StringBuilder text = new StringBuilder(file);
    if (line > 0) {
      text.append(", line ").append(line);
    }
    if (!column.isEmpty()) {
      text.append(", ").append(column);
    }
    text.append(": found ").append(found).append("; expected ").append(wanted);
    return CardNumbers.masked(text.toString());
  }

  private static String oneLine(String text) {
    String flat = CardNumbers.masked(text).replaceAll("\\p{Cntrl}", " ");
    return flat.length() <= LONGEST_QUOTE ? flat : flat.substring(0, LONGEST_QUOTE) + "…";
  }
}
