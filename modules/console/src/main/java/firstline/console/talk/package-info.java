/**
 * What officers say to each other about a record.
 *
 * <ul>
 *   <li>R110.1 when an officer may open a record, they shall read and write what is said about it;
 *       to anybody else it shall not be there.
 *   <li>R110.2 when somebody is mentioned who may not open the record, or whom nobody knows, the
 *       message shall be refused in words, and nothing be said.
 *   <li>R110.3 when an officer is mentioned, the record shall wait on their home until they have
 *       seen it there, the message is taken back, or they may not open it any more.
 *   <li>R110.4 when a message is said, it shall not be changed; its writer alone shall take it
 *       back, and that it was shall stay to be seen.
 *   <li>R110.5 when a message names a number or a mentioned officer, the number shall lead to its
 *       record and the officer stand by name.
 * </ul>
 */
@NullMarked
package firstline.console.talk;

import org.jspecify.annotations.NullMarked;
