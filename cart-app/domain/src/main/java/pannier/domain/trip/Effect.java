package pannier.domain.trip;

/** What the outside must do. Placeholder of the skeleton: the domain's author fills it. */
public sealed interface Effect {
  /** The screen changed. */
  record Show() implements Effect {}
}
