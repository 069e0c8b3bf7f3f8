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
package io.packetflow.tuning.export;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.engine.cli.UsageException;

/** Cold path. {@code [HOST:]PORT} as users write it; without a host only this host is answered. */
final class ListenAddress
{
    /** Where the exporter listens unless it is told otherwise. */
    static final String DEFAULT = "127.0.0.1:9404";

    private static final Pattern FORM = Pattern.compile("(?:(\\[[^\\]]+]|[^:\\[\\]]+):|:)?([0-9]{1,5})");
    private static final int MAX_PORT = 65_535;

    private ListenAddress()
    {
    }

    /**
     * Reads an address.
     *
     * @param text {@code 9404}, {@code :9404}, {@code 0.0.0.0:9404}, {@code [::1]:9404}; port 0 takes a free one
     * @return the address
     * @throws UsageException if it is none
     */
    static InetSocketAddress parse(final String text)
    {
        final Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MAX_PORT)
        {
            throw new UsageException("--prometheus takes [HOST:]PORT with a port from 0 to " + MAX_PORT +
                ", such as 9404, 0.0.0.0:9404 or [::1]:9404: '" + text + "'");
        }
        final int port = Integer.parseInt(matcher.group(2));
        if (matcher.group(1) == null)
        {
            return new InetSocketAddress(loopback(), port);
        }
        try
        {
            return new InetSocketAddress(InetAddress.getByName(matcher.group(1)), port);
        }
        catch (final UnknownHostException e)
        {
            throw new UsageException("--prometheus: the host '" + matcher.group(1) +
                "' is not known; name an address of this host, or 0.0.0.0 for all of them", e);
        }
    }

    private static InetAddress loopback()
    {
        try
        {
            return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        }
        catch (final UnknownHostException e)
        {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
