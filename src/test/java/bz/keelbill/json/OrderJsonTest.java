package bz.keelbill.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bz.keelbill.watch.Order;
import bz.keelbill.watch.Order.Act;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Act ACT = new Act("Ana \"Ñ\"", 1_795_403_525_123L);

  private static final List<Order> SAMPLES =
      List.of(
          new Order.RemoveFence(ACT, "port-honduras"),
          new Order.SetRules(ACT, Map.of("go-fast.warningScore", 2.8, "a", -0.1)),
          new Order.Acknowledge(ACT, "gf-8c1f0a52b3d4"));

  @Test
  void everyKindOfOrderComesBackAsItWas() throws IOException {
    Set<Class<?>> tried = new LinkedHashSet<>();
    for (Order order : SAMPLES) {
      assertEquals(order, OrderJson.read(JSON.readTree(written(order))));
      tried.add(order.getClass());
    }
    assertEquals(Set.of(Order.class.getPermittedSubclasses()), tried);
  }

  @Test
  void theSameRulesGiveTheSameBytes() throws IOException {
    Map<String, Double> oneWay = new LinkedHashMap<>();
    Map<String, Double> otherWay = new LinkedHashMap<>();
    for (int i = 0; i < 50; i++) {
      oneWay.put("rule" + i, (double) i);
      otherWay.put("rule" + (49 - i), (double) (49 - i));
    }
    assertEquals(
        written(new Order.SetRules(ACT, oneWay)), written(new Order.SetRules(ACT, otherWay)));
  }

  @Test
  void refusesWhatIsNoOrder() {
    for (String text :
        List.of(
            "{}",
            "[]",
            "{\"order\":\"fly\",\"person\":\"a\",\"atMillis\":1}",
            "{\"order\":\"acknowledge\",\"person\":\"a\",\"atMillis\":1}",
            "{\"order\":\"acknowledge\",\"person\":null,\"atMillis\":1,\"alertId\":\"x\"}")) {
      assertThrows(IllegalArgumentException.class, () -> OrderJson.read(JSON.readTree(text)), text);
    }
  }

  private static String written(Order order) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.getFactory().createGenerator(text)) {
      OrderJson.write(order, json);
    }
    return text.toString();
  }
}
