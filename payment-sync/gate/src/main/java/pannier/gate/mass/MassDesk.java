package pannier.gate.mass;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.gate.document.Librarian;
import pannier.gate.document.Library;
import pannier.gate.settlement.Answer;
import pannier.wire.Digest;
import pannier.wire.DocumentName;
import pannier.wire.MalformedMessageException;
import pannier.wire.MassCodec;
import pannier.wire.ProblemKind;
import pannier.wire.WeighedPieces;

/** Takes what carts weighed, and offers what was learnt from it. */
public record MassDesk(MassBook book, InstantSource clock) {
  /** Carts weigh by it from their next start, so there is no hurry to tell them. */
  private static final Duration LOOK = Duration.ofMinutes(10);

  /**
   * @param cartId who sends it, as the handshake proved
   */
  public Answer answer(String cartId, byte[] message) {
    try {
      WeighedPieces weighed = MassCodec.decodeWeighed(message);
      book.keep(weighed);
      return Answer.kept();
    } catch (MalformedMessageException e) {
      return Answer.refused(ProblemKind.MALFORMED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      Logger.error(e, "what cart {} weighed", cartId);
      return Answer.refused(ProblemKind.GATE_FAULT, "send the same bytes again later");
    }
  }

  /** Offers what was learnt, and every ten minutes what is new in it. */
  public Librarian.Look offering(Library library) {
    return new Offering(book, clock, library);
  }

  /** Used by one thread. */
  private static final class Offering implements Librarian.Look {
    private final MassBook book;
    private final InstantSource clock;
    private final Library library;
    private Instant next = Instant.MIN;

    Offering(MassBook book, InstantSource clock, Library library) {
      this.book = book;
      this.clock = clock;
      this.library = library;
    }

    /** A book that cannot be read keeps nobody from shopping. */
    @Override
    public boolean look() {
      Instant now = clock.instant();
      if (now.isBefore(next)) {
        return false;
      }
      next = now.plus(LOOK);
      try {
        byte[] document = MassCodec.encode(book.document());
        if (library.digest(DocumentName.MASSES).equals(Optional.of(Digest.of(document)))) {
          return false;
        }
        library.offer(DocumentName.MASSES, document);
        return true;
      } catch (IOException e) {
        Logger.warn("carts weigh by what they know: {}", e.getMessage());
        return false;
      }
    }
  }
}
