/**
 * Questions that a caller of the hub answers (資料の持ち主): offered once however often they are asked,
 * fetched and answered at the door, and ended for everybody who asked.
 */
package jp.renkei.inquiry.owner;
