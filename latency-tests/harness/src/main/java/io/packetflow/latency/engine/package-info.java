/**
 * The TradingEngine as it is measured, what is sent through it, and whether it sends what the floor sends.
 */
package io.packetflow.latency.engine;
