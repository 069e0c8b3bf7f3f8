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
package io.packetflow.affinity.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.packetflow.affinity.topology.CpuSet;

/** Cold path. What an attempt could not place, put into words. */
final class Refusals
{
    private Refusals()
    {
    }

    static List<CoreViolation> of(
        final Placement placement,
        final HostCores host,
        final List<CoreDemand> demands,
        final CorePlanOptions options)
    {
        final List<CoreViolation> violations = new ArrayList<>();
        homes(violations, placement, options);
        final List<CoreDemand> unplaced = placement.unplaced().stream()
            .filter((demand) -> !options.homes().containsKey(demand.home())).toList();
        if (!unplaced.isEmpty())
        {
            sockets(violations, placement, host, demands, unplaced);
            capacity(violations, placement, host, demands, unplaced);
        }
        pinsOutsideHomes(violations, placement, options);
        return violations;
    }

    private static void homes(
        final List<CoreViolation> violations, final Placement placement, final CorePlanOptions options)
    {
        placement.unplaced().stream().map(CoreDemand::home).distinct().filter(options.homes()::containsKey)
            .forEach((home) -> violations.add(new CoreViolation(CoreRule.CAPACITY, "home '" + home + "'",
                "its CPUs " + options.homes().get(home) + " leave no core for " +
                    names(placement.unplaced(), (demand) -> demand.home().equals(home)),
                "give the home more CPUs on the right socket, fuse its nodes, or allow sharing (they yield then)")));
    }

    private static void sockets(
        final List<CoreViolation> violations,
        final Placement placement,
        final HostCores host,
        final List<CoreDemand> demands,
        final List<CoreDemand> unplaced)
    {
        final int socket = placement.criticalSocket();
        if (socket == Placement.ANY_SOCKET || !placement.hasOtherSocket())
        {
            return;
        }
        if (unplaced.stream().anyMatch(CoreDemand::critical))
        {
            violations.add(new CoreViolation(CoreRule.ONE_SOCKET, "socket " + socket,
                count(demands, true) + " critical spinning nodes want a physical core each, the socket has " +
                    host.capacity(socket) + " (no room for " + names(unplaced, CoreDemand::critical) + ")",
                "fuse critical nodes, give the process more CPUs of the socket, or allow sharing (they yield then)"));
        }
        if (unplaced.stream().anyMatch((demand) -> !demand.critical()))
        {
            final int room = host.sockets().stream()
                .filter((other) -> other != socket).mapToInt(host::capacity).sum();
            violations.add(new CoreViolation(CoreRule.OTHER_SOCKET, "sockets other than " + socket,
                count(demands, false) + " spinning nodes that are not critical want a physical core each, there are " +
                    room + " (no room for " + names(unplaced, (demand) -> !demand.critical()) + ")",
                "fuse nodes, give the process more CPUs there, or allow sharing (they yield then)"));
        }
    }

    private static void capacity(
        final List<CoreViolation> violations,
        final Placement placement,
        final HostCores host,
        final List<CoreDemand> demands,
        final List<CoreDemand> unplaced)
    {
        final long spinning = demands.stream().filter(CoreDemand::spinning).count();
        final int there = host.sockets().stream().mapToInt(host::capacity).sum();
        if (spinning > there || !placement.hasOtherSocket())
        {
            violations.add(new CoreViolation(CoreRule.CAPACITY, "this host",
                "a physical core for each of " + spinning + " spinning nodes" +
                    (spinning < demands.size() ? " and a CPU beside them for " + (demands.size() - spinning) +
                        " others" : "") +
                    " is wanted, there are " + there + " cores" + (host.isLarge() ? " beside housekeeping" : "") +
                    " (no room for " + names(unplaced, (demand) -> true) + ")",
                "fuse nodes, give the process more CPUs, or allow sharing (nodes that share yield then)"));
        }
    }

    private static void pinsOutsideHomes(
        final List<CoreViolation> violations, final Placement placement, final CorePlanOptions options)
    {
        for (final Seat seat : placement.seats())
        {
            final CpuSet home = options.homes().get(seat.demand().home());
            if (home != null && !home.contains(seat.cpu()))
            {
                violations.add(new CoreViolation(CoreRule.HOME, "node '" + seat.demand().node() + "'",
                    "is pinned to CPU " + seat.cpu() + ", its home '" + seat.demand().home() + "' has the CPUs " + home,
                    "pin it to one of those, or add CPU " + seat.cpu() + " to the home"));
            }
        }
    }

    private static long count(final List<CoreDemand> demands, final boolean critical)
    {
        return demands.stream()
            .filter((demand) -> demand.spinning() && demand.critical() == critical).count();
    }

    private static String names(final List<CoreDemand> demands, final Predicate<CoreDemand> wanted)
    {
        return demands.stream().filter(wanted)
            .map((demand) -> "'" + demand.node() + "'").collect(Collectors.joining(", "));
    }
}
