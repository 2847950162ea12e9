/**
 * Inspections: from the plan over the visit, which a phone may record without a network, to no
 * finding, a correction, a lead or a case.
 *
 * <ul>
 *   <li>R90.4 when operators are drawn, the record shall keep seed, list, hash and algorithm, and
 *       whoever repeats the draw shall see whether it is the same.
 *   <li>R90.5 when a step is taken, state, action and right shall stand together in the one
 *       declared table; any other shall be refused with the article.
 *   <li>R90.6 when an inspection is assigned, it shall have two qualified officers, neither barred
 *       from the operator; those of a draw shall go unless a reason is written down.
 *   <li>R90.7 when a visit is told, it shall answer every item of the checklist version that the
 *       inspection was planned with, and name what was taken as pictures with hash, instant and
 *       place; both sides shall have signed, or a reason shall stand why one did not.
 *   <li>R90.8 when a visit or a picture is told again, it shall be kept once and answered as
 *       before; another content under the same id shall be refused.
 *   <li>R90.9 when an inspection is confirmed, all of its pictures shall have come, and how it ends
 *       shall agree with what was found.
 *   <li>R90.10 when a phone is without a network, my inspections, what is being filled in and what
 *       waits to be told shall be kept there, for their own officer alone, until the server has
 *       answered.
 *   <li>R90.11 when an inspection leads on, a case shall have its number as source, and a lead
 *       shall be received without a reporter; each once.
 *   <li>R90.12 when a visit found something, the fifteen working days to verify it shall run from
 *       its day until it is decided on.
 *   <li>R90.13 when a checklist is changed, the next inspections shall have the new version and
 *       those planned before shall keep theirs.
 *   <li>R101.10 when the server is killed while a phone sends what waits in it, every inspection
 *       and picture shall be there once after the officer has signed in again.
 * </ul>
 */
@NullMarked
package firstline.market.inspect;

import org.jspecify.annotations.NullMarked;
