/**
 * What the front end has to say about a program: a {@link io.packetflow.engine.language.diagnostic.Diagnostic} has a
 * stable {@link io.packetflow.engine.language.diagnostic.DiagnosticCode}, a place, what was expected and found, and a
 * suggestion. {@link io.packetflow.engine.language.diagnostic.Diagnostics} collects them, {@link
 * io.packetflow.engine.language.diagnostic.DiagnosticText} shows them to people, {@link
 * io.packetflow.engine.language.diagnostic.DiagnosticJson} to programs.
 *
 * <p>Cold throughout. May import: language.source, Jackson's streaming core.
 */
package io.packetflow.engine.language.diagnostic;
