/**
 * Contacts of those who wrote to the house: masked, and uncovered on the record.
 *
 * <ul>
 *   <li>R124.1 when the house has chosen that handlers see contacts, an officer who holds the right
 *       to uncover one in the record's area shall see it at once on the record's page, and nowhere
 *       else; until somebody chooses, it shall be masked.
 *   <li>R124.2 when a page shows a contact at once, it shall be recorded as an uncovering is, once
 *       an officer, record and hour; who looks through another's eyes shall see none.
 *   <li>R124.3 whatever is chosen, who sent a tip-off shall stay sealed, also where the same letter
 *       is a complaint.
 * </ul>
 */
@NullMarked
package firstline.persistence.masking;

import org.jspecify.annotations.NullMarked;
