/**
 * Configuration: properties with units, checked as a whole before anything starts.
 *
 * <p>A {@link io.packetflow.engine.config.SettingKey} is a typed property with a default and a description; the
 * {@link io.packetflow.engine.config.SettingRegistry} knows all of them and refuses unknown ones with the nearest name.
 * Values come from layers, the later ones winning: built-in default, properties file, system properties
 * {@code packetflow.*}, command line. {@link io.packetflow.engine.config.ReactorSettings.Builder#conclude()} parses
 * every value, checks every relation between values, and either answers an immutable
 * {@link io.packetflow.engine.config.ReactorSettings} or throws one
 * {@link io.packetflow.engine.config.ConfigurationException} that lists every error with its place and remedy.
 *
 * <p>Cold path throughout. May import: {@code engine.periodic} and the JDK. Modules add keys of their own through
 * {@link io.packetflow.engine.config.SettingRegistry#plus}.
 */
package io.packetflow.engine.config;
