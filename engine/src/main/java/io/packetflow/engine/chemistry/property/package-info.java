/**
 * What the periodic table predicts of a packet (thesis sections 3.1.3 and 3.1.4): ionisation energy, atomic radius,
 * electronegativity and who gets a core first ({@link io.packetflow.engine.chemistry.property.PropertyTable}), and the
 * predictions of theorems 3.1 and 3.2, each a record that carries its inputs, so that its working can be shown.
 *
 * <p>Cold throughout. May import: chemistry.structure, periodic, molecule, cost.
 */
package io.packetflow.engine.chemistry.property;
