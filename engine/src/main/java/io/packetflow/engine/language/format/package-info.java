/**
 * The canonical form of programs. {@link io.packetflow.engine.language.format.SourceFormatter} prints a parsed source
 * with its comments; {@link io.packetflow.engine.language.format.FlatText} writes parts of a tree on one line.
 *
 * <p>What fits into {@code SourceFormatter.MAX_WIDTH} columns stands on one line, unless its author began a new line
 * behind its opening bracket: lists that were written one element a line stay so. Formatting what is formatted changes
 * nothing, and the tree stays the same but for spans; comments stay beside what they stood beside.
 *
 * <p>Cold throughout. May import: language.source, language.syntax, language.parse.
 */
package io.packetflow.engine.language.format;
