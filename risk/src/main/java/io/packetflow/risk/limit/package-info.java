/**
 * Limits as they are written down, and the kill switch.
 *
 * <p>{@link io.packetflow.risk.limit.RiskLimits} is the cold, typed configuration of all limits: defaults, overrides
 * for single instruments, accounts and pairs, and a validation that names every error at once. Nothing here knows how
 * a check reads a limit; {@code pretrade.LimitTable} writes them into the records of the hot path.
 * {@link io.packetflow.risk.limit.KillSwitch} holds why trading is stopped, as one byte of reasons a scope.
 * {@link io.packetflow.risk.limit.Ranges} says which numbers the whole module computes with.
 *
 * <p>May import {@code layout}. Knows no orders and no packages beside it.
 */
package io.packetflow.risk.limit;
