package pannier.gate.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Everything at one moment.
 *
 * @param cart what the cart's outbox holds
 * @param network messages under way
 * @param gates what two gates are doing; lost with their power
 * @param rows the ledger, by attempt
 * @param payments the provider's book, by attempt
 * @param opened how often the barrier opened without a settled row
 * @param faults how many may still happen
 */
record World(
    Cart cart,
    Set<Letter> network,
    List<Work> gates,
    List<Row> rows,
    List<Payment> payments,
    boolean opened,
    int faults) {
  static final int ATTEMPTS = 2;

  World {
    network = Set.copyOf(network);
    gates = List.copyOf(gates);
    rows = List.copyOf(rows);
    payments = List.copyOf(payments);
  }

  static World start(int faults) {
    return new World(
        new Cart(0, Wish.PAY, Told.NOTHING),
        Set.of(),
        List.of(Work.NONE, Work.NONE),
        List.of(Row.NONE, Row.NONE),
        List.of(Payment.UNKNOWN, Payment.UNKNOWN),
        false,
        faults);
  }

  /**
   * The cart's outbox.
   *
   * @param attempt that it is at, from 0
   */
  record Cart(int attempt, Wish wish, Told told) {}

  /** What the cart asks for. */
  enum Wish {
    PAY,
    WITHDRAW
  }

  /** What the cart was told of its attempt for good. */
  enum Told {
    NOTHING,
    PAID,
    NOT_PAID
  }

  /** What travels. */
  enum What {
    SETTLE,
    VOID,
    PAID,
    NOT_PAID
  }

  /** A message about an attempt. */
  record Letter(What what, int attempt) {}

  /** The next step of a gate. */
  enum Step {
    IDLE,
    AUTHORISE,
    SETTLE,
    OPEN,
    GIVE_UP,
    CANCEL,
    DECLINE,
    ANSWER
  }

  /** What a gate is doing for an attempt; {@code then} is the attempt that it makes way for. */
  record Work(Step step, int attempt, int then) {
    static final int NOTHING = -1;
    static final Work NONE = new Work(Step.IDLE, 0, NOTHING);
  }

  /** An attempt in the ledger. */
  enum Row {
    NONE,
    INTENDED,
    GIVING_UP,
    SETTLED,
    DECLINED
  }

  /** An attempt in the provider's book. */
  enum Payment {
    UNKNOWN,
    AUTHORISED,
    CANCELLED
  }

  World with(Cart next) {
    return new World(next, network, gates, rows, payments, opened, faults);
  }

  World faulted() {
    return new World(cart, network, gates, rows, payments, opened, faults - 1);
  }

  World sending(Letter letter) {
    Set<Letter> more = new HashSet<>(network);
    more.add(letter);
    return new World(cart, more, gates, rows, payments, opened, faults);
  }

  World without(Letter letter) {
    Set<Letter> fewer = new HashSet<>(network);
    fewer.remove(letter);
    return new World(cart, fewer, gates, rows, payments, opened, faults);
  }

  World with(int gate, Work work) {
    List<Work> next = gate == 0 ? List.of(work, gates.get(1)) : List.of(gates.get(0), work);
    return new World(cart, network, next, rows, payments, opened, faults);
  }

  World with(int attempt, Row row) {
    List<Row> next = attempt == 0 ? List.of(row, rows.get(1)) : List.of(rows.get(0), row);
    return new World(cart, network, gates, next, payments, opened, faults);
  }

  World with(int attempt, Payment payment) {
    List<Payment> next =
        attempt == 0 ? List.of(payment, payments.get(1)) : List.of(payments.get(0), payment);
    return new World(cart, network, gates, rows, next, opened, faults);
  }

  /** The barrier opens for an attempt. */
  World opening(int attempt) {
    boolean bad = opened || rows.get(attempt) != Row.SETTLED;
    return new World(cart, network, gates, rows, payments, bad, faults);
  }

  /** The ledger's index of live attempts allows another one. */
  boolean noneIsLive() {
    return rows.stream().allMatch(row -> row == Row.NONE || row == Row.DECLINED);
  }
}
