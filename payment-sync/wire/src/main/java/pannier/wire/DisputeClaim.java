package pannier.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The shopper says that a line of a receipt is wrong, and shows what the cart saw and felt of it.
 *
 * @param id unique for ever; the same again is the same dispute
 * @param key of the settlement
 * @param line which one, and why
 * @param what lies in the basket, with a spot check, which has no receipt yet; empty with a dispute
 * @param proofs of what went in and out, oldest first; may be none
 */
public record DisputeClaim(
    String id, SettlementKey key, Line line, Optional<What> what, List<Proof> proofs) {
  /** More would not fit into a message with their pictures. */
  public static final int MOST_PROOFS = 8;

  public static final int MOST_POINTS = 200;

  /** Of all pictures of a dispute. */
  public static final int MOST_PICTURE_BYTES = 100_000;

  public DisputeClaim {
    Limits.text("dispute", id, Limits.LONGEST_ID);
    proofs = Limits.list("proofs", proofs, MOST_PROOFS);
    int bytes =
        proofs.stream()
            .flatMap(it -> it.pictures().stream())
            .mapToInt(it -> it.jpeg().length)
            .sum();
    Limits.range("picture bytes", bytes, 0, MOST_PICTURE_BYTES);
  }

  /** A dispute of a line of a receipt. */
  public DisputeClaim(String id, SettlementKey key, int line, String reason, List<Proof> proofs) {
    this(id, key, new Line(line, reason), Optional.empty(), proofs);
  }

  /**
   * @param place on the receipt or in the basket, from 0
   * @param reason a short code, such as {@code not-taken}
   */
  public record Line(int place, String reason) {
    /** Staff want to see it; nobody says that it is wrong. */
    public static final String SPOT_CHECK = "spot-check";

    public Line {
      Limits.range("line", place, 0, Limits.MOST_LINES - 1);
      Limits.text("reason", reason, Limits.LONGEST_ID);
    }
  }

  /** A line of a basket. */
  public record What(String name, int pieces, long massGrams) {
    public What {
      Limits.text("name", name, Limits.LONGEST_TEXT);
      Limits.range("pieces", pieces, 1, Limits.MOST_PIECES);
      Limits.range("mass", massGrams, 0, Limits.MOST_GRAMS);
    }
  }

  /** Whether staff asked for it. */
  public boolean isCheck() {
    return line.reason().equals(Line.SPOT_CHECK);
  }

  /**
   * One thing that went in or out.
   *
   * @param in it went in; otherwise it came out
   * @param atMillis since 1970, by the cart's clock
   * @param massGrams that the scale found; negative where it came out
   * @param curve of the scale around that moment
   */
  public record Proof(
      boolean in, long atMillis, long massGrams, List<Point> curve, List<Picture> pictures) {
    public Proof {
      Limits.range("at", atMillis, 0, Long.MAX_VALUE);
      Limits.range("mass", massGrams, -Limits.MOST_GRAMS, Limits.MOST_GRAMS);
      curve = Limits.list("curve", curve, MOST_POINTS);
      pictures = Limits.list("pictures", pictures, MOST_PROOFS);
    }
  }

  /**
   * @param millis from the moment of the crossing; negative: before it
   * @param grams that lay in the basket in all
   */
  public record Point(int millis, int grams) {}

  /** A crop of the thing, as JPEG. Immutable. */
  public static final class Picture {
    private final byte[] jpeg;

    public Picture(byte[] jpeg) {
      Limits.range("picture", jpeg.length, 1, MOST_PICTURE_BYTES);
      this.jpeg = jpeg.clone();
    }

    public byte[] jpeg() {
      return jpeg.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Picture picture && Arrays.equals(jpeg, picture.jpeg);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(jpeg);
    }
  }
}
