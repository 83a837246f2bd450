package pannier.gate.checkpoint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.gate.ledger.EncodedReply;
import pannier.gate.pairing.LoginDesk;
import pannier.gate.settlement.Answer;
import pannier.wire.Checkpoint;
import pannier.wire.CheckpointCodec;
import pannier.wire.FrozenLine;
import pannier.wire.LoginReply;
import pannier.wire.MalformedMessageException;
import pannier.wire.PairingCodec;
import pannier.wire.ProblemKind;

/**
 * Takes checkpoints from carts, and gives a basket that was moved to the cart that takes it over.
 */
public record CheckpointDesk(CheckpointBook book) {
  /**
   * @param cartId who sends it, as the handshake proved
   */
  public Answer answer(String cartId, byte[] message) {
    try {
      Checkpoint checkpoint = CheckpointCodec.decode(message);
      if (!checkpoint.basket().cartId().equals(cartId)) {
        return Answer.refused(ProblemKind.FOREIGN_CART, "the basket is another cart's");
      }
      return book.keep(checkpoint)
          ? Answer.kept()
          : Answer.refused(
              ProblemKind.SUPERSEDED, "staff have moved the basket, or it is another cart's");
    } catch (MalformedMessageException e) {
      return Answer.refused(ProblemKind.MALFORMED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      Logger.error(e, "checkpoint");
      return Answer.refused(ProblemKind.GATE_FAULT, "send the newest again later");
    }
  }

  /** A login, with the basket that its trip goes on with. */
  public Answer login(LoginDesk logins, String cartId, byte[] message) {
    Answer answer = logins.login(cartId, message);
    if (!(answer instanceof Answer.Replied replied)) {
      return answer;
    }
    try {
      LoginReply reply = PairingCodec.decodeLoginReply(replied.reply().bytes());
      Optional<CheckpointBook.Kept> moved = book.findMovedTo(reply.tripId());
      return moved.isEmpty()
          ? answer
          : new Answer.Replied(
              EncodedReply.ofBytes(
                  PairingCodec.encode(
                      new LoginReply(
                          reply.tripId(), reply.member(), things(moved.get().checkpoint())))));
    } catch (IOException e) {
      Logger.error(e, "login");
      return Answer.refused(ProblemKind.GATE_FAULT, "send the same bytes again later");
    }
  }

  /** What another cart can take over unseen: things by the piece, without labels of their own. */
  static List<LoginReply.Thing> things(Checkpoint checkpoint) {
    return checkpoint.basket().lines().stream()
        .filter(line -> line.massGrams().isEmpty() && !line.labelled())
        .map(line -> new LoginReply.Thing(line.product(), line.pieces()))
        .toList();
  }

  /** What must be put into the other cart anew: sold by mass, or by its own label. */
  static List<FrozenLine> others(Checkpoint checkpoint) {
    return checkpoint.basket().lines().stream()
        .filter(line -> line.massGrams().isPresent() || line.labelled())
        .toList();
  }
}
