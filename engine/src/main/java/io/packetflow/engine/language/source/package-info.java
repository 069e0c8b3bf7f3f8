/**
 * Program text: a {@link io.packetflow.engine.language.source.SourceFile} is decoded strictly, knows its lines, and
 * holds what could not be decoded as {@link io.packetflow.engine.language.source.SourceDefect}s; a {@link
 * io.packetflow.engine.language.source.Span} is a piece of it.
 *
 * <p>Cold throughout. May import: the JDK only.
 */
package io.packetflow.engine.language.source;
