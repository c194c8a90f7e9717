/**
 * Employment insurance (雇用保険, 失業等給付関係情報): what a person's leavings of employment were, and whether
 * they count as involuntary unemployment (非自発的失業), which reduces the premium. The layouts are the
 * project's own (DOMAIN.md 0, "Employment insurance, the first message kind"); the rule is
 * 国民健康保険法施行令第29条の7の2 (特例対象被保険者等) as DOMAIN.md 0 and 5 settle it. What the rule leaves open is
 * undetermined and says so: the hub guesses nothing about a person.
 */
package jp.renkei.message.employment;
