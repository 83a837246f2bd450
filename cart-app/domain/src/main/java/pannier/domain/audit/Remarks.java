package pannier.domain.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * What a gate may want to check about a trip.
 *
 * @param flags in plain words, each once
 * @param marks the same in counts, from which a risk is reckoned
 */
public record Remarks(List<String> flags, Marks marks) {
  public static final Remarks NONE = new Remarks(List.of(), Marks.NONE);

  public Remarks {
    flags = List.copyOf(flags);
  }

  public Remarks flagged(String flag) {
    if (flags.contains(flag)) {
      return this;
    }
    List<String> next = new ArrayList<>(flags);
    next.add(flag);
    return new Remarks(next, marks);
  }

  public Remarks with(Marks other) {
    return new Remarks(flags, other);
  }
}
