/**
 * What can be counted and measured on this node: said once, told twice, as metrics and as MBeans.
 * Counts begin with the process and rise only by what was committed; what waits is read from the
 * ledger and is the whole hub's.
 */
package jp.renkei.operations.figures;
