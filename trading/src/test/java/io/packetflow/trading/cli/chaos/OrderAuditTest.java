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
package io.packetflow.trading.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderAuditTest
{
    /** Three messages of one, two and three bytes. */
    private static final byte[] REFERENCE = {0, 1, 'a', 0, 2, 'b', 'c', 0, 3, 'd', 'e', 'f'};

    @TempDir
    private Path directory;
    private Path orders;
    private OrderAudit audit;

    @BeforeEach
    void begin()
    {
        orders = directory.resolve("orders");
        audit = new OrderAudit(REFERENCE, orders);
    }

    @Test
    void shouldCountEachWholeOrderOnce() throws IOException
    {
        assertThat(audit.check(0)).isZero();
        assertThat(checkOf(5)).isEqualTo(1);
        assertThat(checkOf(7)).isEqualTo(1);
        assertThat(checkOf(REFERENCE.length)).isEqualTo(1);
        audit.requireAll();
    }

    @Test
    void shouldNameTheOrderThatIsAnotherOne() throws IOException
    {
        final byte[] other = REFERENCE.clone();
        other[5] = 'x';
        Files.write(orders, other);

        assertThatThrownBy(() -> audit.check(0)).isInstanceOf(BrokenInvariantException.class)
            .hasMessageStartingWith("I6 is broken").hasMessageContaining("order 2 in " + orders + ", byte 5, is not");
    }

    @Test
    void shouldRefuseMoreOrdersThanTheFeedLeadsTo() throws IOException
    {
        Files.write(orders, Arrays.copyOf(REFERENCE, REFERENCE.length + 3));

        assertThatThrownBy(() -> audit.check(0)).isInstanceOf(BrokenInvariantException.class)
            .hasMessageStartingWith("I6 is broken").hasMessageContaining("order 4 in ");
    }

    @Test
    void shouldRefuseFewerBytesThanWereOut() throws IOException
    {
        assertThatThrownBy(() -> checkOf(3, 4)).isInstanceOf(BrokenInvariantException.class)
            .hasMessageEndingWith(orders + " has 3 bytes, but had 4 before the process died");
    }

    @Test
    void shouldRefuseFewerOrdersThanAtTheDeathBefore() throws IOException
    {
        checkOf(7);

        assertThatThrownBy(() -> checkOf(3)).isInstanceOf(BrokenInvariantException.class)
            .hasMessageEndingWith(orders + " holds 1 orders, but held 2 after the death before");
    }

    @Test
    void shouldAskForAllOrdersAtTheEndOfTheFeed() throws IOException
    {
        checkOf(7);

        assertThatThrownBy(audit::requireAll).isInstanceOf(BrokenInvariantException.class)
            .hasMessageStartingWith("I4 is broken");
    }

    private long checkOf(final int bytes) throws IOException
    {
        return checkOf(bytes, 0);
    }

    private long checkOf(final int bytes, final long leastBytes) throws IOException
    {
        Files.write(orders, Arrays.copyOf(REFERENCE, bytes));
        return audit.check(leastBytes);
    }
}
