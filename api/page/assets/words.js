/* The words of the field in both languages, as the vocabulary has them, and how stances look. */

import { VOCABULARY } from "/assets/vocabulary.js";

/** The members of an enumeration that are wanted, in that order, each with its words; all of them, when none are named. */
export function wordsOfAll(enumeration, members = Object.keys(VOCABULARY[enumeration])) {
  return Object.fromEntries(members.map((member) => [member, VOCABULARY[enumeration][member]]));
}

/** The same as they stand within a sentence. */
export function withinSentence(enumeration) {
  const lower = (text) => text.charAt(0).toLowerCase() + text.slice(1);
  return Object.fromEntries(Object.entries(VOCABULARY[enumeration]).map(([member, [english, chinese]]) => [member, [lower(english), chinese]]));
}

const rows = (enumeration) => Object.entries(VOCABULARY[enumeration]).map(([member, both]) => [member, ...both]);

export const LEVELS = rows("OrgLevel");
export const LINES = rows("Line");

/* colour is never the only mark: the sign stands inside the circle */
const SIGNS = { MENTOR: "++", SUPPORTER: "+", NEUTRAL: "0", NON_SUPPORTER: "−", OPPONENT: "−−", UNKNOWN: "?" };

/* stance: words, Chinese, sign */
export const STANCES = Object.fromEntries(rows("Stance").map(([stance, english, chinese]) => [stance, [english, chinese, SIGNS[stance]]]));
export const STAGES = wordsOfAll("Stage");
export const PARTS = withinSentence("Part");
export const STATUSES = wordsOfAll("StageStatus");
export const SEVERITIES = wordsOfAll("Severity", Object.keys(VOCABULARY.Severity).reverse());
export const EDGE_KINDS = wordsOfAll("EdgeKind", ["TIE", "INFLUENCES", "REPORTS_TO", "CONFLICTS_WITH"]);
export const POWERS = wordsOfAll("Power");
export const TAGS = withinSentence("Tag");
export const FINDINGS = Object.fromEntries(rows("FindingKind").map(([kind, , chinese]) => [kind, chinese]));

export const STEP_WORDS = {
  TIE: "knows",
  INFLUENCES: "is listened to by",
  REPORTS_TO: "is heard through the reporting line by",
  DOTTED_REPORTS_TO: "is heard through the dotted line by",
};

/** Words of an enumeration's member; the member itself when it is a new one. */
export function words(table, member) {
  return table[member] ?? [String(member ?? "—"), ""];
}

export function both(table, member) {
  const [english, chinese] = words(table, member);
  return chinese ? `${english} ${chinese}` : english;
}

export function percent(share) {
  return share === null || share === undefined ? "—" : `${Math.round(share * 100)} %`;
}

export function sentenceCase(member) {
  const text = member.replaceAll("_", " ").toLowerCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function money(value, currency) {
  if (value === null || value === undefined) {
    return "";
  }
  const amount = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(value);
  return currency ? `${amount} ${currency}` : amount;
}

/** Of which day the exchange rates are that a sum was converted by; null where it was by none of a day. */
export function ratesOf({ ratesOn }) {
  return ratesOn ? [`at rates of ${ratesOn}`, "按当日汇率"] : null;
}

/** Money as in `amountAtRisk`, and of which day its rates are. */
export function moneyAtRisk(found) {
  return [amountAtRisk(found), ratesOf(found)?.join(" ")].filter(Boolean).join(", ");
}

/** Money of one currency or, where currencies cannot be added, of each. */
export function amountAtRisk({ valueAtRisk, currency, amounts }) {
  if (valueAtRisk !== null) {
    return valueAtRisk === 0 ? "none" : money(valueAtRisk, currency);
  }
  return amounts.length ? amounts.map((amount) => money(amount.value, amount.currency)).join(" + ") : "not known";
}

/** The same as a part of a sentence. */
export function atRisk(found) {
  const said = amountAtRisk(found);
  const rates = ratesOf(found);
  return { none: "no money at risk", "not known": "money at risk not known" }[said] ?? `${said} at risk${rates ? ` (${rates.join(" ")})` : ""}`;
}

/** What somebody is called; a seat without a known holder by its key. */
export function called(node) {
  return node.name ?? `(open seat ${node.key})`;
}
