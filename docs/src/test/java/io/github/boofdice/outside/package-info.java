/** What a stranger gets: the packed jars, seen from a project and a command line of their own; run after {@code package}. */
package io.github.boofdice.outside;
