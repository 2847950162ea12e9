/**
 * What was heard: journals of speakers taken over without a gap and counted once, and the proof.
 *
 * <p>Of every planned play of every speaker there is one end at most, and what has none is unknown:
 * planned = finished + pre-empted + skipped + failed + interrupted + unknown. Nothing here writes
 * an end that no speaker handed in.
 *
 * <ul>
 *   <li>R33.1 when records are handed in again, in part or in whole, once or ten times, nothing
 *       shall change and the answer shall tell how far the journal has been taken over.
 *   <li>R33.2 when a record is missing before another, or does not fit the hash before it, neither
 *       it nor what follows shall be taken over, and the speaker's signature of it is kept out.
 *   <li>R33.3 when an answer says that records are taken over, they shall be on the disk.
 *   <li>R33.4 when a second end of the same play comes, the first shall stand and the second be a
 *       fault.
 *   <li>R33.5 when a play is counted, planned shall be the sum of its ends and of what is unknown,
 *       for each occurrence, area and speaker; nothing shall be finished without a stored receipt.
 *   <li>R33.6 when a batch is too large, not signed by the speaker's key or no JSON of the
 *       protocol, it shall be refused with the member named.
 * </ul>
 */
@NullMarked
package firstline.broadcast.receipt;

import org.jspecify.annotations.NullMarked;
