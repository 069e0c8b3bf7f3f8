/**
 * What code that is compiled from the language calls beside layout and packet: range checks of fields, rounding.
 * Generated code depends on this package and never on the compiler.
 *
 * <p>Hot throughout. May import: nothing of the engine.
 */
package io.packetflow.engine.language.runtime;
