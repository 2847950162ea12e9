/**
 * Loudspeaker broadcast (平安大喇叭、村村通): what a reviewer approved is heard in the right villages at the
 * right minute, and every planned play of every speaker has exactly one recorded end that nobody
 * invented.
 *
 * <p>The server never fires a play. It publishes a signed programme for each audience (the same
 * area and groups), built once; the speaker fires from its own copy and clock and hands in its
 * journal. The protocol stands in {@code modules/speaker/PROTOCOL.md}.
 *
 * <p>Slices, each with its requirements in its {@code package-info}: recurrence (R30: dates), fleet
 * (R31: speakers, enrolment, audiences, groups), programme (R32: what each audience is to play,
 * signed), receipt (R33: what was played), alert (R34: CAP in and out), ebm (R35: the Chinese
 * emergency message), schedule (R36), script (R37), media (R38: sounds and speech), emergency
 * (R39), quiet (R40: times of peace), conflict (R41: what stands against a plan), verse (R42),
 * sample (R43), calendar (R44: weeks and public programmes), coverage (R45), call (R46), proof
 * (R47), live (R48: a microphone for villages), wall and heard (R49).
 */
@NullMarked
package firstline.broadcast;

import org.jspecify.annotations.NullMarked;
