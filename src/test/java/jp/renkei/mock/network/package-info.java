/** The agencies of the information providing network: their kinds by schema, residents by data. */
package jp.renkei.mock.network;
