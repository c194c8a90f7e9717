/**
 * Resident record (住民票関係情報): where and when a person was a resident, and in which household, with
 * its days; asked of municipalities. The own city's resident system (住基システム) is asked for the same
 * and tells more: name, address, birth, and whether the person is under support measures (支援措置). A
 * person's record tells that person's household number and relation, not who else belongs to it
 * (DOMAIN.md 0). Layout and code values are the project's own.
 */
package jp.renkei.message.resident;
