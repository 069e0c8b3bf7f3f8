/**
 * The back end: from a plan to one final Java class a node.
 *
 * <p>{@link io.packetflow.engine.codegen.NodeSource} writes the source: a duty cycle that merges the sources,
 * publishes, runs the stages in bond order; packets are fields of their concrete classes, so that every call is
 * direct and the JIT inlines the chain; a STOP leaves a region by one branch; flyweights move once an instance. The
 * source is readable, is printed by {@code --show-code} and kept by {@code --keep-sources}. {@link
 * io.packetflow.engine.codegen.NodeCompiler} finds the class on the class path if it was compiled ahead of time, else
 * compiles it in memory where a JDK runs. The class's name carries a hash of its source, so a stale class is never
 * picked up.
 *
 * <p>Cold. Generated code depends on packet, reactor.NodeProgram, layout and ringbuffers, never on this package.
 */
package io.packetflow.engine.codegen;
