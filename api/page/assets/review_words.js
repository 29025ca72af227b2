/* The words of the risk review in both languages. */

import { withinSentence, wordsOfAll } from "/assets/words.js";

export const TERMS = wordsOfAll("ScoreTerm");
export const LAYERS = wordsOfAll("RelationshipLayer");
export const HANDOVER_STATUSES = wordsOfAll("HandoverStatus");
export const UNASSIGNED_REASONS = withinSentence("UnassignedReason");
export const SOLVERS = withinSentence("AssignmentSolver");
export const RELATIONS = withinSentence("SuccessionRelation");
export const PAIRS = wordsOfAll("PairKind");
export const AGREEMENTS = wordsOfAll("AgreementKind");
export const INTERACTIONS = wordsOfAll("InteractionKind");
export const CHANGES = wordsOfAll("ChangeKind");
export const WORK_STATES = wordsOfAll("WorkState");
export const WORK_ACTIONS = wordsOfAll("WorkAction");
export const ORDERS = wordsOfAll("PortfolioOrder", ["SEVERITY", "VALUE_AT_RISK", "FINDINGS", "KEY_INDEX", "GENERAL_INDEX", "ORGANIZATIONAL_INDEX", "NAME"]);
export const GRADES = Object.fromEntries(Object.entries(wordsOfAll("Grade")).map(([grade, [, chinese]]) => [grade, [grade, chinese]]));

/* What keeps one successor from taking over: said of nobody as UNASSIGNED_REASONS. */
export const OBSTACLES = {
  LEVEL_TOO_LOW: ["stands too far below", "层级过低"],
  TOO_WEAK: ["too weak a fit", "匹配度过低"],
};
