/**
 * The kernel: what every department's module stands on. It knows no department.
 *
 * <p>Requirements of the audit record:
 *
 * <ul>
 *   <li>R10.1 when a row is changed, dropped, swapped, inserted or hashed anew, verification shall
 *       name the first row that does not fit.
 *   <li>R10.2 when the record was cut off at its end or hashed anew as a whole, verification
 *       against the anchor outside shall find it.
 *   <li>R10.3 when the application's role or the owner tries to change, delete or empty rows, the
 *       database shall refuse.
 *   <li>R10.4 when an hour has passed or the server stops in order, the head of the record shall be
 *       anchored outside.
 * </ul>
 *
 * <p>Requirements of the review:
 *
 * <ul>
 *   <li>R11.1 when a writer of the text or somebody who has decided already reviews, the review
 *       shall refuse.
 *   <li>R11.2 when anything but the reviewed hash is to go out, the review shall refuse.
 *   <li>R11.3 when a clock of the review is set, it shall stay as it is.
 * </ul>
 *
 * <p>Requirements of the outbox:
 *
 * <ul>
 *   <li>R12.1 when a listener fails midway, its duty shall be done again and its effect be seen
 *       once.
 *   <li>R12.2 when several workers claim, no two shall get the same duty.
 *   <li>R12.3 when a duty failed eight times, it shall wait for a person.
 * </ul>
 *
 * <p>Requirements of tables that people bring:
 *
 * <ul>
 *   <li>R13.1 when lines of a table are wrong, each shall be named with line, column and reason,
 *       and the right ones shall be taken over.
 *   <li>R13.2 when a file is no table, too large or made to burst, it shall be refused in words.
 *   <li>R13.3 when a whole city of areas is imported, in any order of lines, the tree shall stand.
 * </ul>
 *
 * <p>Requirements of the database:
 *
 * <ul>
 *   <li>R14.1 when a write is acknowledged, it shall be on the disk; the application shall not own
 *       the tables.
 *   <li>R14.2 when the server is killed with signal 9 under writers, no acknowledged write shall be
 *       lost and it shall stand up again without a hand.
 * </ul>
 *
 * <p>Requirements of the calendar:
 *
 * <ul>
 *   <li>R15.1 when a term of working days is counted, China's holidays and make-up workdays shall
 *       count as published.
 *   <li>R15.2 when a day is touched that a notice not yet published can move, the answer shall be
 *       provisional.
 *   <li>R15.3 when an area has days of its own, they shall hold for its subtree, the nearest area
 *       having the last word.
 *   <li>R15.4 when an officer declares a day of an area in scope, it shall hold for the subtree
 *       until it is withdrawn; a day that is over shall stay as it was.
 *   <li>R15.5 when a year of an area is shown, each day shall tell what it is and why, and a year
 *       without a published notice that it is provisional.
 *   <li>R15.6 when the notice of a year is taken in, every line that is wrong shall be named and
 *       nothing kept; a good one shall count from then on, in place of what was known of the year.
 * </ul>
 *
 * <p>Requirements of the files:
 *
 * <ul>
 *   <li>R16.1 when a content is kept, it shall be on the disk as a whole, under its own hash, once
 *       however often and by however many at a time it is brought.
 *   <li>R16.2 when a client names its file, the name shall be a label and part of no path.
 *   <li>R16.3 when a file is empty, too large, of a type that was not asked for, not what its name
 *       says or made to burst, it shall be refused, and nothing of it be left.
 *   <li>R16.4 when a file is opened by id, only an officer in whose scope it lies shall get it; by
 *       hash, only what is open to all shall be found; to a stranger it is not there.
 *   <li>R16.5 when a crash left a file half written, the server shall delete it.
 * </ul>
 *
 * <p>Requirements of retention:
 *
 * <ul>
 *   <li>R17.1 when a counter or a kept answer is past its use, it shall be deleted within a day, in
 *       small batches.
 * </ul>
 *
 * <p>Requirements of settings:
 *
 * <ul>
 *   <li>R112.1 when an administrator opens the settings, every setting shall stand there with its
 *       value and its standard, and be changed by its keeper for the whole installation alone.
 *   <li>R112.2 when a setting is changed, this server shall see it with the commit, and what lies
 *       out of bounds shall count as not chosen.
 *   <li>R112.3 when a setting is changed, old value, new value, officer, time and reason shall stay
 *       in a journal that nobody can change.
 *   <li>R112.4 when a value is no number, out of bounds, none of the choices or what it was, or
 *       somebody was faster, it shall be refused and nothing be changed.
 *   <li>R112.8 when rows of the audit record are older than was chosen, and never less than 190
 *       days, they shall be deleted from its beginning, and verification go on from there; a cut
 *       that took younger ones shall be found.
 * </ul>
 */
@NullMarked
package firstline.persistence;

import org.jspecify.annotations.NullMarked;
