/**
 * Value at risk and expected shortfall of accounts, kept up to date with each fill and each price.
 *
 * <p>{@link io.packetflow.risk.valuation.PortfolioRisk} books fills and prices into an {@link
 * io.packetflow.risk.valuation.ExposureTable} and tells one method what changed, a {@link
 * io.packetflow.risk.valuation.ValueAtRisk}: {@link io.packetflow.risk.valuation.HistoricalVar} holds the profit of
 * each account in each scenario, {@link io.packetflow.risk.valuation.DeltaNormalVar} what each account has at stake in
 * each factor. Both are sums over positions in exact integers, so a change costs one row of a matrix, never a
 * portfolio, and a full revaluation comes to the same bits. Positions are linear: options need their deltas booked as
 * positions.
 *
 * <p>One thread owns all of it. May import {@code layout} and {@code risk.limit} (ranges, hashing). Knows no orders.
 */
package io.packetflow.risk.valuation;
