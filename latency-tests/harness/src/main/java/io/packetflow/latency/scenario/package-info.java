/**
 * What the bench command measures: each scenario names its subjects, which are forked side by side, and turns what they
 * answer into lines of the table with targets and floors.
 */
package io.packetflow.latency.scenario;
