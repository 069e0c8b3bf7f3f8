/**
 * {@code packetflow stat}: the counters of a running engine on a terminal, or as JSON.
 *
 * <p>{@link io.packetflow.tuning.watch.EngineChoice} says which engine is meant, or why that is not clear. Everything
 * is read through {@code io.packetflow.engine.watch}, which never touches an engine.
 *
 * <p>Cold path throughout. May import: the engine's command line and watch packages, Jackson, picocli.
 */
package io.packetflow.tuning.watch;
