/**
 * Operators: who does business, by the code of their registration.
 *
 * <ul>
 *   <li>R85.3 when a unified social credit code is typed, its form and check character shall be
 *       verified, and a refusal shall say what would fit.
 *   <li>R85.6 when an operator is looked at, its registration and all of its cases shall stand on
 *       one page.
 * </ul>
 */
@NullMarked
package firstline.market.operator;

import org.jspecify.annotations.NullMarked;
