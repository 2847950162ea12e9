package firstline.rumour.desk;

import firstline.rumour.appeal.AcknowledgeAppeal;
import firstline.rumour.appeal.FileAppeal;
import firstline.rumour.appeal.Objection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** One party of the sample city objects to an answer. */
@ApplicationScoped
class SampleAppeals {
  @Inject private FileAppeal fileAppeal;
  @Inject private AcknowledgeAppeal acknowledgeAppeal;

  /** The officer at the desk takes it in and says so. */
  void file(UUID rebuttal) {
    var appeal =
        fileAppeal.file(
            new FileAppeal.Command(
                rebuttal,
                new Objection(false, "翠屏区某某小学", "原文称“一所学校的一个班停课”，未写明是哪一所，家长误以为是我校。请补充说明。"),
                "0831-5550123"));
    acknowledgeAppeal.acknowledge(new AcknowledgeAppeal.Command(appeal, 1, "已电话告知学校办公室。"));
  }
}
