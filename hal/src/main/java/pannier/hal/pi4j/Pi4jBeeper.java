package pannier.hal.pi4j;

import com.pi4j.context.Context;
import com.pi4j.io.pwm.Pwm;
import com.pi4j.io.pwm.PwmType;
import java.time.Duration;
import pannier.hal.Beeper;
import pannier.hal.Connection;

/** A piezo disc on a hardware PWM channel, half of each period on. */
final class Pi4jBeeper implements Beeper {
  private static final int HALF_PERCENT = 50;

  private final Pwm pwm;
  private final Alarm alarm;
  private int sounded;
  private String lost = "";
  private boolean closed;

  /** Calls later, on whatever thread. */
  @FunctionalInterface
  interface Alarm {
    void after(Duration wait, Runnable call);
  }

  /**
   * @throws RuntimeException if the channel cannot be had
   */
  Pi4jBeeper(Context context, int channel, Alarm alarm) {
    this.alarm = alarm;
    this.pwm =
        context.create(
            Pwm.newConfigBuilder(context)
                .id("pwm-" + channel)
                .address(channel)
                .pwmType(PwmType.HARDWARE)
                .initial(0)
                .shutdown(0)
                .build());
  }

  @Override
  public synchronized void sound(int hertz, Duration length) {
    Beeper.requireAudible(hertz, length);
    if (closed) {
      return;
    }
    int now = ++sounded;
    change(() -> pwm.on(HALF_PERCENT, hertz));
    alarm.after(length, () -> silence(now));
  }

  /** A later sound has cut this one short. */
  private synchronized void silence(int which) {
    if (!closed && which == sounded) {
      change(pwm::off);
    }
  }

  private void change(Runnable how) {
    try {
      how.run();
      lost = "";
    } catch (RuntimeException e) {
      lost = "its PWM channel does not answer";
    }
  }

  @Override
  public synchronized Connection connection() {
    if (closed) {
      return new Connection.Absent("is switched off");
    }
    return lost.isEmpty() ? new Connection.Connected() : new Connection.Absent(lost);
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      change(pwm::off);
      closed = true;
    }
  }
}
