package firstline.publicity.sample;

import firstline.persistence.right.ServerDesk;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.Clocks;
import firstline.publicity.material.Content;
import firstline.publicity.material.Kind;
import firstline.publicity.material.Source;
import firstline.publicity.material.TakeFile;
import firstline.publicity.material.Variant;
import firstline.publicity.sample.WriteCatalogue.Place;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sample city's catalogue: as many entries of each kind as the bulletin of 2020 tells. */
@ApplicationScoped
public class SampleCatalogue implements SampleContribution {
  private static final System.Logger LOG = System.getLogger(SampleCatalogue.class.getName());
  private static final String CITY = "511500000000";
  private static final int GROUNDS = 3;

  private static final Set<Kind> MOVING = Set.of(Kind.FILM, Kind.ANIMATION);

  /** Entries of each kind. */
  private static final Map<Kind, Integer> COUNTS =
      Map.of(
          Kind.ANIMATION, 130,
          Kind.FILM, 110,
          Kind.POSTER, 5_900,
          Kind.BANNER, 3_900,
          Kind.LEAFLET, 60,
          Kind.AUDIO, 60,
          Kind.INFOGRAPHIC, 90);

  /** What a topic says, and what its pictures show. */
  private record Topic(String name, List<String> lines, String shows) {}

  /** In the order of the city's list. */
  private static final List<Topic> TOPICS =
      List.of(
          new Topic("疫病防控", List.of("勤洗手 常通风", "戴口罩 少聚集", "有症状 早就医"), "白色十字标志"),
          new Topic("森林防火", List.of("进山不带火", "祭扫用鲜花", "见烟就报警"), "一团火焰"),
          new Topic("防汛避险", List.of("听到警报快转移", "不在河边逗留", "山洪来时往高处跑"), "三道水波"),
          new Topic("地震避险", List.of("伏地 遮挡 抓牢", "震后不乘电梯", "备好应急包"), "一座有裂缝的房屋"),
          new Topic("防诈骗", List.of("不听 不信 不转账", "验证码不能给", "拿不准打96110"), "一个禁止标志"),
          new Topic("辟谣澄清", List.of("不造谣 不传谣", "以官方发布为准", "看到传言先核实"), "一个对话框，里面打了勾"),
          new Topic("高温安全", List.of("中午少出门", "多喝水 防中暑", "车内不留孩子"), "一轮太阳"),
          new Topic("交通安全", List.of("骑车戴头盔", "酒后不开车", "拖拉机不载人"), "一个方向盘"),
          new Topic("用电用气安全", List.of("人走断电", "取暖要通风", "气管常检查"), "一道闪电"),
          new Topic("惠民政策", List.of("医保按时缴", "补贴查得到", "办事少跑路"), "一页写着字的纸"));

  @Inject
  @ConfigProperty(name = "firstline.publicity.ffmpeg", defaultValue = "ffmpeg")
  private String ffmpeg = "ffmpeg";

  @Inject private TakeFile takeFile;
  @Inject private WriteCatalogue writeCatalogue;
  @Inject private ServerDesk server;
  @Inject private Clock clock;

  private final Map<String, Content.Attachment> files = new HashMap<>();
  private final Map<Drawing, byte[]> films = new ConcurrentHashMap<>();

  @Override
  public int order() {
    return 210;
  }

  @Override
  public void found(Consumer<String> seat) {
    var began = System.nanoTime();
    seat.accept("designer");
    var kinds = COUNTS.keySet().stream().sorted().toList();
    makeFilms();
    for (var kind : kinds) {
      for (var sign = 0; sign < TOPICS.size(); sign++) {
        for (var ground = 0; ground < GROUNDS; ground++) {
          var drawing = drawing(kind, sign, ground);
          files.computeIfAbsent(key(kind, drawing), key -> taken(kind, drawing));
        }
      }
    }
    var written =
        server.as(
            "publicity.sample",
            () -> {
              var places = writeCatalogue.places(CITY);
              var entries = new ArrayList<Entry>();
              kinds.forEach(kind -> entries.addAll(entries(kind, places)));
              return writeCatalogue.write(
                  entries,
                  new WriteCatalogue.People(
                      writeCatalogue.person("designer"),
                      writeCatalogue.person("designer.reviewer"),
                      writeCatalogue.person("material.publisher")));
            });
    files.clear();
    films.clear();
    LOG.log(
        System.Logger.Level.INFO,
        "the catalogue of {0} entries was written in {1} ms",
        written,
        (System.nanoTime() - began) / 1_000_000);
  }

  /** One for each topic, made side by side: the start of a demo waits for them. */
  private void makeFilms() {
    var studio = new Studio(ffmpeg);
    if (!studio.isOpen()) {
      return;
    }
    try {
      IntStream.range(0, TOPICS.size())
          .mapToObj(SampleCatalogue::film)
          .parallel()
          .forEach(drawing -> films.put(drawing, studio.film(drawing)));
    } catch (UncheckedIOException e) {
      // An ffmpeg without H.264: pictures that move take the place of films.
      LOG.log(System.Logger.Level.INFO, "no films in the sample", e);
      films.clear();
    }
  }

  private static Drawing film(int sign) {
    return new Drawing(sign, sign % GROUNDS);
  }

  /** What an entry shows: films come in one colour a topic, since each takes its time. */
  private Drawing drawing(Kind kind, int sign, int ground) {
    return isFilm(kind) ? film(sign) : new Drawing(sign, ground);
  }

  private boolean isFilm(Kind kind) {
    return MOVING.contains(kind) && !films.isEmpty();
  }

  private Content.Attachment taken(Kind kind, Drawing drawing) {
    try {
      return takeFile.take(
          new TakeFile.Command(
              new ByteArrayInputStream(bytes(kind, drawing)),
              TOPICS.get(drawing.sign()).name() + "-" + (drawing.ground() + 1) + end(kind),
              CITY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(Kind kind, Drawing drawing) {
    return kind + " " + drawing.sign() + " " + drawing.ground();
  }

  private byte[] bytes(Kind kind, Drawing drawing) throws IOException {
    return switch (kind) {
      case ANIMATION, FILM ->
          isFilm(kind) ? Objects.requireNonNull(films.get(drawing)) : drawing.moving(160, 90);
      case BANNER -> drawing.picture(360, 60);
      case LEAFLET -> drawing.picture(148, 210);
      case INFOGRAPHIC -> drawing.picture(180, 320);
      case AUDIO -> drawing.jingle();
      default -> drawing.picture(180, 254);
    };
  }

  private String end(Kind kind) {
    return switch (kind) {
      case ANIMATION, FILM -> isFilm(kind) ? ".mp4" : ".gif";
      case AUDIO -> ".wav";
      default -> ".png";
    };
  }

  /** As many entries as there are to be, over topics, places and the last year. */
  private List<Entry> entries(Kind kind, List<Place> places) {
    int count = COUNTS.getOrDefault(kind, 0);
    return IntStream.range(0, count).mapToObj(i -> entry(kind, i, count, places)).toList();
  }

  private Entry entry(Kind kind, int i, int count, List<Place> places) {
    var sign = i % TOPICS.size();
    var topic = TOPICS.get(sign);
    var line = topic.lines().get(i / TOPICS.size() % topic.lines().size());
    // A few of the city's own, then one each for counties and townships in turn.
    var place = i < count / 10 ? places.get(0) : places.get(i % places.size());
    var drawing = drawing(kind, sign, i / 7 % GROUNDS);
    var drafted =
        clock.instant().minus(Duration.ofDays(330)).plus(Duration.ofHours(330L * 24 * i / count));
    var day = LocalDate.ofInstant(drafted, Clocks.ZONE);
    var spoken = kind == Kind.FILM || kind == Kind.ANIMATION || kind == Kind.AUDIO;
    var content =
        new Content(
            topic.name() + "：" + line + (place.code().equals(CITY) ? "" : "（" + place.name() + "）"),
            "",
            kind == Kind.AUDIO ? "" : topic.shows() + "，下面写着“" + line + "”。",
            spoken ? "各位乡亲：" + line + "。" : "",
            files.get(key(kind, drawing)),
            Source.FREE,
            "本市自制",
            day,
            // Every ninth was for a season that may be over.
            i % 9 == 4 ? day.plusDays(90) : null);
    return new Entry(
        place.code(),
        kind,
        UUID.fromString("00000000-0000-7000-8000-0000000020" + (sign < 9 ? "0" : "") + (sign + 1)),
        new Variant("zh", "", "", ""),
        content,
        drafted);
  }
}
