package pannier.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
  private Instant now = Instant.parse("2026-01-01T08:00:00Z");
  private final RateLimit limit = new RateLimit(3, Duration.ofSeconds(10), () -> now);

  @Test
  void fourthTryAtOnceIsRefused() throws HttpProblem {
    take("a", 3);
    HttpProblem problem = assertThrows(HttpProblem.class, () -> limit.take("a"));
    assertEquals(429, problem.status());
    assertDoesNotThrow(() -> limit.take("b"));
  }

  @Test
  void triesComeBackOneByOne() throws HttpProblem {
    take("a", 3);
    now = now.plusSeconds(15);
    take("a", 1);
    assertThrows(HttpProblem.class, () -> limit.take("a"));
    now = now.plusSeconds(5);
    take("a", 1);
    assertThrows(HttpProblem.class, () -> limit.take("a"));
  }

  @Test
  void moreThanAllNeverCollect() throws HttpProblem {
    now = now.plus(Duration.ofDays(1));
    take("a", 3);
    assertThrows(HttpProblem.class, () -> limit.take("a"));
  }

  @Test
  void rightTryGivesAllBack() throws HttpProblem {
    take("a", 2);
    limit.forget("a");
    take("a", 3);
  }

  private void take(String key, int times) throws HttpProblem {
    for (int i = 0; i < times; i++) {
      limit.take(key);
    }
  }
}
