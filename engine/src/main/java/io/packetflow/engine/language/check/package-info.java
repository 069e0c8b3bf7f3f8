/**
 * What a program means: names, elements and groups, bonds, targets, nodes and routes. {@link
 * io.packetflow.engine.language.check.ProgramChecker} takes parsed sources and gives a {@link
 * io.packetflow.engine.language.check.CheckedProgram}: packets as {@link
 * io.packetflow.engine.molecule.Constituent}s, molecules as {@link io.packetflow.engine.molecule.MolecularStructure}s,
 * as they would come of the same molecule built in Java.
 *
 * <p>{@code ProgramLoader} finds what a program imports. {@code Names} knows who is called what; {@code PacketChecker},
 * {@code MoleculeChecker} and {@code BondChecker}, {@code ReactorChecker} and {@code FunctionChecker} look at one kind
 * of definition each. Each rule has a {@link io.packetflow.engine.language.diagnostic.DiagnosticCode} of its own.
 *
 * <p>Cold throughout. May import: language.source, language.syntax, language.parse, language.expand,
 * language.diagnostic, language.format (for texts), molecule, cost, periodic, analysis
 * (deadlocks), routing (the affinity matrix), layout.
 */
package io.packetflow.engine.language.check;
