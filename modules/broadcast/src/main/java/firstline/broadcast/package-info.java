/**
 * Loudspeaker broadcast (平安大喇叭、村村通): what a reviewer approved is heard in the right villages at the
 * right minute, and every planned play of every speaker has exactly one recorded end that nobody
 * invented.
 *
 * <p>The server never fires a play. It publishes a signed programme for each audience (the same
 * area and groups), built once; the speaker fires from its own copy and clock and hands in its
 * journal. The protocol stands in {@code modules/speaker/PROTOCOL.md}.
 *
 * <p>Slices: {@code recurrence} (when), {@code fleet} (speakers, enrolment, audiences), {@code
 * programme} (what each audience is to play, signed), {@code receipt} (what was played, and its
 * proof), {@code alert} (CAP in and out), {@code ebm} (the Chinese emergency message), {@code
 * quiet} (when an area is left in peace), {@code conflict} (what stands against a plan). Each
 * slice's {@code package-info} holds its requirements: R30 recurrence, R31 fleet, R32 programme,
 * R33 receipt, R34 alert, R35 ebm, R36 schedule, R37 script, R38 media, R39 emergency, R40 quiet,
 * R41 conflict, R42 verse, R43 sample, R44 calendar, R45 coverage, R46 call, R47 proof.
 */
@NullMarked
package firstline.broadcast;

import org.jspecify.annotations.NullMarked;
