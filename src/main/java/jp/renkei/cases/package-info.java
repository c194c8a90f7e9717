/**
 * Cases: the inquiries that an upstream system groups under one application (受付番号). What a case
 * needs is declared here, and how far it is and what is missing is told. Its counter is the
 * ledger's: that a case is completed is found in the transaction of the last end, not here.
 */
package jp.renkei.cases;
