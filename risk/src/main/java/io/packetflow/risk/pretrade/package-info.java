/**
 * Pre-trade checks: may this order go out?
 *
 * <p>{@link io.packetflow.risk.pretrade.PreTradeCheck} answers in one branch-light pass with a mask of
 * {@link io.packetflow.risk.pretrade.Violation}s, 0 being a pass. It reads four records (kill switch aside): 32 bytes
 * of the instrument, 64 of the account, 16 of the pair, and a line that all share. The split keeps 5 000 instruments
 * times 50 accounts at 4 MB. {@link io.packetflow.risk.pretrade.ExposureLedger} moves what the venue reports,
 * {@link io.packetflow.risk.pretrade.InstrumentBoard} what the market says, and
 * {@link io.packetflow.risk.pretrade.LimitTable} what people decide. One thread owns all of them.
 * {@link io.packetflow.risk.pretrade.PreTradeRisk} puts them together.
 *
 * <p>May import {@code layout} and {@code risk.limit}. Knows no feeds, no wire formats and no order identities: the
 * owner of the orders says what was reserved for each.
 */
package io.packetflow.risk.pretrade;
