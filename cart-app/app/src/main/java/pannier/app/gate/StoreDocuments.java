package pannier.app.gate;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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

/**
 * Keeps the store's documents as new as the store says they are: the price list, which the next
 * trip begins with, the gallery, with which the next start enrols, and the program's next version.
 * Used by the tick's thread.
 */
final class StoreDocuments {
  private final SettlementCourier client;
  private final StoreNews news;
  private final Optional<PriceLists> lists;
  private final Optional<StoreGallery> gallery;
  private final Optional<StoreRelease> release;
  private Optional<Digest> askedRelease = Optional.empty();
  private Optional<Digest> askedPrices = Optional.empty();
  private Optional<Digest> askedGallery = Optional.empty();
  private Optional<LocalDate> told = Optional.empty();
  private boolean latestTold;

  StoreDocuments(
      SettlementCourier client,
      StoreNews news,
      Optional<PriceLists> lists,
      Optional<StoreGallery> gallery,
      Optional<StoreRelease> release) {
    this.release = release;
    this.client = client;
    this.news = news;
    this.lists = lists;
    this.gallery = gallery;
  }

  /** Asks for the price list, whether the store spoke of a new one or not. */
  void fetchPriceList() {
    lists.ifPresent(
        it ->
            client.fetch(
                new Wanted.Document(
                    Wanted.PRICE_LIST,
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
    if (lists.isPresent()) {
      if (!latestTold) {
        latestTold = true;
        latest = latest.or(() -> lists.get().latest());
      }
      latest.ifPresent(digest -> inputs.add(new Input.PriceList(digest)));
      day(lists.get()).ifPresent(inputs::add);
    }
    return inputs;
  }

  private void askForWhatIsNew() {
    Optional<Digest> prices = news.priceList();
    if (prices.isPresent() && !prices.equals(askedPrices)) {
      askedPrices = prices;
      if (!lists.flatMap(PriceLists::latest).equals(prices.map(Digest::hex))) {
        fetchPriceList();
      }
    }
    Optional<Digest> photos = news.gallery();
    if (photos.isPresent() && !photos.equals(askedGallery)) {
      askedGallery = photos;
      gallery.ifPresent(it -> it.wanted(photos.get()).ifPresent(client::fetch));
    }
    Optional<Digest> program = news.release();
    if (program.isPresent() && !program.equals(askedRelease)) {
      askedRelease = program;
      release.ifPresent(it -> it.wanted(program.get()).ifPresent(client::fetch));
    }
  }

  /** The digest of a price list, if it was one and can be used. */
  private Optional<String> take(Wanted.Fetched fetched) {
    try {
      switch (fetched.wanted()) {
        case Wanted.Document document when document.name().equals(Wanted.PRICE_LIST) -> {
          return lists.isPresent()
              ? Optional.of(lists.get().keep(fetched.content().bytes()))
              : Optional.empty();
        }
        case Wanted.Document document when document.name().equals(Wanted.RELEASE) -> {
          if (release.isPresent()) {
            release.get().begin(fetched.content().bytes()).forEach(client::fetch);
          }
        }
        case Wanted.Document _ -> {
          if (gallery.isPresent()) {
            gallery.get().begin(fetched.content().bytes()).forEach(client::fetch);
          }
        }
        case Wanted.Piece piece when release.isPresent() && release.get().isOurs(piece.part()) ->
            release.get().keep(piece.part(), fetched.content().bytes());
        case Wanted.Piece piece -> {
          if (gallery.isPresent()) {
            gallery.get().keep(piece.part(), fetched.content().bytes());
          }
        }
      }
    } catch (IOException e) {
      Logger.warn("what the store sent is not used: {}", e.getMessage());
    }
    return Optional.empty();
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
