package pannier.app.gate;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tinylog.Logger;
import pannier.app.bill.PriceLists;
import pannier.domain.trip.Input;
import pannier.payment.cart.SettlementCourier;
import pannier.payment.cart.Wanted;
import pannier.payment.cart.outbox.Message;
import pannier.payment.cart.status.StoreNews;
import pannier.pricing.json.PriceList;
import pannier.wire.Digest;
import pannier.wire.DocumentName;

/**
 * Keeps the store's documents as new as the store says they are: the price list, which the next
 * trip begins with, the gallery, with which the next start enrols, what weighings taught of masses,
 * by which it weighs from then on, and the program's next version. Used by the tick's thread.
 */
final class StoreDocuments {
  private final SettlementCourier client;
  private final StoreNews news;
  private final Kept kept;
  private final Map<String, Digest> asked = new HashMap<>();
  private Optional<LocalDate> told = Optional.empty();
  private boolean latestTold;

  /** Where this cart keeps what comes; what it keeps nowhere it does not ask for. */
  record Kept(
      Optional<PriceLists> lists,
      Optional<StoreGallery> gallery,
      Optional<StoreRelease> release,
      Optional<StoreMasses> masses) {
    /** Prices alone. */
    Kept(Optional<PriceLists> lists) {
      this(lists, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  StoreDocuments(SettlementCourier client, StoreNews news, Kept kept) {
    this.client = client;
    this.news = news;
    this.kept = kept;
  }

  /** Asks for the price list, whether the store spoke of a new one or not. */
  void fetchPriceList() {
    kept.lists.ifPresent(
        it ->
            client.fetch(
                new Wanted.Document(
                    DocumentName.PRICE_LIST,
                    it.latest().flatMap(it::find).map(PriceList::document).map(Message::new))));
  }

  /** The newest price list, and the shop's day when it changes. */
  List<Input> drain() {
    askForWhatIsNew();
    List<Input> inputs = new ArrayList<>();
    Optional<String> latest = Optional.empty();
    for (Wanted.Fetched fetched : client.drainFetched()) {
      Optional<String> taken = take(fetched);
      latest = taken.isPresent() ? taken : latest;
    }
    if (kept.lists.isPresent()) {
      PriceLists lists = kept.lists.get();
      if (!latestTold) {
        latestTold = true;
        latest = latest.or(lists::latest);
      }
      latest.ifPresent(digest -> inputs.add(new Input.PriceList(digest)));
      day(lists).ifPresent(inputs::add);
    }
    return inputs;
  }

  private void askForWhatIsNew() {
    anew(DocumentName.PRICE_LIST, news.priceList())
        .filter(it -> !kept.lists.flatMap(PriceLists::latest).equals(Optional.of(it.hex())))
        .ifPresent(_ -> fetchPriceList());
    anew(DocumentName.GALLERY, news.gallery())
        .flatMap(it -> kept.gallery.flatMap(gallery -> gallery.wanted(it)))
        .ifPresent(client::fetch);
    anew(DocumentName.RELEASE, news.release())
        .flatMap(it -> kept.release.flatMap(release -> release.wanted(it)))
        .ifPresent(client::fetch);
    anew(DocumentName.MASSES, news.masses())
        .flatMap(it -> kept.masses.flatMap(masses -> masses.wanted(it)))
        .ifPresent(client::fetch);
  }

  /** The version that holds, if it is not the one that was asked for last. */
  private Optional<Digest> anew(String name, Optional<Digest> holds) {
    return holds.filter(it -> !it.equals(asked.put(name, it)));
  }

  /** The digest of a price list, if it was one and can be used. */
  private Optional<String> take(Wanted.Fetched fetched) {
    byte[] content = fetched.content().bytes();
    try {
      switch (fetched.wanted()) {
        case Wanted.Document document -> {
          return take(document.name(), content);
        }
        case Wanted.Piece piece -> take(piece, content);
      }
    } catch (IOException e) {
      Logger.warn("what the store sent is not used: {}", e.getMessage());
    }
    return Optional.empty();
  }

  private Optional<String> take(String name, byte[] content) throws IOException {
    switch (name) {
      case DocumentName.PRICE_LIST -> {
        return kept.lists.isPresent()
            ? Optional.of(kept.lists.get().keep(content))
            : Optional.empty();
      }
      case DocumentName.RELEASE -> {
        if (kept.release.isPresent()) {
          kept.release.get().begin(content).forEach(client::fetch);
        }
      }
      case DocumentName.MASSES -> {
        if (kept.masses.isPresent()) {
          kept.masses.get().keep(content);
        }
      }
      default -> {
        if (kept.gallery.isPresent()) {
          kept.gallery.get().begin(content).forEach(client::fetch);
        }
      }
    }
    return Optional.empty();
  }

  private void take(Wanted.Piece piece, byte[] content) throws IOException {
    if (kept.release.isPresent() && kept.release.get().isOurs(piece.part())) {
      kept.release.get().keep(piece.part(), content);
    } else if (kept.gallery.isPresent()) {
      kept.gallery.get().keep(piece.part(), content);
    }
  }

  private Optional<Input> day(PriceLists lists) {
    LocalDate today =
        lists
            .latest()
            .flatMap(lists::find)
            .map(list -> list.rules().day(news.instant()))
            .orElseGet(() -> LocalDate.ofInstant(news.instant(), ZoneId.systemDefault()));
    boolean before1970 = today.toEpochDay() < 0; // only a clock that nobody has set yet
    if (before1970 || told.equals(Optional.of(today))) {
      return Optional.empty();
    }
    told = Optional.of(today);
    return Optional.of(new Input.Today(today.toEpochDay()));
  }
}
