/**
 * The language of PacketFlow: {@code .pf} files that declare packets, molecules, reactors, functions and macros
 * (thesis, appendix A).
 * {@link io.packetflow.engine.language.FrontEnd} is the way in; {@code language.md} beside the engine's
 * README shows every construct.
 *
 * <p>The steps are packages: {@code source} (text), {@code parse} (with the generated {@code grammar}) to the trees of
 * {@code syntax}, {@code expand} for macros, {@code check} to what they mean, {@code diagnostic} for what is wrong;
 * {@code format} prints trees.
 * Nothing outside of the language's own commands loads any of it.
 *
 * <p>{@code types} finds what values are and resolves calls; {@code code} writes packets as Java, which calls {@code
 * runtime}; {@code eval} computes the same by walking the tree, for comparison.
 *
 * <p>Cold but for runtime. May import: molecule, cost, periodic, layout, packet, codegen, ANTLR, Jackson core.
 */
package io.packetflow.engine.language;
