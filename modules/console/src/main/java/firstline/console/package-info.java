/**
 * The console: the WAR with its shell, sign-in, administration, public frame and REST root. It sees
 * every module and is seen by none.
 *
 * <p>Requirements of sign-in:
 *
 * <ul>
 *   <li>R20.1 when a name is unknown, a password wrong or an account locked, the words shall be the
 *       same; five failures shall lock the account.
 *   <li>R20.2 when an administrator signs in, the password alone shall open nothing.
 *   <li>R20.3 when many sessions work at once, none shall be refused falsely.
 *   <li>R20.4 when an officer signs out, the session shall be over.
 *   <li>R20.5 when one officer is created, the username shall be free and the department within
 *       reach, and no password shall be set by anybody else.
 *   <li>R20.6 when an officer wants a second factor, they shall set it up and remove it themselves;
 *       an administrator cannot remove it.
 *   <li>R20.7 when an identity provider is configured, officers shall sign in by it alone, as an
 *       officer who exists, on an answer that is theirs, fresh and signed.
 *   <li>R20.8 when the server answers, it shall compress, name no software, listen on one port, and
 *       keep what its database acknowledged.
 *   <li>R20.9 when a WAR is built, it shall name what it is made of.
 * </ul>
 *
 * <p>Requirements of the policy for passwords, as it is chosen:
 *
 * <ul>
 *   <li>R112.5 when the policy is that of classified protection, a new password shall have eight
 *       characters of three kinds.
 *   <li>R112.6 when the policy is that of ASVS, a new password shall have twelve characters of any
 *       kind; under both, common ones and the username shall be refused.
 *   <li>R112.7 when a password is older than the policy allows, its officer shall hold no right
 *       until it is changed for another.
 * </ul>
 *
 * <p>Requirements of the watermark:
 *
 * <ul>
 *   <li>R115.1 when the watermark is on, every page of the console shall bear who looks at it and
 *       the day, also on paper, and keep nothing from the pointer or from those who listen.
 * </ul>
 *
 * <p>Requirements of the first run:
 *
 * <ul>
 *   <li>R21.1 when nobody can administer, one one-time link shall lead to three administrators who
 *       are three people, and be worthless afterwards.
 * </ul>
 *
 * <p>Requirements of the pages:
 *
 * <ul>
 *   <li>R22.1 when a page is shown in either language, light or dark, it shall be accessible,
 *       complete in its words and within the content security policy.
 *   <li>R22.2 when a page is shown on a phone of 360 px, nothing shall be wider than the screen.
 *   <li>R22.3 when a list grows, the number of its statements shall stay the same.
 *   <li>R22.4 when a rumour travels from claim to public page and correction, each step shall be
 *       taken by the officer whose duty it is.
 *   <li>R22.5 when there is no mouse, an officer shall sign in, find and open a record by keyboard.
 *   <li>R22.6 when a reader chooses language, theme or density, the next pages shall keep it.
 *   <li>R22.7 when an area is asked for, it shall be found by name or in the tree, by keyboard too.
 *   <li>R22.8 when an officer hides columns of a list or chooses a density, it shall follow to any
 *       machine.
 *   <li>R22.9 when an officer works at one area, every right shall be narrowed to it.
 *   <li>R22.10 when work takes long, its progress shall be shown to its owner alone, and it can be
 *       stopped.
 *   <li>R22.11 when a button is pressed before the page has come whole, the form shall be sent once
 *       it has, with every field.
 * </ul>
 *
 * <p>Requirements of the lists:
 *
 * <ul>
 *   <li>R105.1 when an officer keeps a list's filters under a name, the view shall be offered in
 *       that list without the place in it, to the officer, and if shared to the own department.
 *   <li>R105.2 when a view is renamed, shared or deleted, only its owner shall be able to.
 *   <li>R105.3 when a view is chosen as the first, the rail shall open the list with it, until it
 *       is deleted, no longer shared, or chosen off.
 *   <li>R105.4 when an officer resets a list, its columns and the density shall be as at first.
 *   <li>R105.5 when a list is taken along, the file shall hold the rows of the same query, right
 *       and areas, all of them and each once, with the columns shown and the record's id.
 *   <li>R105.6 when a cell could run as a formula, it shall be text in the file; and the memory
 *       that a file takes shall not grow with its rows.
 *   <li>R105.7 when a file is written, its officer alone shall see how far it is and fetch it, and
 *       it shall be deleted after twelve hours.
 * </ul>
 *
 * <p>Requirements of columns and pages:
 *
 * <ul>
 *   <li>R118.1 when an officer puts the columns of a list into another order, by mouse or keyboard,
 *       the list and its file shall have it on every machine until it is reset; the first column
 *       shall stay the first.
 *   <li>R118.2 when a view is kept, it shall keep the columns as they are shown.
 *   <li>R118.3 when campaigns, collections, typical cases and price notices are listed, each shall
 *       stand on one page by its key, however many there are.
 * </ul>
 *
 * <p>Requirements of the palette:
 *
 * <ul>
 *   <li>R106.1 when somebody types the beginning of a number, words of a title or the initials of
 *       its pinyin, the record shall be found among all.
 *   <li>R106.2 when somebody searches, nothing shall be found that the right, the areas and the
 *       department do not let them see; of an officer, name and department alone.
 *   <li>R106.3 when a record changes, what is found shall change in the same transaction; drafts,
 *       facts and senders shall never be in the index.
 *   <li>R106.4 when somebody types words or initials of a page or of something to begin, it shall
 *       be offered if they may.
 * </ul>
 *
 * <p>Requirements of files over HTTP:
 *
 * <ul>
 *   <li>R23.1 when a file is sent, it shall go out as what its content is, whole or in the part
 *       that was asked for, and nothing shall be shown in the page that can run.
 * </ul>
 */
@NullMarked
package firstline.console;

import org.jspecify.annotations.NullMarked;
