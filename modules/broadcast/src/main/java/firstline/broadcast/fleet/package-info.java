/**
 * The speakers: which hang where, who keeps them, and by which key each is known.
 *
 * <ul>
 *   <li>R31.1 when a speaker is registered, it shall get a one-time code that holds for a day, is
 *       kept as its hash alone and is spent by the first key that it enrols.
 *   <li>R31.2 when the same enrolment is sent again, the answer shall be the same; with another
 *       key, a spent or old code, or a proof that does not hold, it shall be refused.
 *   <li>R31.3 when a speaker asks, only a ticket that its own key signed and that is not over shall
 *       open the door.
 *   <li>R31.4 when a speaker moves, changes its groups or is retired, its former stay shall end and
 *       remain on record, and its assignment shall get a higher version.
 *   <li>R31.5 when two speakers have the same area and groups, they shall be one audience.
 *   <li>R49.1 when the fleet is shown area by area, each count shall be the length of the list that
 *       it leads to, and the areas below shall add up to the area.
 *   <li>R49.3 when a group is made or renamed, its name shall be unlike that of any other of its
 *       area, and who belongs to it shall stay.
 *   <li>R49.4 when a speaker joins or leaves a group, it shall be of the group's area or below, its
 *       stay in the former audience shall end and one in the new audience begin.
 * </ul>
 */
@NullMarked
package firstline.broadcast.fleet;

import org.jspecify.annotations.NullMarked;
