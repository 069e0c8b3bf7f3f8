/**
 * Pictures of molecules for people who rather look than read: {@link io.packetflow.engine.picture.MoleculePicture}
 * writes SVG that loads nothing.
 *
 * <p>Cold throughout. May import: molecule, periodic.
 */
package io.packetflow.engine.picture;
