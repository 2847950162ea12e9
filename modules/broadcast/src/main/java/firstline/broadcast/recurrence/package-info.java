/**
 * When something recurs: an RRULE of RFC 5545 in a zone, cut by a calendar (working days, rest
 * days, lunar days), with exceptions and single moves, and its read-back in plain words.
 *
 * <p>What RFC 5545 leaves open is decided here once:
 *
 * <ul>
 *   <li>A start that its rule does not match is no occurrence of it (3.8.5.3 leaves that
 *       undefined): the recurrence begins at the first match, as COUNT counts it. The read-back
 *       names the rule's days, never the start's, so nobody hears a play that was not announced.
 *   <li>COUNT counts what the rule gives, before exceptions and calendar; the read-back says so.
 *   <li>The calendar only takes away. "Each working day" is therefore DAILY with WORKDAYS; Monday
 *       to Friday with WORKDAYS loses the make-up workdays at weekends, and the read-back says so.
 *   <li>BYSETPOS counts in the whole day, week, month or year, also in the first one.
 *   <li>An UNTIL without Z is the zone's local time, as the start is.
 *   <li>A local time that summer time skips or repeats is read as 3.3.5 says: with the offset
 *       before the gap, and at its first occurrence.
 * </ul>
 *
 * <p>Requirements of the recurrence:
 *
 * <ul>
 *   <li>R30.1 when a rule of RFC 5545 is accepted, its starts shall be those that matching every
 *       day by hand gives, from any instant on, under every locale.
 *   <li>R30.2 when a rule is contested, contradictory, out of bounds or never met, it shall be
 *       refused with the offending part named.
 *   <li>R30.3 when the calendar is working days or rest days, state holidays, make-up workdays and
 *       the area's own days shall decide, provisionally where a notice is not out.
 *   <li>R30.4 when the calendar is lunar days, the days of the Chinese calendar shall decide, in
 *       leap months too.
 *   <li>R30.5 when an occurrence is excepted or moved, it alone shall be gone or elsewhere.
 *   <li>R30.6 when summer time skips or repeats a local time, the start shall be the instant that
 *       3.3.5 names, once.
 *   <li>R30.7 when a recurrence is read back, recurrences with different starts shall read
 *       differently, in both languages.
 *   <li>R30.8 when a program asks for a preview, it shall get the next starts, the read-back and
 *       whether they are provisional, in bounded time.
 * </ul>
 */
@NullMarked
package firstline.broadcast.recurrence;

import org.jspecify.annotations.NullMarked;
