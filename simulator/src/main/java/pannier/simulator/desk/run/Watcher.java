package pannier.simulator.desk.run;

import pannier.simulator.desk.play.Moment;
import pannier.simulator.desk.play.Play;

/** Looks on while trips are played; called by the thread that plays them. */
public interface Watcher {
  /** Another trip is played from now on. */
  void begins(Play play);

  /** The cart ticked. */
  void ticked(Play play, Moment moment);

  /** Some time to look around: a dozen times a second, whether time passes on the trip or not. */
  void looks(Play play, Pace pace);

  /** The trip cannot go on. */
  void fails(Play play, String trouble);
}
