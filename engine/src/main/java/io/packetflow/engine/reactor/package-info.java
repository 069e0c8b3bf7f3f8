/**
 * The reactor (thesis §3.4): a planned molecule, running on pinned cores.
 *
 * <p>{@link io.packetflow.engine.reactor.Reactor} is the door: a {@link io.packetflow.engine.reactor.ReactorContext}
 * is concluded, the molecule planned, its code generated, warmed up on a scratch molecule that is thrown away, and only
 * then the gate opens and sequences start at 1. Each node is one thread, a NodeLoop, that runs its generated
 * {@link io.packetflow.engine.reactor.NodeProgram} as a duty cycle; in {@code INVOKER} threading the caller steps the
 * same programs. A RunningMolecule holds what one run owns: arena, ring, handlers, resources, back edges. The
 * conductor, a helper thread off the hot cores, copies the nodes' counts into the counters file and watches for stalls.
 *
 * <p>Behind the door ReactorParts makes, opens and closes these parts, CoreClaim holds their cores, and Completion is
 * what a user waits by. ReactorJournal is the journal and the queue behind it, if there are any: before a journaled run
 * begins its epoch, a Succession brings it to where the run before it ended, by Recovery of what that one left or by
 * Following it, as a standby, until it is gone.
 *
 * <p>Hot and cold stay apart: NodeProgram, NodeLoop and BackEdge are hot, all else is cold.
 */
package io.packetflow.engine.reactor;
