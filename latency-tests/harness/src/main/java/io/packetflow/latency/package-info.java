/**
 * The bench command and its report: one table over all scenarios, with targets, floors and ratios.
 */
package io.packetflow.latency;
