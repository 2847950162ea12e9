/**
 * Rumour rebuttal (谣言、不良信息澄清机制): a rumour is answered once, truthfully, reviewed by up to three
 * people who did not write the answer, and the answer is never lost.
 *
 * <p>Purpose: claims come in, are compared with what has been answered, are joined to a rebuttal or
 * declined; a rebuttal is written, reviewed by others, published, corrected in sight of everybody.
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
 *   <li>R2.6 When a version is submitted, the system shall ask for as many reviews as are set, one
 *       to three, by people who are pairwise distinct and none of whom wrote in it or in what it
 *       was made from; each shall be shown with person, department and instant, and who is waited
 *       for.
 *   <li>R2.7 When a version is submitted in the emergency lane, it shall have a reason; one review
 *       less shall let it out, and the last one shall be due within 24 hours on a clock that
 *       everybody sees; one that is late shall be urgent.
 *   <li>R2.8 When the last reviewer returns what is public already, it shall stay public, the
 *       objection shall be kept and shown until it is corrected or withdrawn, and the rumour shall
 *       be under review.
 *   <li>R2.9 When a version is revoked, it shall never go out again; what was public before it
 *       shall be public again, and the next edit shall begin another version.
 *   <li>R2.10 When a version says advice, place, time or the day of the next look, the system shall
 *       keep them within their limits; that day shall be after the day of submission.
 *   <li>R2.11 When a variant (short text, script, poster line) is left empty, the system shall make
 *       it from the long text, the same way every time; the script shall be shown with its reading
 *       time.
 *   <li>R2.12 When the headline or the short text only repeats the rumour, or the short text does
 *       not state the fact, the system shall refuse to submit it, unless the rumour is true.
 *   <li>R2.13 When somebody types, the system shall keep it every few seconds for that officer
 *       alone, offer it when the form is opened again, and forget it once it is saved, dropped or
 *       30 days old; no review shall notice.
 *   <li>R2.14 When somebody types, the system shall show beside the form what every channel would
 *       carry, however unfinished the text.
 *   <li>R2.15 When somebody comments on a passage, the comment shall stand on the words that it
 *       quotes wherever an edit moves them, and shall say so once they are gone; open ones shall be
 *       counted before an approval.
 *   <li>R2.16 When a reviewer opens a version, the system shall show what changed since that
 *       reviewer's own last look at another text.
 *   <li>R2.17 When a review sheet is asked for, it shall hold the whole text, its variants,
 *       sources, evidence, reviewers with instants, and the hash.
 *   <li>R2.18 When the day of the next look comes within a week or has passed, the rebuttal shall
 *       be listed and told to its writers.
 *   <li>R3.5 When a version is ordered to be published, the system shall make one release for each
 *       channel: its own always, those chosen, and every channel that carries an older text.
 *   <li>R3.6 When the hour of an order has come, the system shall publish it if the review still
 *       holds for exactly this text, and shall say why if not; no server need stay alive for it,
 *       and two shall not do it twice.
 *   <li>R3.7 When its own channel shows the approved text, the system shall confirm the release;
 *       with the first receipt of a version on any channel the rumour is answered.
 *   <li>R3.8 When a text goes out by hand, the system shall confirm it only with a receipt: an
 *       address, a picture or, off line, a word; who brought it and when it appeared.
 *   <li>R3.9 When a release fails, the system shall keep the reason and try again with growing
 *       pauses, and shall let an officer have it tried again.
 *   <li>R3.10 When an order is revoked, the system shall cancel its releases and return the text,
 *       as long as nothing has gone out.
 *   <li>R3.11 When a corrected version becomes public, the system shall follow every release that
 *       carried an older text until its correction is seen there or it is taken down.
 *   <li>R3.12 When a rebuttal is withdrawn, the system shall follow every release that carried it
 *       until it is taken down or the notice is seen there.
 *   <li>R3.13 When something waits to be corrected, taken out, confirmed or looked at, the system
 *       shall list it, what waits longest on top.
 *   <li>R3.14 When an officer takes a package, the system shall pack the approved text and nothing
 *       else, within the areas in which the officer may.
 *   <li>R3.15 When a text is packed, the system shall show every field as text in every file,
 *       whatever it contains.
 *   <li>R3.16 When a picture is drawn, the system shall set the fact on it in a font that has
 *       Chinese, with words around it in both languages, and shall refuse if the machine has none.
 *   <li>R3.17 When a text is handed over to the loudspeakers or to the posters, the system shall
 *       tell their departments.
 *   <li>R3.18 When a release changes, the system shall record who, of which department, when and
 *       why, and shall write each of its clocks once.
 *   <li>R8.1 When the public lists rebuttals, the system shall narrow them by verdict, area, year,
 *       month and words, say how many there are, and turn pages by key.
 *   <li>R8.2 When somebody pastes a text on the public site, the system shall show at once whether
 *       it has been answered, with the words that both share; without script it shall do so when
 *       asked.
 *   <li>R8.3 When a version was public and has been superseded, the system shall keep it readable
 *       under an address of its own, marked as superseded, and name the newest one as the page.
 *   <li>R8.4 When a rebuttal's page is shown, the fact shall be its headline and the rumour never;
 *       a correction shall stand on top; large print and paper shall be served as well.
 *   <li>R8.5 When something was corrected or withdrawn, the system shall list it for everybody,
 *       with kind, note, instant and what changed.
 *   <li>R8.6 When a rebuttal is public, the system shall say it as a ClaimReview with every field
 *       that Google requires, and each correction with its date.
 *   <li>R8.7 When feeds are read, as Atom or JSON Feed, corrections and withdrawals shall be in
 *       them.
 *   <li>R8.8 When all reviews are asked for, the system shall stream them, withdrawals too, without
 *       holding them, and not again to who has the newest.
 *   <li>R8.9 When the table of rebuttals is asked for, it shall open in a spreadsheet as text, and
 *       its fields and licence shall be explained.
 *   <li>R8.10 When search engines ask, the system shall list its public pages, in parts if they are
 *       more than a list may hold.
 *   <li>R8.12 When hostile text stands in any field, pages, feeds, structured data and tables shall
 *       carry it as text, and stay well-formed.
 *   <li>R8.13 When a person is shown a rebuttal's page, the system shall count it, from memory or
 *       not, and keep nothing of the reader.
 *   <li>R8.14 When views were counted, the system shall write them down within ten seconds and when
 *       it stops, by rebuttal and day, and add them up by area.
 *   <li>R8.15 When the public reports a rumour, the browser shall have done a little work on a
 *       challenge that is signed, good for ten minutes and for one report.
 *   <li>R8.16 When a browser runs no script, the form shall work after a wait, a few times an hour.
 *   <li>R8.17 When one address reports without end, the system shall answer 429 with the time to
 *       wait, from memory, and go on serving everybody else.
 *   <li>R8.18 When a receipt is shown, the system shall say received, being checked, answered or
 *       not pursued, and nothing else; spam is received.
 *   <li>R3.30 When a named party objects to what is or was public, the system shall record it under
 *       a number {@code S-yyyy-NNNN}, with the version that was public.
 *   <li>R3.31 When an appeal is taken up or answered, it shall not be by anybody who wrote,
 *       reviewed, ordered or published the rebuttal or settled its verdict.
 *   <li>R3.32 When an appeal is answered by upholding the answer, somebody outside shall have been
 *       heard, with organisation, text and date.
 *   <li>R3.33 When an appeal comes, the system shall count the days by which it is to be
 *       acknowledged and answered with the area's calendar, shall write each of its clocks once,
 *       and shall show what is late.
 *   <li>R3.34 When an appeal is answered by correcting or withdrawing, the system shall begin the
 *       correction or withdraw in the same stroke; whoever may not withdraw shall be refused.
 *   <li>R3.35 When an appeal is open, the rumour shall be under review only if the reviewer says
 *       so.
 *   <li>R3.36 When a party's contact is kept, the system shall seal it, show it masked, and record
 *       every look at it.
 *   <li>R3.37 When an appeal was answered a year ago, the system shall delete the party's contact.
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
 * {@code text}, {@code match} ← {@code rumour}, {@code typing} ← {@code rebuttal}, {@code claim} ←
 * {@code release} ← {@code appeal}; {@code published} ← {@code opendata}, {@code report}; and
 * {@code figure}, {@code reach}, {@code desk}. Nothing is published but by a release; the server
 * confirms its own channels by asking the public queries what they show. A rumour's clocks are
 * guarded by a trigger as well as by its class.
 */
@NullMarked
package firstline.rumour;

import org.jspecify.annotations.NullMarked;
