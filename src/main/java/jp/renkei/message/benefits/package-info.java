/**
 * Medical benefits (医療保険給付関係情報, 給付): what another health insurance has paid, so that nothing is
 * paid twice, and the own burdens. Asked of insurers, wide-area unions and municipalities. Layout
 * and code values are the project's own.
 */
package jp.renkei.message.benefits;
