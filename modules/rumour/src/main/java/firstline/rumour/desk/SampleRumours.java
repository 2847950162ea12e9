package firstline.rumour.desk;

import firstline.persistence.review.Review.Lane;
import firstline.persistence.sample.SampleContribution;
import firstline.persistence.time.Clocks;
import firstline.persistence.time.SampleTime;
import firstline.rumour.claim.AcceptClaim;
import firstline.rumour.claim.FileClaim;
import firstline.rumour.rebuttal.ApproveRebuttal;
import firstline.rumour.rebuttal.CommentOnPassage;
import firstline.rumour.rebuttal.Content;
import firstline.rumour.rebuttal.CorrectRebuttal;
import firstline.rumour.rebuttal.DraftRebuttal;
import firstline.rumour.rebuttal.EditRebuttal;
import firstline.rumour.rebuttal.Field;
import firstline.rumour.rebuttal.RebuttalQueries;
import firstline.rumour.rebuttal.ReturnRebuttal;
import firstline.rumour.rebuttal.SubmitForReview;
import firstline.rumour.rebuttal.Variants;
import firstline.rumour.rebuttal.VersionKind;
import firstline.rumour.release.Channel;
import firstline.rumour.release.PublishRebuttal;
import firstline.rumour.release.WithdrawRebuttal;
import firstline.rumour.rumour.AddEvidence;
import firstline.rumour.rumour.ConfirmVerdict;
import firstline.rumour.rumour.Evidence;
import firstline.rumour.rumour.ProposeVerdict;
import firstline.rumour.rumour.RumourQueries;
import firstline.rumour.rumour.Source;
import firstline.rumour.rumour.TakeUpRumour;
import firstline.rumour.rumour.TriageRumour;
import firstline.rumour.rumour.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The sample city's rumours: each rebuttal goes its way through the hands of its officers. */
@ApplicationScoped
public class SampleRumours implements SampleContribution {
  private static final Map<String, String> TEAMS =
      Map.of(
          "511500000000", "",
          "511502000000", ".cuiping",
          "511503000000", ".nanxi",
          "511504000000", ".xuzhou",
          "511523000000", ".jiangan",
          "511524000000", ".changning",
          "511525000000", ".gaoxian");

  /** States in which the public has the answer. */
  private static final Set<String> OUT = Set.of("PUBLISHED", "CORRECTED", "WITHDRAWN", "EMERGENCY");

  private static final Map<String, String> TOPICS =
      new TreeMap<>(
          Map.of(
              "disaster", "停水|停电|洪|地震|中暑",
              "food", "海鲜|荔枝|吃|盐|食",
              "policy", "政府|消费券|补贴",
              "safety", "人贩子|投毒|爆|自燃",
              "supply", "口罩|猪肉|涨价|抢购",
              "traffic", "桥|高速|封路|酒驾"));

  @Inject private FileClaim fileClaim;
  @Inject private AcceptClaim acceptClaim;
  @Inject private TakeUpRumour takeUpRumour;
  @Inject private TriageRumour triageRumour;
  @Inject private SampleTime time;
  @Inject private AddEvidence addEvidence;
  @Inject private ProposeVerdict proposeVerdict;
  @Inject private ConfirmVerdict confirmVerdict;
  @Inject private RumourQueries rumours;
  @Inject private DraftRebuttal draftRebuttal;
  @Inject private EditRebuttal editRebuttal;
  @Inject private SubmitForReview submitForReview;
  @Inject private ReturnRebuttal returnRebuttal;
  @Inject private ApproveRebuttal approveRebuttal;
  @Inject private PublishRebuttal publishRebuttal;
  @Inject private CorrectRebuttal correctRebuttal;
  @Inject private WithdrawRebuttal withdrawRebuttal;
  @Inject private CommentOnPassage commentOnPassage;
  @Inject private SampleReleases sampleReleases;
  @Inject private SampleAppeals sampleAppeals;
  @Inject private RebuttalQueries queries;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 10;
  }

  @Override
  public void found(Consumer<String> seat) {
    var lines = lines();
    for (var i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      // One every other day, until those that are still in hand: they came in since yesterday.
      var inHand = !OUT.contains(line.get("state"));
      time.ago(
          inHand
              ? Duration.ofHours(2L * (lines.size() - i))
              : Duration.ofHours(28L * 24 - 42L * i));
      var team = Objects.requireNonNullElse(TEAMS.get(line.get("area")), "");
      seat.accept("clerk" + team);
      var content = content(line, line.get("explanation"));
      var claim =
          fileClaim.file(new FileClaim.Command(line.get("claim"), "微信群转发、朋友圈", line.get("area")));
      time.pass(Duration.ofMinutes(7 + 13L * i % 50));
      var rumour =
          acceptClaim.accept(new AcceptClaim.Command(claim.id(), 1, line.get("claim"))).id();
      triageRumour.triage(
          new TriageRumour.Command(
              rumour, rumourVersion(rumour), 1 + i % 3, 1 + i % 2, 1 + i / 2 % 3, topic(line)));
      time.pass(Duration.ofMinutes(15 + 29L * i % 110));
      takeUpRumour.takeUp(new TakeUpRumour.Command(rumour, rumourVersion(rumour), null));
      if (!line.get("state").equals("DRAFT")) {
        verify(rumour, line, team, seat);
      }
      var id = draftRebuttal.draft(new DraftRebuttal.Command(rumour, content)).id();
      go(line.get("state"), id, line, team, seat);
    }
    claims(seat);
  }

  /** Evidence of the competent authority, a verdict, and the second person. */
  private void verify(UUID rumour, CSVRecord line, String team, Consumer<String> seat) {
    var verdict = Verdict.valueOf(line.get("verdict"));
    time.pass(Duration.ofMinutes(40));
    addEvidence.add(
        new AddEvidence.Command(
            rumour,
            rumourVersion(rumour),
            new Evidence.Content(
                Evidence.Kind.STATEMENT,
                new Source(
                    line.get("source").isEmpty() ? "市新闻办" : line.get("source"), line.get("url")),
                true,
                verdict == Verdict.TRUE ? Evidence.Stance.SUPPORTS : Evidence.Stance.REFUTES,
                line.get("fact"),
                null),
            null));
    proposeVerdict.propose(
        new ProposeVerdict.Command(rumour, rumourVersion(rumour), verdict, "主管部门已书面答复。"));
    time.pass(Duration.ofMinutes(25));
    seat.accept("reviewer" + team);
    confirmVerdict.confirm(new ConfirmVerdict.Command(rumour, rumourVersion(rumour)));
    seat.accept("clerk" + team);
  }

  private long rumourVersion(UUID rumour) {
    return rumours.one(rumour).version();
  }

  private void go(String state, UUID id, CSVRecord line, String team, Consumer<String> seat) {
    if (state.equals("DRAFT")) {
      return;
    }
    var reviews = new Reviewing(seat, team, id);
    reviews.submit(state);
    if (state.equals("RETURNED") || state.equals("CORRECTED")) {
      reviews.giveBack();
      if (state.equals("RETURNED")) {
        return;
      }
      seat.accept("clerk" + team);
      editRebuttal.edit(
          new EditRebuttal.Command(
              id,
              version(id),
              content(line, line.get("explanation") + "\n如有疑问，请拨打 12345 市民热线核实。")));
      reviews.submit(state);
    }
    reviews.approve(state);
    if (List.of("REVIEW_1", "REVIEW_2", "REVIEW_3", "APPROVED").contains(state)) {
      return;
    }
    seat.accept("publisher" + team);
    publishRebuttal.publish(new PublishRebuttal.Command(id, version(id), channels(line), null));
    sampleReleases.takeOut(id);
    if (state.equals("WITHDRAWN")) {
      withdrawRebuttal.withdraw(
          new WithdrawRebuttal.Command(id, version(id), "新的证据表明原结论不完整，现撤回，待核实后另行发布。"));
    }
    if (state.equals("CORRECTED")) {
      correct(id, line, team, seat);
    }
    if (state.equals("PUBLISHED") && team.equals(".cuiping")) {
      seat.accept("reviewer.cdc");
      sampleAppeals.file(id);
    }
  }

  /** The city's own go to the villages too; what is believed about health hangs on walls. */
  private static Set<Channel> channels(CSVRecord line) {
    var channels = EnumSet.of(Channel.WECHAT);
    if (line.get("area").equals("511500000000")) {
      channels.add(Channel.LOUDSPEAKER);
      if (line.get("state").equals("PUBLISHED") && topic(line).matches("health|food")) {
        channels.add(Channel.POSTER);
      }
    }
    return channels;
  }

  /** The first topic that fits the words. */
  private static String topic(CSVRecord line) {
    var words = line.get("claim");
    return TOPICS.entrySet().stream()
        .filter(topic -> words.matches(".*(" + topic.getValue() + ").*"))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("health");
  }

  private void correct(UUID id, CSVRecord line, String team, Consumer<String> seat) {
    seat.accept("clerk" + team);
    correctRebuttal.correct(
        new CorrectRebuttal.Command(id, version(id), VersionKind.FACT, "补充了最新情况说明，结论不变。"));
    editRebuttal.edit(
        new EditRebuttal.Command(
            id, version(id), content(line, line.get("explanation") + "\n更正：以最新发布的数据为准。")));
    var reviews = new Reviewing(seat, team, id);
    reviews.submit("");
    reviews.approve("");
    seat.accept("publisher" + team);
    publishRebuttal.publish(new PublishRebuttal.Command(id, version(id), Set.of(), null));
    // The city's publisher has not yet got round to the article that carries the old text.
    if (!team.isEmpty()) {
      sampleReleases.takeOut(id);
    }
  }

  /** A version on its way through three reviewers: the team's own, then two of the city. */
  private final class Reviewing {
    private final Consumer<String> seat;
    private final UUID id;
    private final List<String> reviewers;

    Reviewing(Consumer<String> seat, String team, UUID id) {
      this.seat = seat;
      this.id = id;
      this.reviewers = List.of("reviewer" + team, "reviewer2", "leader");
    }

    void submit(String state) {
      var emergency = state.equals("EMERGENCY");
      submitForReview.submit(
          new SubmitForReview.Command(
              id,
              version(id),
              emergency ? Lane.EMERGENCY : Lane.NORMAL,
              emergency ? "谣言引起沿江居民夜间自行转移，须立即澄清。" : ""));
    }

    void giveBack() {
      seat.accept(reviewers.get(0));
      returnRebuttal.giveBack(
          new ReturnRebuttal.Command(
              id, version(id), queries.one(id).newest().hash(), "请补充信源，并写明市民应当怎么做。"));
    }

    /** As many approvals as the state has behind it; the second reviewer leaves a comment. */
    void approve(String state) {
      var most =
          switch (state) {
            case "REVIEW_1" -> 0;
            case "REVIEW_2" -> 1;
            case "REVIEW_3", "EMERGENCY" -> 2;
            default -> reviewers.size();
          };
      for (var reviewer : reviewers.subList(0, most)) {
        time.pass(Duration.ofMinutes(25));
        seat.accept(reviewer);
        var seen = queries.one(id);
        if (state.equals("REVIEW_2")) {
          commentOnPassage.comment(
              new CommentOnPassage.Command(
                  id, Field.EXPLANATION, "漱口或等待几分钟即可消除", 1, "“几分钟”最好写明依据，交警部门是否有实测？"));
        }
        approveRebuttal.approve(
            new ApproveRebuttal.Command(id, seen.version(), seen.newest().hash()));
      }
    }
  }

  /** Some claims that nobody has settled yet, and one that repeats what is answered. */
  private void claims(Consumer<String> seat) {
    seat.accept("clerk");
    time.ago(Duration.ofMinutes(170));
    open("有人在小区收集身份证复印件，说是疾控中心统一登记。", true);
    time.ago(Duration.ofMinutes(90));
    open("紧急通知：后天起岷江大桥封闭三个月，绕行路线还没定。", false);
    time.ago(Duration.ofMinutes(50));
    for (var text :
        List.of("听说用高度白酒漱口可以杀死喉咙里的病毒，赶紧转给家里老人！", "明天起南门桥早高峰只准电动车通行，是不是真的？", "吃大蒜就能预防新冠，一天三瓣")) {
      fileClaim.file(new FileClaim.Command(text, "短视频平台", "511500000000"));
    }
  }

  /** A rumour that nobody has taken up yet, or one whose verdict waits for a second person. */
  private void open(String text, boolean proposed) {
    var claim = fileClaim.file(new FileClaim.Command(text, "业主群公告截图", "511500000000"));
    var rumour = acceptClaim.accept(new AcceptClaim.Command(claim.id(), 1, "")).id();
    if (!proposed) {
      return;
    }
    takeUpRumour.takeUp(new TakeUpRumour.Command(rumour, rumourVersion(rumour), null));
    addEvidence.add(
        new AddEvidence.Command(
            rumour,
            rumourVersion(rumour),
            new Evidence.Content(
                Evidence.Kind.STATEMENT,
                new Source("市疾病预防控制中心", ""),
                true,
                Evidence.Stance.REFUTES,
                "本中心没有收集居民身份证复印件的安排。",
                null),
            null));
    proposeVerdict.propose(
        new ProposeVerdict.Command(
            rumour, rumourVersion(rumour), Verdict.FALSE, "疾控中心书面答复，没有此项安排。"));
  }

  private long version(UUID id) {
    return queries.one(id).version();
  }

  private Content content(CSVRecord line, String explanation) {
    return new Content(
        line.get("claim"),
        line.get("fact"),
        explanation,
        line.get("source").isEmpty()
            ? List.of()
            : List.of(new Source(line.get("source"), line.get("url"))),
        Verdict.valueOf(line.get("verdict")),
        "zh",
        line.get("advice"),
        "",
        null,
        null,
        line.get("again").isEmpty()
            ? null
            : LocalDate.ofInstant(clock.instant(), Clocks.ZONE)
                .plusDays(Long.parseLong(line.get("again"))),
        Variants.NONE);
  }

  private static List<CSVRecord> lines() {
    try (var stream =
            Objects.requireNonNull(
                SampleRumours.class
                    .getClassLoader()
                    .getResourceAsStream("firstline/rumour/sample/rebuttals.csv"));
        var parser =
            CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
