package pannier.domain.trip;

/** All that the cart knows. Placeholder of the skeleton: the domain's author fills it. */
public record CartState() {}
