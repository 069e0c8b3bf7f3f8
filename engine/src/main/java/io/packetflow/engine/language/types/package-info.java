/**
 * What values are: the types of appendix A.2 of the thesis (packet types with both subtypings, molecule, reactor,
 * function, atom, list and map types) and those that compile (numbers of a kind and scale, booleans, tuples, records).
 *
 * <p>The design: types are found by use. A function says nothing of its parameters, so it is typed anew for the types
 * of each call that a packet's {@code process:} or trigger reaches; {@link
 * io.packetflow.engine.language.types.FunctionTyping} keeps one {@link
 * io.packetflow.engine.language.types.Specialisation} for each list of types. What no packet reaches is typed once
 * with parameters of unknown type: what is certainly wrong is told, what depends on a caller is not. Typing gives a
 * tree of {@link io.packetflow.engine.language.types.Typed} nodes, in which calls are resolved, patterns have become
 * tests and parts, and numbers that meet have one scale. {@code language.code} writes Java of it.
 *
 * <p>Numbers are exact: a {@code long} of units of 10<sup>-scale</sup>, the scale known from the types, never {@code
 * double}, so that a replay and another host give the same bits. A {@link
 * io.packetflow.engine.language.types.NumberKind kind} keeps prices, quantities, durations, sizes and rates apart.
 *
 * <p>Nothing here throws for what a program says; how deep and how large typing goes is bounded ({@link
 * io.packetflow.engine.language.types.TypingLimits}).
 *
 * <p>Cold throughout. May import: language.source, language.syntax, language.parse, language.diagnostic, periodic,
 * molecule, layout.
 */
package io.packetflow.engine.language.types;
