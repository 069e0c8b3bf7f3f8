/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.layout.state;

import io.packetflow.layout.memory.Slab;

/**
 * Cold path. Carries state out of a component or back into it. One method of a component names its state once, in a
 * fixed order, and serves both ways: while state is saved each call returns what it was given, while it is restored
 * it returns what was saved.
 *
 * <pre>{@code
 * public void exchange(final StateExchange state)
 * {
 *     count = state.int64("count", count);
 *     state.slab("orders", orders);
 * }
 * }</pre>
 *
 * <p>Names are checked: state that was saved under other names, in another order or of another size is refused with
 * a {@link StateException} that says which. Lengths of arrays and slabs are part of a component's configuration and
 * must be equal; one that grows saves its capacity first and grows before it goes on.
 */
public interface StateExchange
{
    /** Returns whether state comes back; else it is saved. */
    boolean isRestoring();

    /**
     * Exchanges a number.
     *
     * @param name of the field, unique within its component
     * @param value to save
     * @return the value that holds from now on
     */
    long int64(String name, long value);

    /**
     * Exchanges a number.
     *
     * @param name of the field, unique within its component
     * @param value to save
     * @return the value that holds from now on
     */
    int int32(String name, int value);

    /**
     * Exchanges a number that the component relies on, such as an index or a count.
     *
     * @param name of the field, unique within its component
     * @param value to save
     * @param least that it may be
     * @param most that it may be
     * @return the value that holds from now on; one that was saved outside the bounds is refused
     */
    int bounded(String name, int value, int least, int most);

    /**
     * Exchanges how many bytes of a growing slab are saved after it, so that the component can grow to it first.
     *
     * @param name of the field, unique within its component
     * @param value to save
     * @return the value that holds from now on; more than there are saved bytes behind it is refused
     */
    long extent(String name, long value);

    /**
     * Exchanges how often a slab was doubled that is saved whole after it, so that the component can grow to it first.
     *
     * @param name of the field, unique within its component
     * @param value to save
     * @param initialBytes of the slab before it was doubled, above 0
     * @return the value that holds from now on; one for which there are not enough saved bytes behind it is refused
     */
    int doublings(String name, int value, long initialBytes);

    /**
     * Saves a number that is part of a component's configuration, and refuses to restore what was saved under another.
     *
     * @param name of the field, unique within its component
     * @param value that both must have
     */
    void constant(String name, long value);

    /**
     * Exchanges a truth value.
     *
     * @param name of the field, unique within its component
     * @param value to save
     * @return the value that holds from now on
     */
    boolean flag(String name, boolean value);

    /**
     * Exchanges all bytes of a slab.
     *
     * @param name of the field, unique within its component
     * @param slab whose bytes are saved or replaced
     */
    void slab(String name, Slab slab);

    /**
     * Exchanges a range of a slab that several components share.
     *
     * @param name of the field, unique within its component
     * @param slab whose bytes are saved or replaced
     * @param offset of the first byte in the slab
     * @param length in bytes
     */
    void range(String name, Slab slab, long offset, long length);

    /**
     * Exchanges the elements of an array.
     *
     * @param name of the field, unique within its component
     * @param values whose elements are saved or replaced
     */
    void longs(String name, long[] values);

    /**
     * Exchanges the elements of an array.
     *
     * @param name of the field, unique within its component
     * @param values whose elements are saved or replaced
     */
    void ints(String name, int[] values);

    /**
     * Exchanges the elements of an array.
     *
     * @param name of the field, unique within its component
     * @param values whose elements are saved or replaced
     */
    void bytes(String name, byte[] values);

    /**
     * Exchanges the elements of an array.
     *
     * @param name of the field, unique within its component
     * @param values whose elements are saved or replaced
     */
    void flags(String name, boolean[] values);

    /**
     * Exchanges the state of a part.
     *
     * @param name of the part, unique within its component
     * @param part whose state follows
     */
    void part(String name, Stateful part);
}
