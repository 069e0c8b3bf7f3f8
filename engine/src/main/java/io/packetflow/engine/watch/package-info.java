/**
 * What another process sees of a running engine.
 *
 * <p>{@link io.packetflow.engine.watch.EngineSearch} finds counters files,
 * {@link io.packetflow.engine.watch.WatchedEngine} follows one over the lives of the engines that write it, an
 * {@link io.packetflow.engine.watch.EngineReading} is what it said at a moment, and
 * {@link io.packetflow.engine.watch.Rates} what became of it since the moment before. All of it only reads: files are
 * mapped read-only, no lock is taken, and an engine neither knows nor notices that somebody looks.
 *
 * <p>Cold path throughout. May import: the engine's telemetry, the JDK.
 */
package io.packetflow.engine.watch;
