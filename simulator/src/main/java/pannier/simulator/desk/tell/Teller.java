package pannier.simulator.desk.tell;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import pannier.domain.catalogue.Catalogue;
import pannier.domain.evidence.Episode;
import pannier.domain.trip.CartCore;
import pannier.domain.trip.Effect;
import pannier.domain.trip.TripState;
import pannier.simulator.desk.play.Moment;
import pannier.simulator.desk.play.Play;
import pannier.simulator.desk.play.SimulatedPlay;
import pannier.simulator.desk.run.Pace;
import pannier.simulator.desk.run.Watcher;
import pannier.simulator.world.Crossing;
import pannier.web.Feed;

/**
 * Tells pages of the trip that is played. How things stand goes out at once, and says how long the
 * story and the curves are by now; what is missing of those is asked for. Told by the desk's
 * thread, asked by any.
 */
public final class Teller implements Watcher {
  private final Feed feed = new Feed("{}");
  private final Consumer<ObjectNode> more;
  private volatile Chapter chapter = new Chapter(0, new Story(), new Curves());
  private Lines lines = new Lines(nothingSold());
  private int crossings;
  private String trip = "";
  private String trouble = "";

  /** What belongs to one trip. */
  private record Chapter(int number, Story story, Curves curves) {}

  /**
   * @param more adds what else pages should know
   */
  public Teller(Consumer<ObjectNode> more) {
    this.more = more;
  }

  private static Catalogue nothingSold() {
    return new Catalogue(Currency.getInstance("EUR"), List.of());
  }

  /** How things stand, again and again. */
  public Feed feed() {
    return feed;
  }

  /** The lines of the story of trip {@code play} after one of them; empty for another trip. */
  public List<ObjectNode> story(int play, int after) {
    Chapter now = chapter;
    return now.number == play ? now.story.after(after) : List.of();
  }

  /** The cells' rows after an instant. */
  public List<double[]> cells(int play, double afterMillis) {
    Chapter now = chapter;
    return now.number == play ? now.curves.cells(afterMillis) : List.of();
  }

  /** The accelerometer's rows after an instant. */
  public List<double[]> motion(int play, double afterMillis) {
    Chapter now = chapter;
    return now.number == play ? now.curves.motion(afterMillis) : List.of();
  }

  @Override
  public void begins(Play play) {
    chapter = new Chapter(chapter.number + 1, new Story(), new Curves());
    lines = new Lines(play.catalogue());
    crossings = 0;
    trip = "";
    trouble = "";
  }

  /** Adds a line about what people did. */
  public void did(long nanos, String text) {
    chapter.story.add(Lines.line("deed", nanos).put("text", text));
  }

  @Override
  public void ticked(Play play, Moment moment) {
    Story story = chapter.story;
    chapter.curves.add(moment.record().load(), moment.record().motion());
    if (play instanceof SimulatedPlay simulated) {
      truth(story, simulated);
    }
    CartCore.Step step = moment.step();
    step.sensors().forEach(event -> story.add(lines.sensor(event)));
    step.episodes().forEach(episode -> episode(story, episode));
    step.decisions().forEach(decision -> story.add(lines.decision(decision)));
    for (Effect effect : step.effects()) {
      switch (effect) {
        case Effect.Say say -> story.add(line("said", moment).put("text", say.notice().text()));
        case Effect.TellStaff tell -> story.add(line("staff", moment).put("text", tell.reason()));
        case Effect.Settle settle ->
            story.add(line("settle", moment).put("attempt", settle.bill().attempt()));
        case Effect.Brake _,
            Effect.LogIn _,
            Effect.CancelSettlement _,
            Effect.Light _,
            Effect.Show _,
            Effect.Sound _ -> {}
      }
    }
    arrived(story, moment, step.state().trip());
  }

  private void truth(Story story, SimulatedPlay play) {
    List<Crossing> all = play.truth();
    for (Crossing crossing : all.subList(crossings, all.size())) {
      ObjectNode line = Lines.line("truth", crossing.nanos());
      line.put("direction", Lines.lower(crossing.direction()));
      lines.product(line, crossing.product());
      story.add(line.put("grams", Math.round(crossing.massGrams() * 10) / 10.0));
    }
    crossings = all.size();
  }

  private void episode(Story story, Episode episode) {
    episode
        .sightings()
        .forEach(each -> story.add(lines.sighting(each).put("episode", episode.number())));
    episode.steps().forEach(each -> story.add(lines.weight(each).put("episode", episode.number())));
  }

  private void arrived(Story story, Moment moment, TripState state) {
    String name = state.getClass().getSimpleName();
    if (!name.equals(trip)) {
      trip = name;
      story.add(line("trip", moment).put("text", name));
    }
  }

  private static ObjectNode line(String kind, Moment moment) {
    return Lines.line(kind, moment.nanos());
  }

  @Override
  public void fails(Play play, String why) {
    trouble = why;
    chapter.story.add(Lines.line("trouble", play.nanos()).put("text", why));
  }

  @Override
  public void looks(Play play, Pace pace) {
    Chapter now = chapter;
    ObjectNode standing = new Standing(lines).of(play, pace);
    standing.put("play", now.number).put("name", play.name()).put("story", now.story.count());
    standing.put("trouble", trouble);
    more.accept(standing);
    feed.publish(standing.toString());
  }
}
