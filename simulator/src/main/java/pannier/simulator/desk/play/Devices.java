package pannier.simulator.desk.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pannier.app.loop.CartSensors;
import pannier.app.loop.SteppedVision;
import pannier.app.loop.VisionSource;
import pannier.simulator.desk.eye.ShownCamera;
import pannier.simulator.machine.CartDevices;
import pannier.simulator.world.CameraSpec;
import pannier.simulator.world.SimulatedWorld;
import pannier.simulator.world.WorldSpec;
import pannier.vision.Recogniser;
import pannier.vision.camera.CameraVision;
import pannier.vision.camera.VisionConfig;
import pannier.vision.rim.BasketSide;
import pannier.vision.rim.Rim;

/**
 * A world's devices as a cart is plugged into them: a cart that ends leaves them running, and the
 * next one finds them and looks at them with fresh eyes.
 */
public final class Devices {
  private final SimulatedWorld world;
  private final List<ShownCamera> cameras = new ArrayList<>();
  private List<VisionSource> vision = List.of();

  Devices(SimulatedWorld world) {
    this.world = world;
    List<Rim> rims = rims(world.spec());
    for (int i = 0; i < world.cameras().size(); i++) {
      cameras.add(new ShownCamera(world.cameras().get(i), rims.get(i)));
    }
  }

  /** Where each camera of a world sees the basket's rim. */
  public static List<Rim> rims(WorldSpec world) {
    return world.cameras().stream()
        .map(CameraSpec::rimHeightFractions)
        .map(rim -> new Rim(0, rim[0], 1, rim[1], BasketSide.BELOW))
        .toList();
  }

  List<ShownCamera> cameras() {
    return List.copyOf(cameras);
  }

  /**
   * All that a cart perceives, to be ended with {@link #unplug}.
   *
   * @param atCart keeps pictures, and looks through the cameras while staff work there
   */
  CartSensors plug(Recogniser recogniser, Optional<AtCart> atCart) {
    List<VisionSource> fresh = new ArrayList<>();
    for (int i = 0; i < cameras.size(); i++) {
      ShownCamera camera = cameras.get(i);
      CameraVision sees = new CameraVision(i, camera.rim(), recogniser, VisionConfig.standard());
      sees.showTo(camera);
      int index = i;
      atCart.ifPresent(
          it -> {
            sees.keepPictures(it::keep);
            camera.lookThrough(frame -> it.look(index, frame));
          });
      fresh.add(new SteppedVision(camera, sees));
    }
    vision = fresh;
    return new CartDevices(world.loadCells(), world.motionSensor(), fresh).sensors();
  }

  /** The cart is gone, and its vision with it. */
  void unplug() {
    vision.forEach(VisionSource::close);
    vision = List.of();
  }

  /** Nobody is plugged in: what is measured meanwhile is lost, and pictures are still shown. */
  void drain() {
    cameras.forEach(ShownCamera::showAll);
    world.loadCells().drain();
    world.motionSensor().drain();
  }
}
