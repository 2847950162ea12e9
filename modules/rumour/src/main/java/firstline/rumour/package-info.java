/**
 * Rumour rebuttal (谣言、不良信息澄清机制): a rumour is answered once, truthfully, by two people, and the
 * answer is never lost.
 *
 * <p>Purpose: claims come in, are compared with what has been answered, are joined to a rebuttal or
 * declined; a rebuttal is written by one officer, reviewed by another, published, corrected in
 * sight of everybody.
 *
 * <p>Slices: {@code claim}, {@code rumour}, {@code rebuttal}, {@code match}, {@code published},
 * {@code figure}, {@code imported}; {@code desk} is what the console sees of the department, {@code
 * text} is how text from outside is made harmless.
 *
 * <h2>Requirements</h2>
 *
 * <ul>
 *   <li>R1.1 When an officer files a claim, the system shall record its text, where it was seen in
 *       public, its area and the instant of receipt, and shall give it a number and a receipt.
 *   <li>R1.2 When the text of a claim is empty or longer than 20,000 characters, the system shall
 *       refuse it; control and direction characters shall be dropped from it.
 *   <li>R1.3 When the public reports a claim, the system shall ask for no personal data, shall
 *       limit the reports of one address, and shall answer with a receipt that shows only the
 *       phase.
 *   <li>R1.4 When a claim is joined or declined, the system shall do so once: a settled claim shall
 *       be refused.
 *   <li>R1.5 When a table of claims is imported, the system shall file every good line and name the
 *       line, the reason and the beginning of every bad one.
 *   <li>R2.1 When an officer drafts a rebuttal, the system shall give it a number {@code yyyy-NNNN}
 *       and keep every version under it.
 *   <li>R2.2 When a version is submitted, the system shall bind the review to the SHA-256 of its
 *       canonical form.
 *   <li>R2.3 When a version is edited, the system shall void its review.
 *   <li>R2.4 When a person who wrote any of the version reviews it, the system shall refuse.
 *   <li>R2.5 When a reviewer returns a version, the system shall demand a reason and show it.
 *   <li>R3.1 When a version is published, the system shall refuse unless a review approved exactly
 *       this hash. The publisher may be a writer: the second pair of eyes is the reviewer's.
 *   <li>R3.2 When a rebuttal is published for the first time, the system shall write the instant
 *       once; no correction or import shall change or set it.
 *   <li>R3.3 When a published rebuttal is corrected, the system shall make a new version with kind
 *       and note; the old one shall stay public until the new one is published, and readable
 *       afterwards.
 *   <li>R3.4 When a rebuttal is withdrawn, the system shall answer its address with 410 and the
 *       notice.
 *   <li>R4.1 When a public page, its structured data or the feed is rendered, the system shall show
 *       every field as text, whatever it contains.
 *   <li>R4.2 When a text is asked about, the system shall answer ANSWERED, POSSIBLE or NONE with
 *       the published rebuttals nearest to it; a short text shall never be ANSWERED.
 *   <li>R4.3 When a rebuttal becomes public, is corrected or withdrawn, the feed shall carry an
 *       entry that says so.
 *   <li>R5.1 When rebuttals are imported, the system shall mark them with origin and importing
 *       officer, and shall never count them as reviewed or timed here.
 *   <li>R5.2 When a line of an import is bad, the system shall report line, code and detail, and
 *       take the others.
 *   <li>R5.3 When a rebuttal is imported again under the same origin and external id, the system
 *       shall change nothing, or add a version if the content differs.
 *   <li>R6.1 When an officer lists, opens or changes anything, the system shall stay within the
 *       areas in which the officer holds the right.
 *   <li>R7.1 When texts are compared, the system shall see no difference in width, case, script
 *       (traditional or simplified) or punctuation, and shall know a web address under every name
 *       by which the page is passed on.
 *   <li>R7.2 When a rebuttal becomes public, is corrected or withdrawn, or is met in another
 *       wording, every node shall find it so within a second.
 *   <li>R7.3 When the index of a node is damaged, is missing, or does not hold what the database
 *       holds, the system shall build it anew; it shall never answer from half of one.
 *   <li>R7.4 When a text is asked about, the system shall look by its words and, where the machine
 *       can, by its meaning, and shall rank both together.
 *   <li>R7.5 When a text is answered, the system shall show the pieces of it, as written, that the
 *       rebuttal shares.
 *   <li>R9.1 When a claim is accepted, the system shall open a rumour; each of its transitions
 *       shall be written with actor, department, instant and reason, and one that its state does
 *       not allow shall be refused.
 *   <li>R9.2 When a rumour is opened or triaged, the system shall set its deadline from harm ×
 *       spread × urgency, counted from the first report; one that lies idle or is late shall be
 *       shown to those who can mend it.
 *   <li>R9.3 When a claim reports a known rumour, the system shall join it, by hand or, when the
 *       engine is sure, by itself, with its score; its wording shall be kept and found from then
 *       on; if the public has the answer, the claim shall be answered.
 *   <li>R9.4 When a joined claim is taken out again, the system shall count it and shall find the
 *       rumour by its wording no longer; spam shall teach the engine nothing.
 *   <li>R9.5 When a claim or a rumour is handed over, sent back or merged, the system shall keep
 *       who did it and why, and nothing of it shall be lost.
 *   <li>R9.6 When a verdict is proposed or confirmed, the system shall refuse it unless one
 *       competent authority or two independent sources speak for it, and shall say how many do.
 *   <li>R9.7 When a verdict is confirmed, it shall be by another person than proposed it; no
 *       rebuttal shall be submitted with a verdict that is not confirmed.
 *   <li>R9.8 When a rumour is left unanswered, two persons shall have said so, with a reason.
 *   <li>R9.9 When the first channel carries the answer, the system shall write that instant once,
 *       and everybody who reported the rumour shall have the answer.
 *   <li>R9.10 When a rumour is reported again and again after its answer, the system shall reopen
 *       it.
 *   <li>R9.11 When figures are shown, the system shall have counted them from clocks and steps,
 *       median and p90, waiting and work apart.
 *   <li>R7.6 When a text differs from a known wording in spaces, marks and links at most, the
 *       system shall answer it even if it is short, but never a word or two.
 *   <li>R7.7 When a rebuttal is weighed, the system shall measure how far it stands out of the
 *       others that are near, so that a larger collection raises no more false alarms.
 *   <li>R7.8 When a text of up to 20,000 characters is asked about, the system shall look up its
 *       rarest terms and weigh, of each rebuttal, the wordings met most often and the nearest one.
 *   <li>R7.9 When a report comes in, the system shall look among the rumours that wait for an
 *       answer too, and say whether it is surely a report of one.
 * </ul>
 *
 * <p>What a newcomer needs: a claim ({@code claim}) reports a rumour ({@code rumour}), which one
 * living rebuttal ({@code rebuttal}) answers. Packages know each other in one direction only:
 * {@code text}, {@code match} ← {@code rumour} ← {@code rebuttal}, {@code claim} ← {@code
 * published}, {@code figure}, {@code desk}. A rumour's clocks are guarded by a trigger as well as
 * by its class.
 */
@NullMarked
package firstline.rumour;

import org.jspecify.annotations.NullMarked;
