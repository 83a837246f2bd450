package pannier.simulator.desk;

import pannier.app.screen.ShopperScreen;
import pannier.web.Pages;
import pannier.web.Routes;

/** All pages of the simulator under one port. */
final class Screens {
  private final Workshop workshop;

  Screens(Workshop workshop) {
    this.workshop = workshop;
  }

  /** The simulator's own pages. */
  Routes routes() {
    Routes routes = new Routes().get("/shared/*", Pages.shared()::byRest);
    new SeenPages(workshop).addTo(routes);
    new TouchedPages(workshop).addTo(routes);
    return routes;
  }

  /** And the shopper's screen of the trip that is played, and the staff's while the gate is on. */
  Routes routesWith(ShopperScreen screen) {
    Routes routes = routes();
    screen.addTo(routes);
    workshop.addStaffTo(routes);
    return routes;
  }
}
