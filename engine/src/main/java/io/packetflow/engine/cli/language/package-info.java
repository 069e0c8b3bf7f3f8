/**
 * {@code packetflow check} and {@code packetflow fmt}: programs in the language of PacketFlow.
 *
 * <p>The command classes name no type of the language in their fields and methods, which picocli looks at whenever the
 * program starts; {@code ProgramCheck} and {@code ProgramFormat} do the work and are loaded by those two commands only.
 *
 * <p>Cold path throughout. May import: picocli, engine.cli, engine.language.
 */
package io.packetflow.engine.cli.language;
