/**
 * {@code packetflow export}: the counters of running engines for Prometheus, in a process of its own.
 *
 * <p>{@link io.packetflow.tuning.export.ExportCommand} listens; each scrape reads the counters files once. An enum has
 * the metrics with their names, types and help, which the dashboard in {@code tuning/grafana} is held against by a
 * test. This is the only package that opens a socket, and nothing that trades depends on it.
 *
 * <p>Cold path throughout. May import: the engine's command line and watch packages, {@code jdk.httpserver}, picocli.
 */
package io.packetflow.tuning.export;
