/**
 * What officers say to each other about a record: the part of it that the modules know. A record is
 * named by its kind and id, and its own module alone says who may open it.
 *
 * <ul>
 *   <li>R126.1 when a record has a page of its own, its officers shall talk there, by the rule by
 *       which that page opens and by no other.
 *   <li>R126.2 when somebody sent in a letter or an objection, or an operator is a natural person,
 *       the title of the record in mentions and on home shall not name them.
 *   <li>R126.3 when a price notice, a typical case or an order of copies was drafted, decided,
 *       shown or ended, its page shall tell when, by whom and why, the newest on top.
 * </ul>
 */
@NullMarked
package firstline.persistence.talk;

import org.jspecify.annotations.NullMarked;
