/**
 * Alerts of other authorities in the Common Alerting Protocol (OASIS CAP 1.2): taken in as drafts
 * for a person, superseded and cancelled by reference, given out again when they are public.
 *
 * <p>Reading ({@link firstline.broadcast.alert.CapReader}), writing ({@code CapWriter}), what it
 * means here ({@code Mapping}, {@code DivisionCode}, {@code Assessment}), what is kept ({@code
 * Alerts}). A message that names what is wrong is worth more than one that is guessed at: whatever
 * CAP forbids is refused with the element and its line.
 *
 * <ul>
 *   <li>R34.1 when a message meets CAP 1.2, it shall be read in full; when it does not, it shall be
 *       refused with the element named, and with the line where there is one.
 *   <li>R34.2 when a message has a document type, entities, more than 10 MB, 100,000 elements or 20
 *       levels, or bytes that are not in its encoding, it shall be refused before it can cost more
 *       than its reading.
 *   <li>R34.3 when a message is written and read again, it shall be the same.
 *   <li>R34.4 when a message is taken in, its level shall follow from severity, urgency and
 *       certainty, its text from the Chinese part if there is one, and only an actual, public
 *       message shall be a draft of an emergency, an exercise one of a drill.
 *   <li>R34.5 when an area carries a code of a Chinese division, it shall be the area of the tree;
 *       a code that cannot exist shall be refused; what lies elsewhere or has no code shall stay
 *       for a person.
 *   <li>R34.6 when a message is taken in, it shall be kept byte by byte under its hash; the same
 *       message again shall change nothing, another content under its name shall be refused.
 *   <li>R34.7 when an update or a cancellation names a message of the same sender and status, that
 *       shall be superseded or cancelled, whichever of them came first.
 *   <li>R34.8 when a message is posted, the answer shall be 201 with the draft, 200 if it is known
 *       already.
 *   <li>R34.9 when an alert is public, the feed and its own address shall give it as CAP 1.2;
 *       without any, the feed shall be empty and valid.
 *   <li>R34.10 when a message is signed, a signature that does not fit shall have it refused; who
 *       signed shall count only for certificates that this installation trusts.
 *   <li>R34.11 when a feed is polled, at most every two minutes, each of its messages shall be
 *       taken in once, whether it stands in the feed or behind a link to the same host; one that is
 *       refused shall hold up no other.
 *   <li>R34.12 when a feed does not answer or is none, that shall stand with its reason, and the
 *       feed count as silent until it answers.
 *   <li>R34.13 when the time of a draft is over, it shall be no draft any more.
 *   <li>R34.14 when an officer on duty orders a draft, it shall be on the air and public at once,
 *       as the officer has settled level, areas and words; a draft that is not ordered shall say
 *       why.
 *   <li>R34.15 when an alert on the air is cancelled, or an update of it is put on the air, it
 *       shall be taken off without anybody's hand.
 * </ul>
 */
@NullMarked
package firstline.broadcast.alert;

import org.jspecify.annotations.NullMarked;
