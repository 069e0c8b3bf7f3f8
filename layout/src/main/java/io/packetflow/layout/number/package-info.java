/**
 * Numbers of a market as scaled integers: prices and amounts with four decimals, converted from and to wire formats and
 * text without ever passing through floating point. A result that does not fit is refused, never wrapped.
 *
 * <p>May import {@code layout.memory} and the JDK.
 */
package io.packetflow.layout.number;
