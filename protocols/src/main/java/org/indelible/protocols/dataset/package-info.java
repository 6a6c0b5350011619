/**
 * How are collected data given away as tables? Lays a study's item groups out as datasets and writes them as CDISC Dataset-JSON 1.1, one row at
 * a time.
 *
 * <p>May use {@code build} and Jackson. What describes the datasets, Define-XML, is in {@code write}.
 */
@NullMarked
package org.indelible.protocols.dataset;

import org.jspecify.annotations.NullMarked;
