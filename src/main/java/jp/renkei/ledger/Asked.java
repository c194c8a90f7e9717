package jp.renkei.ledger;

import java.util.List;
import jp.renkei.protection.SearchKeys.KeyedHash;

/**
 * What an inquiry asks, on a flow where asking twice matters.
 *
 * @param question the question's hash under every live key, the newest first
 * @param repeats the earlier inquiry that asked the same, or null
 */
public record Asked(List<KeyedHash> question, String repeats) {}
