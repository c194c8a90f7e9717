package jp.renkei.message.coverage;

/** The sources of the rules on coverage, as the answer names them. */
final class Basis {

  /** When NHI is acquired. */
  static final String ACQUIRED = "国民健康保険法第7条";

  /** When NHI is lost: the day after, or the same day for public assistance and NHI societies. */
  static final String LOST = "国民健康保険法第8条";

  /** Within one prefecture the coverage goes on, and only its application moves. */
  static final String PREFECTURE = "国民健康保険法第5条(都道府県内の適用日の連続)";

  /** Reductions by the city's ordinance, for former dependents among others. */
  static final String REDUCTION = "国民健康保険法第77条(条例による旧被扶養者の減免)";

  private Basis() {}
}
