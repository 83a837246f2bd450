package pannier.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import pannier.domain.money.Money;
import pannier.gate.checkpoint.BasketMove;
import pannier.gate.checkpoint.CheckpointBook;
import pannier.gate.console.StaffBook;
import pannier.gate.console.StaffLog;
import pannier.gate.ledger.PaymentKey;
import pannier.gate.pairing.Doorkeeper;
import pannier.gate.paper.QrPicture;
import pannier.gate.settlement.Answer;
import pannier.gate.settlement.GateParts;
import pannier.gate.settlement.Settlements;
import pannier.gate.settlement.ShopPrices;
import pannier.gate.till.Till;
import pannier.pricing.assortment.Assortment;
import pannier.pricing.csv.BadCatalogueException;
import pannier.pricing.csv.CatalogueFile;
import pannier.pricing.json.BadJsonException;
import pannier.pricing.json.PriceList;
import pannier.wire.Declined;
import pannier.wire.FrozenLine;
import pannier.wire.MalformedMessageException;
import pannier.wire.ProblemKind;
import pannier.wire.Receipt;
import pannier.wire.SettlementCodec;
import pannier.wire.receipt.ReceiptText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code ./pannier move --gate-config GATE.json}: what staff do about the basket of a cart that
 * died, from a shell on the gate's machine, beside the running gate.
 */
@Command(
    name = "move",
    mixinStandardHelpOptions = true,
    description = "Moves the basket of a cart that died to a till or to another cart.")
public final class MoveMain implements Callable<Integer> {
  @Option(
      names = "--gate-config",
      required = true,
      paramLabel = "FILE",
      description = "the running gate's JSON")
  private Path config = Path.of("gate.json");

  @ArgGroup(multiplicity = "1")
  private Deed deed = new Deed();

  @Option(names = "--cart", paramLabel = "ID", description = "with --to-cart: this one alone")
  private @Nullable String cart;

  @Option(names = "--paid", description = "with --to-till: the cash is in the till")
  private boolean paid;

  @Option(
      names = "--age",
      paramLabel = "YEARS",
      description = "with --to-till: the shopper is as old as that, who does it has looked")
  private int years;

  @Option(names = "--by", paramLabel = "NAME", description = "who does it, for the log")
  private String by = System.getProperty("user.name", "shell");

  @Option(names = "--lang", description = "of the receipt: en, de, fr, es")
  private String language = "en";

  @Option(names = "--json", description = "standard output is one JSON object a line")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final ObjectMapper mapper = new ObjectMapper();

  /** What is done. */
  private static final class Deed {
    @Option(names = "--list", description = "the baskets that are under way")
    private boolean list;

    @Option(
        names = "--to-till",
        paramLabel = "TRIP",
        description = "the basket is paid in cash; twice, with --paid once the money is there")
    private @Nullable String toTill;

    @Option(
        names = "--to-cart",
        paramLabel = "TRIP",
        description = "shows a code by which another cart goes on with the basket")
    private @Nullable String toCart;
  }

  public static void main(String[] args) {
    System.exit(StaffCommand.run("move", new MoveMain(), args));
  }

  @Override
  public Integer call() {
    PrintWriter errors = spec.commandLine().getErr();
    try {
      GateConfig read = GateConfigFile.read(config);
      Assortment shop = CatalogueFile.open(read.catalogue());
      return run(read, shop);
    } catch (BadGateConfigException
        | BadCatalogueException
        | BadJsonException
        | BasketMove.RefusedMoveException e) {
      errors.println("pannier move: " + e.getMessage());
      return StaffCommand.BAD_INPUT;
    } catch (IOException e) {
      errors.println("pannier move: " + e.getMessage());
      return StaffCommand.FAILED;
    }
  }

  private int run(GateConfig read, Assortment shop) throws IOException {
    InstantSource clock = InstantSource.system();
    GateProviders providers = GateProviders.open(read);
    PriceList list =
        read.rules().isPresent() ? PriceList.of(read.rules().get(), shop) : PriceList.of(shop);
    GateParts parts =
        new GateParts(
            read.ledger().open(),
            providers.all(),
            (key, receiptId) -> {}, // who pays at a till leaves by the till
            shop.catalogue(),
            clock,
            ShopPrices.of(list));
    try (CheckpointBook book = CheckpointBook.open(read.shelf(), clock);
        Doorkeeper keeper = Doorkeeper.open(read.data(), read.shelf(), clock);
        StaffBook staff = StaffBook.open(read.shelf())) {
      StaffLog log = new StaffLog(staff, clock);
      BasketMove move =
          new BasketMove(book, new Settlements(parts), parts.ledger(), keeper.logins());
      String toTill = deed.toTill;
      String toCart = deed.toCart;
      if (toTill != null) {
        log.write(new StaffLog.Deed(by, paid ? "till-paid" : "move-to-till", toTill, ""));
        return toTill(move, providers.till(), toTill, list);
      }
      if (toCart != null) {
        log.write(new StaffLog.Deed(by, "move-to-cart", toCart, cart == null ? "" : cart));
        show(move.toCart(toCart, Optional.ofNullable(cart)));
        return 0;
      }
      for (CheckpointBook.Kept kept : deed.list ? move.list() : List.<CheckpointBook.Kept>of()) {
        tell(kept, shop);
      }
      return 0;
    } finally {
      providers.close();
      parts.close();
    }
  }

  private int toTill(BasketMove move, Till till, String trip, PriceList list) throws IOException {
    Answer answer = move.toTill(trip, years, by);
    if (paid && awaitsCash(answer)) {
      till.paid(PaymentKey.of(BasketMove.tillKey(trip), 0), true, by);
      answer = move.toTill(trip, years, by);
    }
    return switch (answer) {
      case Answer.Replied replied -> print(replied, list);
      case Answer.Refused refused when awaitsCash(refused) -> {
        say("till", trip, "take the cash, then say --paid: " + due(till, trip, list));
        yield 0;
      }
      case Answer.Refused refused -> {
        spec.commandLine().getErr().println("pannier move: " + refused.problem().detail());
        yield StaffCommand.FAILED;
      }
    };
  }

  private static boolean awaitsCash(Answer answer) {
    return answer instanceof Answer.Refused refused
        && refused.problem().kind() == ProblemKind.AWAITING_CASH;
  }

  private static String due(Till till, String trip, PriceList list) throws IOException {
    String key = PaymentKey.of(BasketMove.tillKey(trip), 0);
    return till.tasks().stream()
        .filter(task -> task.key().equals(key))
        .map(task -> new Money(task.amountMinor(), list.rules().book().prices().currency()))
        .map(Money::toString)
        .findFirst()
        .orElse("nothing is asked any more");
  }

  private int print(Answer.Replied replied, PriceList list) throws MalformedMessageException {
    PrintWriter out = spec.commandLine().getOut();
    switch (SettlementCodec.decodeReply(replied.reply().bytes())) {
      case Receipt receipt -> {
        if (json) {
          say("receipt", receipt.key().tripId(), receipt.receiptId());
        } else {
          out.print(
              ReceiptText.render(receipt, Locale.forLanguageTag(language), list.rules().zone()));
          out.flush();
        }
        return 0;
      }
      case Declined declined -> {
        spec.commandLine().getErr().println("pannier move: declined, " + declined.reason());
        return StaffCommand.FAILED;
      }
    }
  }

  private void show(BasketMove.ToCart moved) {
    String text = moved.shown().code().text();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode node = mapper.createObjectNode().put("event", "code").put("code", text);
      out.println(node.put("trip", moved.tripId()).put("until", moved.shown().until().toString()));
    } else {
      QrPicture.of(text).lines().forEach(out::println);
      out.println(text);
      out.println("show it to the other cart's camera by " + moved.shown().until());
      for (FrozenLine line : moved.again()) {
        out.println("put in anew once it goes on: " + line.product());
      }
    }
    out.flush();
  }

  private void tell(CheckpointBook.Kept kept, Assortment shop) {
    var basket = kept.checkpoint().basket();
    int pieces = basket.lines().stream().mapToInt(FrozenLine::pieces).sum();
    Money total =
        new Money(
            basket.terms().dueMinor().orElse(basket.totalMinor()), shop.catalogue().currency());
    String what =
        "%s, %d pieces, %s, told %s%s"
            .formatted(
                kept.cartId(), pieces, total, kept.at(), kept.moved() ? ", moved already" : "");
    say("basket", basket.key().tripId(), what);
  }

  private void say(String event, String trip, String what) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode node = mapper.createObjectNode().put("event", event).put("trip", trip);
      out.println(node.put("what", what));
    } else {
      out.println(trip + ": " + what);
    }
    out.flush();
  }
}
