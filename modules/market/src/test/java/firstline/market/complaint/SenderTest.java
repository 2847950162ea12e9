package firstline.market.complaint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.requirement.Requirement;
import firstline.testkit.locale.ThreeLocales;
import java.util.Map;

/** Names at the head of contacts. */
class SenderTest {
  @ThreeLocales
  @Requirement("R101.11")
  void aNameIsReadWhereThereMustBeOneAndElseLeftForThePen() {
    Map.ofEntries(
            Map.entry("欧阳采薇 13900000017 真武山路 3 号", "欧阳采薇"),
            Map.entry("王女士13800001111", "王女士"),
            Map.entry("李四，电话 0831-1234567", "李四"),
            Map.entry("姓名：李四 138", "李四"),
            Map.entry("阿卜杜拉·买买提 138", "阿卜杜拉·买买提"),
            Map.entry("Wang Wei 13800001111", "Wang Wei"),
            Map.entry("赵六", "赵六"),
            Map.entry("13800001111 李四", ""),
            Map.entry("真武山路 3 号", ""),
            Map.entry("翠屏区南街1号", ""),
            Map.entry("住在南街的一位老人家 138", ""),
            Map.entry("", ""))
        .forEach((contact, name) -> assertEquals(name, Sender.name(contact), contact));
  }
}
