/**
 * What the reader sees: figures over forks, targets, ratios, the table, and the files.
 */
package io.packetflow.latency.report;
