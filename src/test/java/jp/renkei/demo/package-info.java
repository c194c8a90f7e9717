/**
 * The demo: a hub with mock agencies that plays a sample day, or the mock agencies alone. Not in
 * the jar.
 */
package jp.renkei.demo;
