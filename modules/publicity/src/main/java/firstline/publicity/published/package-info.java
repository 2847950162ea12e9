/**
 * The public site of the material: list, page, campaigns, feed and notices, without sign-in, script
 * or cookie.
 *
 * <p>What was public and is recalled, expired or archived answers 410 with the notice: programs,
 * caches and search engines drop it, and a person reads why. What never was public answers 404.
 *
 * <ul>
 *   <li>R65.1 when the public looks for material, it shall find what is out and holds on that day.
 *   <li>R65.2 when a material is recalled or its last day is over, its page, file and embed shall
 *       answer with the notice, from the next request on that no two-second memory serves.
 *   <li>R65.3 when one variant is recalled and another is out, the page shall show the other and
 *       say what was recalled.
 *   <li>R65.4 when programs read a page, it shall carry schema.org data and Dublin Core.
 *   <li>R65.5 when material changes, a feed and the page of notices shall tell it.
 *   <li>R65.6 when a file is taken, the count shall hold nothing of the citizen; an officer is kept
 *       by id, since a recall must reach who took it.
 *   <li>R65.7 when programs ask for material, they shall get a page with facets; what they send in
 *       shall become a draft.
 *   <li>R65.8 when a material is recalled, every address that ever showed it to the public (page,
 *       list, file, rendition, embed, oEmbed, share, archive) shall answer 410 or the notice within
 *       five seconds, in whatever cache lies between.
 * </ul>
 */
@NullMarked
package firstline.publicity.published;

import org.jspecify.annotations.NullMarked;
