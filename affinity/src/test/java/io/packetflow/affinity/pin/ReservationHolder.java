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
package io.packetflow.affinity.pin;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A process of its own that holds CPUs until its input ends. */
public final class ReservationHolder
{
    private ReservationHolder()
    {
    }

    /**
     * Reserves CPU 7 for a node.
     *
     * @param args directory and node
     * @throws IOException if the input fails
     */
    public static void main(final String[] args) throws IOException
    {
        try (CoreReservation reservation = new CoreReservations(Path.of(args[0])).reserve(
            CoreReservationsTest.plan(args[1], 7)))
        {
            System.out.write(("held " + reservation.cpus() + "\n").getBytes(StandardCharsets.UTF_8));
            System.out.flush();
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
