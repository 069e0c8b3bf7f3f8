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
package io.packetflow.tuning.doctor.host;

import java.util.Optional;

/**
 * Cold path. One line of {@code /proc/PID/task/TID/stat}, as proc(5) numbers its fields.
 *
 * @param name        of the thread, at most 15 characters
 * @param parent      field 4, the process that started its process; 2 is the kernel
 * @param minorFaults field 10, page faults without a read from disk
 * @param majorFaults field 12, page faults with one
 * @param cpu         field 39, on which it ran last
 * @param policy      field 41, how it is scheduled: 0 is ordinary, 1 FIFO, 2 RR
 */
public record TaskStat(String name, long parent, long minorFaults, long majorFaults, int cpu, int policy)
{
    /** The fields after the name begin with number 3. */
    private static final int FIRST_FIELD = 3;
    private static final int PARENT = 4;
    private static final int MINOR_FAULTS = 10;
    private static final int MAJOR_FAULTS = 12;
    private static final int CPU = 39;
    private static final int POLICY = 41;
    private static final int FIFO = 1;
    private static final int ROUND_ROBIN = 2;

    /**
     * Parses a line.
     *
     * @param line of the file
     * @return its fields; nothing where the line is none
     */
    public static Optional<TaskStat> parse(final String line)
    {
        // The name may hold blanks and parentheses; it ends with the last one.
        final int open = line.indexOf('(');
        final int close = line.lastIndexOf(')');
        if (open < 0 || close < open)
        {
            return Optional.empty();
        }
        final String[] fields = line.substring(close + 1).strip().split(" ", -1);
        if (fields.length <= POLICY - FIRST_FIELD)
        {
            return Optional.empty();
        }
        try
        {
            return Optional.of(new TaskStat(line.substring(open + 1, close), field(fields, PARENT),
                field(fields, MINOR_FAULTS), field(fields, MAJOR_FAULTS), (int)field(fields, CPU),
                (int)field(fields, POLICY)));
        }
        catch (final NumberFormatException e)
        {
            return Optional.empty();
        }
    }

    private static long field(final String[] fields, final int number)
    {
        return Long.parseLong(fields[number - FIRST_FIELD]);
    }

    /** @return whether it is scheduled in real time */
    public boolean isRealTime()
    {
        return policy == FIFO || policy == ROUND_ROBIN;
    }
}
