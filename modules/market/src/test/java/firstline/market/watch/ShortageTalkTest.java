package firstline.market.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import firstline.persistence.requirement.Requirement;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Talk as it goes round, and the goods whose prices a county collects. */
class ShortageTalkTest {
  private static final List<ShortageTalk.Goods> ALL =
      List.of(
          new ShortageTalk.Goods("医用外科口罩", "防疫用品"),
          new ShortageTalk.Goods("84消毒液500毫升", "防疫用品"),
          new ShortageTalk.Goods("大米", "粮油"),
          new ShortageTalk.Goods("食盐", "副食"),
          new ShortageTalk.Goods("猪肉（五花）", "肉类"),
          new ShortageTalk.Goods("大白菜", "蔬菜"),
          new ShortageTalk.Goods("额温枪", "其他"));

  @ParameterizedTest
  @CsvSource({
    "'听说明天起全市口罩断货，赶快去买', '医用外科口罩'",
    "'超市的米都卖光了！', '大米'",
    "'大家快囤盐，专家说含碘盐能防病毒', '食盐'",
    "'消毒液涨到 50 元一瓶。口罩还有。', '84消毒液500毫升'",
    "'蔬菜要断供了', '大白菜'",
    "'五花肉没事。猪肉翻倍了', '猪肉（五花）'",
    "'There is a shortage of 大米', '大米'"
  })
  @Requirement("R119.1")
  void namesTheGoodsThatPeopleCallShort(String said, String goods) {
    assertEquals(
        List.of(goods),
        ShortageTalk.among(said, ALL, one -> one).stream().map(ShortageTalk.Goods::name).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'喝白酒可以消毒'",
    "'口罩要戴两层才有用'",
    "'加油武汉，断货的只有焦虑'",
    "'隔离至少 2 米。高价票贩子被抓'",
    "'米国流感。药店限购退烧药'",
    "'其他地方油价涨了，我们这里没有'",
    "'食品添加剂使用范围及限量标准修订，增列发酵蔬菜'",
    "''"
  })
  @Requirement("R119.1")
  void leavesOtherTalkAlone(String said) {
    assertEquals(List.of(), ShortageTalk.among(said, ALL, one -> one));
  }
}
