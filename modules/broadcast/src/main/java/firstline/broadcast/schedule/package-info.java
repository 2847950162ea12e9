/**
 * When something is to be heard, and where: drafted by one officer, approved by another, bound to
 * the text, the times and the places.
 *
 * <ul>
 *   <li>R36.1 when a schedule is drafted, its times, text and places shall be checked, and what is
 *       wrong be refused with the field named.
 *   <li>R36.2 when a schedule is approved, it shall be by somebody who did not write it, for
 *       exactly the text, times and places that were read.
 *   <li>R36.3 when a schedule is withdrawn, no play of it shall begin any more, and what sounds
 *       shall stop; what was heard stays on record.
 *   <li>R36.4 when a schedule is shown, it shall be read back in words, with its next five plays
 *       and the number of speakers that it reaches.
 *   <li>R36.5 when somebody acts on a schedule, who, of which department, when and why shall be
 *       kept.
 *   <li>R36.6 when a schedule is a drill, it shall sound with the tone of drills and begin with the
 *       sentence that says so, nothing else shall sound so, and it shall never become anything
 *       else.
 *   <li>R54.1 when a schedule is written, the kind of its text shall be chosen, be bound to the
 *       approval, and be shown with the schedule and in the public programme; schedules shall be
 *       found by it.
 * </ul>
 */
@NullMarked
package firstline.broadcast.schedule;

import org.jspecify.annotations.NullMarked;
