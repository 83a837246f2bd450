package pannier.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A cart's status and what staff answer, as bytes; hardware-docs/protocol.md has the CDDL. */
public final class StatusCodec {
  private StatusCodec() {}

  public static byte[] encode(CartStatus status) {
    CborFields fields =
        new CborFields()
            .put(0, Limits.VERSION)
            .put(1, status.state())
            .put(2, status.tripId())
            .put(3, status.call())
            .put(4, status.open().stream().map(StatusCodec::open).toList())
            .put(5, status.doubts())
            .put(6, status.doneOrder());
    status.tab().ifPresent(tab -> fields.put(7, tab(tab)));
    CartStatus.Machine machine = status.machine();
    machine
        .program()
        .ifPresent(
            program ->
                fields.put(8, new CborFields().put(0, program.version()).put(1, program.failed())));
    machine.work().ifPresent(work -> fields.put(9, work(work)));
    machine.condition().ifPresent(condition -> fields.put(10, condition(condition)));
    return fields.encode();
  }

  public static CartStatus decodeStatus(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("cart-status", bytes);
    node.requireVersion();
    List<CartStatus.Open> open = new ArrayList<>();
    for (CborNode each : node.maps(4, "open", CartStatus.MOST_OPEN)) {
      open.add(each.build(() -> open(each)));
    }
    Optional<CartStatus.Tab> tab =
        node.has(7) ? Optional.of(tab(node.map(7, "tab"))) : Optional.empty();
    CartStatus.Machine machine = machine(node);
    return node.build(
        () ->
            new CartStatus(
                node.text(1, "state"),
                node.text(2, "trip"),
                node.text(3, "call"),
                open,
                node.texts(5, "doubts", CartStatus.MOST_OPEN),
                node.number(6, "done-order"),
                tab,
                machine));
  }

  private static CartStatus.Machine machine(CborNode node) throws MalformedMessageException {
    return new CartStatus.Machine(
        node.has(8) ? Optional.of(program(node.map(8, "program"))) : Optional.empty(),
        node.has(9) ? Optional.of(work(node.map(9, "work"))) : Optional.empty(),
        node.has(10) ? Optional.of(condition(node.map(10, "condition"))) : Optional.empty());
  }

  private static CborFields condition(CartStatus.Condition condition) {
    CborFields fields = new CborFields();
    condition.chargePercent().ifPresent(it -> fields.put(0, it));
    condition.signalDbm().ifPresent(it -> fields.put(1, it));
    return fields;
  }

  private static CartStatus.Condition condition(CborNode node) throws MalformedMessageException {
    OptionalInt charge = whole(node.optionalNumber(0, "charge"), 0, 100);
    OptionalInt signal =
        whole(node.optionalNumber(1, "signal"), CartStatus.Condition.WEAKEST_DBM, 0);
    return node.build(() -> new CartStatus.Condition(charge, signal));
  }

  /** What is out of range becomes a number that is refused with its name. */
  private static OptionalInt whole(OptionalLong value, int least, int most) {
    return value.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.clamp(value.getAsLong(), least - 1L, most + 1L));
  }

  private static CartStatus.Program program(CborNode node) throws MalformedMessageException {
    return node.build(
        () -> new CartStatus.Program(node.text(0, "version"), node.text(1, "failed")));
  }

  /** The answer to a status, and what is pushed to whoever observes it. */
  public static byte[] encode(StoreWord word) {
    CborFields fields =
        new CborFields()
            .put(0, Limits.VERSION)
            .put(1, word.orders().stream().map(StatusCodec::order).toList());
    word.time().ifPresent(time -> fields.put(2, time.toEpochMilli()));
    word.priceList().ifPresent(digest -> fields.put(3, digest.bytes()));
    word.gallery().ifPresent(digest -> fields.put(4, digest.bytes()));
    word.release().ifPresent(digest -> fields.put(5, digest.bytes()));
    word.masses().ifPresent(digest -> fields.put(6, digest.bytes()));
    return fields.encode();
  }

  public static StoreWord decodeWord(byte[] bytes) throws MalformedMessageException {
    CborNode node = CborNode.read("status-reply", bytes);
    node.requireVersion();
    List<StaffOrder> orders = new ArrayList<>();
    for (CborNode each : node.maps(1, "orders", StoreWord.MOST_ORDERS)) {
      orders.add(each.build(() -> order(each)));
    }
    return node.build(
        () ->
            new StoreWord(
                orders,
                time(node),
                digest(node, 3, "price-list"),
                digest(node, 4, "gallery"),
                digest(node, 5, "release"),
                digest(node, 6, "masses")));
  }

  private static Optional<Instant> time(CborNode node) throws MalformedMessageException {
    OptionalLong millis = node.optionalNumber(2, "time");
    return millis.isPresent()
        ? Optional.of(
            Instant.ofEpochMilli(Limits.range("time", millis.getAsLong(), 0, Limits.LATEST_MILLIS)))
        : Optional.empty();
  }

  private static Optional<Digest> digest(CborNode node, int key, String name)
      throws MalformedMessageException {
    return node.has(key) ? Optional.of(node.digest(key, name)) : Optional.empty();
  }

  private static CborFields tab(CartStatus.Tab tab) {
    CborFields fields =
        new CborFields().put(0, tab.totalMinor()).put(1, tab.pieces()).put(2, tab.token());
    return tab.lines().isEmpty()
        ? fields
        : fields.put(3, tab.lines().stream().map(StatusCodec::line).toList());
  }

  private static CborFields line(CartStatus.TabLine line) {
    return new CborFields()
        .put(0, line.name())
        .put(1, line.pieces())
        .put(2, line.massGrams())
        .put(3, line.netMinor());
  }

  private static List<CartStatus.TabLine> lines(CborNode tab) throws MalformedMessageException {
    List<CartStatus.TabLine> lines = new ArrayList<>();
    for (CborNode each :
        tab.has(3) ? tab.maps(3, "lines", Limits.MOST_LINES) : List.<CborNode>of()) {
      lines.add(
          each.build(
              () ->
                  new CartStatus.TabLine(
                      each.text(0, "name"),
                      each.small(1, "pieces"),
                      each.number(2, "mass"),
                      each.number(3, "net"))));
    }
    return lines;
  }

  private static CartStatus.Tab tab(CborNode node) throws MalformedMessageException {
    List<CartStatus.TabLine> lines = lines(node);
    return node.build(
        () ->
            new CartStatus.Tab(
                node.number(0, "total"), node.small(1, "pieces"), node.text(2, "token"), lines));
  }

  private static CborFields work(CartStatus.Work work) {
    return new CborFields()
        .put(0, work.staff())
        .put(1, work.open() ? 1 : 0)
        .put(2, work.results())
        .put(3, work.result());
  }

  private static CartStatus.Work work(CborNode node) throws MalformedMessageException {
    return node.build(
        () ->
            new CartStatus.Work(
                node.text(0, "staff"),
                node.number(1, "open") != 0,
                node.small(2, "results"),
                node.text(3, "result")));
  }

  private static CborFields open(CartStatus.Open open) {
    return new CborFields()
        .put(0, open.number())
        .put(1, open.held() ? 1 : 0)
        .put(2, open.massGrams());
  }

  private static CartStatus.Open open(CborNode node) throws MalformedMessageException {
    return new CartStatus.Open(
        node.small(0, "number"), node.number(1, "held") != 0, node.number(2, "mass"));
  }

  private static CborFields order(StaffOrder order) {
    return new CborFields()
        .put(0, order.id())
        .put(1, order.tripId())
        .put(2, order.kind().code())
        .put(3, order.number())
        .put(4, order.word().staff())
        .put(5, order.word().reason());
  }

  private static StaffOrder order(CborNode node) throws MalformedMessageException {
    String code = node.text(2, "kind");
    StaffOrder.Kind kind =
        Arrays.stream(StaffOrder.Kind.values())
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseThrow(
                () ->
                    new MalformedMessageException(
                        node.path() + ".kind",
                        "found %s; expected resolve, identify, new-pack, close, age, age-denied,"
                                .formatted(shown(code))
                            + " card-refused, spot-check, workshop, start, stop or return"));
    return new StaffOrder(
        node.number(0, "id"),
        node.text(1, "trip"),
        kind,
        node.small(3, "number"),
        new StaffOrder.Word(node.text(4, "staff"), node.text(5, "reason")));
  }

  /** A stranger's word is repeated only if it can do no harm in a log: letters, no number. */
  private static String shown(String word) {
    return word.matches("[\\p{Alpha}_!-]{1,40}") ? word : "another word";
  }
}
