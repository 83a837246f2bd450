package pannier.simulator.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import pannier.simulator.shop.DemoShop;

class TimelineTest {
  private final Timeline timeline = new Timeline(DemoShop.articles());

  @Test
  void whatGoesInIsToldWithItsPriceAndHowSureItIs() throws JsonProcessingException {
    assertEquals(
        List.of("01:04.1  in      Oat drink 1 l                1.89   sure 99 %"),
        lines(
            """
            {"event":"added","t_ms":64133,"product":"alma-oat-drink-1l","probability":0.992}
            """));
  }

  @Test
  void aQuestionNamesItsLikelyAnswers() throws JsonProcessingException {
    assertEquals(
        List.of(
            "00:16.1  ask     which one was it?  Herbal tea mint 52 %, Herbal tea verbena 47 %"),
        lines(
            """
            {"event":"asked","t_ms":16100,"candidates":[
             {"product":"mira-tea-mint","probability":0.52},
             {"product":"mira-tea-verbena","probability":0.47},
             {"product":"orange","probability":0.002}]}
            """));
  }

  @Test
  void whatAPersonNeedNotSeeIsNotTold() throws JsonProcessingException {
    assertEquals(List.of(), lines("{\"event\":\"truth\",\"t_ms\":5}"));
  }

  private List<String> lines(String json) throws JsonProcessingException {
    return timeline.lines(new ObjectMapper().readTree(json));
  }
}
