/**
 * The TradingEngine molecule (thesis §8.4.1): recorded or live ITCH bytes in, OUCH bytes out.
 *
 * <pre>
 *   ITCH feed --> MarketDataProcessor (DF:tr)  decodes, keeps the books
 *                   --> AlgorithmicTrader (CF:br)  quotes around the inside, skewed by inventory
 *                         --> RiskManager (ED:th)  one pass of pre-trade checks
 *                               --> OrderRouter (DF:pr)  encodes OUCH, lets it go
 *                               |     --> PerformanceTracker (ED:tm)  records what it took
 *                               --> ComplianceChecker (CF:seq)  keeps the trail
 * </pre>
 *
 * <p>No two packets share a resource: trader and risk each keep positions from fills. What the venue answers comes back
 * as an instance of its own kind, and so does a refusal by risk, over the router's back edge. In a simulation two more
 * packets, {@code VenueMarket} and {@code VenueOrders}, covalently bonded over the venue's state, watch the inside and
 * take the orders; their answers return over a back edge, a fixed latency of logical time later, so every plan of the
 * molecule gives the same stream of orders, byte for byte.
 *
 * <p>Classes ending in {@code Area} are the molecule layout; classes named like packets are hot; {@code TradingEngine},
 * {@code TradingConfig} and reports are cold. May import: all of trading, risk, engine, layout.
 */
package io.packetflow.trading.engine;
