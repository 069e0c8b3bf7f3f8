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
package io.packetflow.engine.picture;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. A molecule as an SVG picture that needs nothing but itself: packets in the colours of their groups, bonds
 * by their kinds, the critical path marked, and a legend of what occurs. Equal inputs give equal texts.
 */
public final class MoleculePicture
{
    private static final int BOX_WIDTH = 190;
    private static final int BOX_HEIGHT = 54;
    private static final int COLUMN_GAP = 80;
    private static final int ROW_GAP = 34;
    private static final int PARALLEL_GAP = 9;
    private static final int MARGIN = 24;
    private static final int TITLE_HEIGHT = 34;
    private static final int LEGEND_HEIGHT = 58;
    private static final int LEGEND_ENTRY_WIDTH = 150;

    private final MolecularStructure structure;
    private final Map<String, String> notes;
    private final List<String> criticalPath;
    private final MoleculeLayout layout;
    private final SvgText svg = new SvgText();

    private MoleculePicture(
        final MolecularStructure structure, final Map<String, String> notes, final List<String> criticalPath)
    {
        this.structure = structure;
        this.notes = notes;
        this.criticalPath = criticalPath;
        this.layout = MoleculeLayout.of(structure);
    }

    /**
     * Draws a molecule.
     *
     * @param structure without an ionic cycle
     * @param notes a few letters below the names of packets, such as what they cost; may lack any
     * @param criticalPath packets in order; empty to mark none
     * @return the text of an SVG file
     */
    public static String svg(
        final MolecularStructure structure, final Map<String, String> notes, final List<String> criticalPath)
    {
        return new MoleculePicture(structure, notes, criticalPath).draw();
    }

    private String draw()
    {
        final int legendEntries = legendGroups().size() + legendBonds().size();
        final int width = Math.max(legendEntries == 0 ? 0 : Math.min(legendEntries, 4) * LEGEND_ENTRY_WIDTH,
            // Bonds within the last column need room for their bows.
            layout.columns() * (BOX_WIDTH + COLUMN_GAP) - COLUMN_GAP / 2) + 2 * MARGIN;
        final int top = MARGIN + TITLE_HEIGHT;
        final int bodyHeight = layout.rows() * (BOX_HEIGHT + ROW_GAP) - ROW_GAP;
        final int legendRows = (legendEntries + columnsOfLegend(width) - 1) / columnsOfLegend(width);
        final int height = top + bodyHeight + LEGEND_HEIGHT + legendRows * 24;
        svg.open(width, height, structure.name());
        svg.text(MARGIN, MARGIN + 14, "title", structure.name());
        structure.bonds().forEach(this::drawBond);
        structure.composition().forEach(this::drawPacket);
        drawLegend(width, top + bodyHeight + LEGEND_HEIGHT / 2);
        return svg.close();
    }

    private void drawPacket(final Constituent packet)
    {
        final double x = x(packet.name());
        final double y = y(packet.name());
        final String mark = criticalPath.contains(packet.name()) ? " critical" : "";
        svg.box(x, y, BOX_WIDTH, BOX_HEIGHT, "packet " + packet.group().key() + mark);
        svg.text(x + 12, y + 22, "name", shortened(packet.name()));
        final String note = notes.getOrDefault(packet.name(), "");
        svg.text(x + 12, y + 41, "note", packet.element().qualifiedSymbol() + (note.isEmpty() ? "" : " · " + note));
    }

    private void drawBond(final Bond bond)
    {
        if (structure.packet(bond.from()).isEmpty() || structure.packet(bond.to()).isEmpty())
        {
            return;
        }
        final String style = "bond " + kind(bond.type()) + (bond.strict() ? " strict" : "") +
            (isCritical(bond) ? " critical" : "");
        svg.path(curve(bond), style, bond.type() == BondType.IONIC, bond.toString());
        if (bond.type() == BondType.COVALENT)
        {
            // A second, narrower line in the colour of the ground makes the first one double.
            svg.path(curve(bond), "ground", false, "");
        }
    }

    private boolean isCritical(final Bond bond)
    {
        final int position = criticalPath.indexOf(bond.from());
        return bond.type() == BondType.IONIC && position >= 0 && position + 1 < criticalPath.size() &&
            criticalPath.get(position + 1).equals(bond.to());
    }

    /** From side to side where the columns differ, else in a bow beside the column. */
    private String curve(final Bond bond)
    {
        final boolean isForward = place(bond.from()).column() <= place(bond.to()).column();
        final String left = isForward ? bond.from() : bond.to();
        final String right = isForward ? bond.to() : bond.from();
        final double fromX = x(left) + BOX_WIDTH;
        final double shift = shift(bond);
        final double fromY = y(left) + BOX_HEIGHT / 2.0 + shift;
        final double toY = y(right) + BOX_HEIGHT / 2.0 + shift;
        if (place(left).column() == place(right).column())
        {
            final double bow = fromX + COLUMN_GAP / 2.0;
            return format("M %s %s C %s %s %s %s %s %s", fromX, fromY, bow, fromY, bow, toY, fromX, toY);
        }
        final double toX = x(right);
        final double half = Math.max(COLUMN_GAP / 2.0, (toX - fromX) / 2);
        final String curve = isForward ?
            format("M %s %s C %s %s %s %s %s %s", fromX, fromY, fromX + half, fromY, toX - half, toY, toX, toY) :
            format("M %s %s C %s %s %s %s %s %s", toX, toY, toX - half, toY, fromX + half, fromY, fromX, fromY);
        return curve;
    }

    /** Several bonds between the same two packets run beside each other. */
    private double shift(final Bond bond)
    {
        final List<Bond> parallel = structure.bonds().stream()
            .filter(other -> other.touches(bond.from()) && other.touches(bond.to())).toList();
        return parallel.indexOf(bond) * (double)PARALLEL_GAP;
    }

    private static String format(final String form, final Object... numbers)
    {
        return String.format(Locale.ROOT, form.replace("%s", "%.1f"), numbers);
    }

    private void drawLegend(final int width, final int top)
    {
        final int columns = columnsOfLegend(width);
        int index = 0;
        for (final PeriodicGroup group : legendGroups())
        {
            final int x = MARGIN + index % columns * LEGEND_ENTRY_WIDTH;
            final int y = top + index / columns * 24;
            svg.box(x, y, 22, 14, "packet " + group.key());
            svg.text(x + 30, y + 12, "note", group.title());
            index++;
        }
        for (final BondType type : legendBonds())
        {
            final int x = MARGIN + index % columns * LEGEND_ENTRY_WIDTH;
            final int y = top + index / columns * 24;
            final String line = format("M %s %s L %s %s", x + 0.0, y + 7.0, x + 22.0, y + 7.0);
            svg.path(line, "bond " + kind(type), false, "");
            if (type == BondType.COVALENT)
            {
                svg.path(line, "ground", false, "");
            }
            svg.text(x + 30, y + 12, "note", type + " bond");
            index++;
        }
    }

    private static int columnsOfLegend(final int width)
    {
        return Math.max(1, (width - 2 * MARGIN) / LEGEND_ENTRY_WIDTH);
    }

    private List<PeriodicGroup> legendGroups()
    {
        final Set<PeriodicGroup> present = new HashSet<>();
        structure.composition().forEach(packet -> present.add(packet.group()));
        return List.of(PeriodicGroup.values()).stream().filter(present::contains).toList();
    }

    private List<BondType> legendBonds()
    {
        final Set<BondType> present = new HashSet<>();
        structure.bonds().forEach(bond -> present.add(bond.type()));
        return List.of(BondType.values()).stream().filter(present::contains).toList();
    }

    private static String kind(final BondType type)
    {
        return type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortened(final String name)
    {
        final int most = 24;
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }

    private MoleculeLayout.Place place(final String packet)
    {
        return layout.places().get(packet);
    }

    private double x(final String packet)
    {
        return MARGIN + place(packet).column() * (double)(BOX_WIDTH + COLUMN_GAP);
    }

    private double y(final String packet)
    {
        return MARGIN + TITLE_HEIGHT + place(packet).row() * (BOX_HEIGHT + ROW_GAP);
    }
}
