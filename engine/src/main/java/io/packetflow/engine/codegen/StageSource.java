package io.packetflow.engine.codegen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;

/**
 * Writes what a stage does to one instance: each packet in bond order, guarded by its trigger and by the STOPs of its
 * ancestors. Where a STOP leaves nothing to do it returns at once, so that the common case is one branch.
 */
final class StageSource
{
    private final ReactorPlan plan;
    private final StagePlan stage;
    private final BondGraph graph;
    private final JavaWriter out;

    StageSource(final ReactorPlan plan, final StagePlan stage, final BondGraph graph, final JavaWriter out)
    {
        this.plan = plan;
        this.stage = stage;
        this.graph = graph;
        this.out = out;
    }

    void write()
    {
        final String result = stage.publishesStops() ? "long" : "void";
        out.open("private " + result + " onInstance" + stage.index() + "(final int slot, final int kind)");
        out.line("long stopped = %s;", upstreamStops());
        writePoison();
        writeForeignAreas();
        final List<String> packets = stage.packets();
        for (int i = 0; i < packets.size(); i++)
        {
            writePacket(plan.molecule().packet(packets.get(i)).orElseThrow(), packets.subList(i + 1, packets.size()));
        }
        if (stage.publishesStops())
        {
            out.line("return stopped;");
        }
        out.close().line("");
    }

    private String upstreamStops()
    {
        final List<String> reads = new ArrayList<>();
        for (final int ancestor : stage.ancestors())
        {
            reads.add("slab.getLong(slot + " +
                plan.ring().layout().offset(plan.stages().get(ancestor).statusArea()) + ")");
        }
        return reads.isEmpty() ? "0L" : String.join(" | ", reads);
    }

    /** While bounds are checked an area that was not written reads as nonsense, so that a test notices. */
    private void writePoison()
    {
        final List<Packet> own = stage.packets().stream().map(name -> plan.molecule().packet(name).orElseThrow())
            .filter(packet -> packet.area().isPresent()).toList();
        if (!own.isEmpty())
        {
            out.open("if (io.packetflow.layout.memory.Slab.BOUNDS_CHECKS)");
            own.forEach(packet -> out.line("slab.fill(slot + %d, %d, (byte)0xA5);",
                plan.ring().layout().offset(packet.name()), packet.area().orElseThrow().layout().size()));
            out.close();
        }
    }

    private void writeForeignAreas()
    {
        final Set<String> foreign = new LinkedHashSet<>();
        stage.packets().forEach(packet -> foreign.addAll(graph.ancestors(packet)));
        stage.packets().forEach(foreign::remove);
        foreign.stream().map(name -> plan.molecule().packet(name).orElseThrow())
            .filter(packet -> packet.area().isPresent()).forEach(this::writeMove);
    }

    private void writeMove(final Packet packet)
    {
        out.line("area%s.wrap(slot + %d);", packet.name(), plan.ring().layout().offset(packet.name()));
    }

    private void writePacket(final Packet packet, final List<String> rest)
    {
        out.line("// %s", packet);
        if (packet.area().isPresent())
        {
            writeMove(packet);
        }
        final List<String> guards = guards(packet);
        if (!guards.isEmpty())
        {
            out.open("if (" + String.join(" && ", guards) + ")");
        }
        writeCall(packet, rest);
        if (!guards.isEmpty())
        {
            out.close();
        }
    }

    private void writeCall(final Packet packet, final List<String> rest)
    {
        final Set<String> descendants = graph.descendants(packet.name());
        final String call = "packet" + packet.name() + ".onInstance()";
        if (descendants.isEmpty() && !packet.isOutput())
        {
            out.line(call + ";");
            return;
        }
        out.open("if (" + call + " == " + PacketHandler.STOP + ")");
        if (descendants.containsAll(rest))
        {
            out.line(stage.publishesStops() ? "return stopped | " + bit(packet.name()) + ";" : "return;");
        }
        else
        {
            out.line("stopped |= %s;", bit(packet.name()));
        }
        out.close();
        if (packet.isOutput())
        {
            if (!descendants.containsAll(rest))
            {
                out.line("else");
            }
            out.openBlock().line("packet%s.onRelease();", packet.name()).close();
        }
    }

    private List<String> guards(final Packet packet)
    {
        final List<String> guards = new ArrayList<>();
        final long allKinds = plan.molecule().kinds().stream().mapToLong(kind -> kind.bit()).reduce(0, (a, b) -> a | b);
        if ((packet.trigger().kindMask() & allKinds) != allKinds)
        {
            guards.add("(" + (packet.trigger().kindMask() & allKinds) + "L >>> kind & 1) != 0");
        }
        final String stoppers = stoppersOf(packet);
        if (!"0L".equals(stoppers))
        {
            guards.add("(stopped & " + stoppers + ") == 0");
        }
        return guards;
    }

    /** The ancestors whose STOP may stand in the mask when this packet's turn comes. */
    private String stoppersOf(final Packet packet)
    {
        long mask = 0;
        for (final String ancestor : graph.ancestors(packet.name()))
        {
            if (!returnsAtOnce(ancestor))
            {
                mask |= 1L << indexOf(ancestor);
            }
        }
        return mask == 0 ? "0L" : "0x" + Long.toHexString(mask) + "L";
    }

    private boolean returnsAtOnce(final String ancestor)
    {
        final int position = stage.packets().indexOf(ancestor);
        return position >= 0 && graph.descendants(ancestor)
            .containsAll(stage.packets().subList(position + 1, stage.packets().size()));
    }

    private String bit(final String packet)
    {
        return "0x" + Long.toHexString(1L << indexOf(packet)) + "L";
    }

    private int indexOf(final String name)
    {
        final List<Packet> packets = plan.molecule().packets();
        for (int i = 0; i < packets.size(); i++)
        {
            if (packets.get(i).name().equals(name))
            {
                return i;
            }
        }
        throw new IllegalArgumentException("the molecule has no packet " + name);
    }
}
